"""Templates become pages: every value escaped, the same frame around each."""

import hashlib
from dataclasses import replace
from http import HTTPStatus

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from service.caching import answer_unless_known
from service.dependencies import loaded_programme
from service.headers import page_policy
from service.pages.addresses import is_indexable, page_address
from service.pages.film_words import card_lines, title_in
from service.pages.language import Language
from service.pages.listing import cinema_line, clock_after, long_day
from service.pages.markdown import as_html
from service.pages.phrases import PHRASES

_TONES = 8


def page_environment() -> Environment:
    """Make the environment that the templates are read with."""
    environment = Environment(
        loader=PackageLoader("service.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "title_in": title_in,
        "card_lines": card_lines,
        "tone": _tone,
        "cinema_line": cinema_line,
        "clock_after": clock_after,
        "long_day": long_day,
        "as_html": as_html,
    }
    return environment


def render(
    request: Request,
    template: str,
    language: Language,
    *,
    status: int = 200,
    description: str | None = None,
    json_ld: Markup | None = None,
    is_near_me: bool = False,
    **values: object,
) -> Response:
    """Render a page in a language. Its state holds the environment and the built files (service.app).

    `description` is what search engines and whoever is sent a link see; without one it is the claim of the house.
    A page with what is near me (`is_near_me`) asks for it in its first line, before the element is there.
    """
    state = request.app.state
    programme = loaded_programme(request)
    is_demo = programme is not None and programme.is_demo
    is_found = status == HTTPStatus.OK
    # Of a page that is not there, nothing of its address is repeated.
    address = page_address(request, language) if is_found else replace(page_address(request, language), view=())
    ahead = state.web_part.ahead if is_near_me else None
    html = state.pages.get_template(template).render(
        say=PHRASES[language],
        language=language,
        address=address,
        carried=address.carried,
        stylesheet=state.web_part.url("pages.css"),
        script=state.web_part.url("widget.js"),
        has_script=state.web_part.is_built,
        is_demo=is_demo,
        is_found=is_found,
        is_indexable=is_found and is_indexable(request, is_demo=is_demo),
        description=description or PHRASES[language].claim,
        json_ld=json_ld,
        ahead=Markup(ahead.text) if ahead else None,  # noqa: S704 (our own script, as it was built)
        **values,
    )
    headers = {"Content-Language": language, "Vary": "Accept-Language"}
    if ahead:
        headers["Content-Security-Policy"] = page_policy(inline=ahead.fingerprint)
    if not is_found:
        return Response(html, status_code=status, media_type="text/html", headers=headers)
    return answer_unless_known(request, html.encode(), "text/html; charset=utf-8", headers=headers)


def _tone(slug: str) -> int:
    """Give a film its colour, the same one always."""
    return hashlib.sha256(slug.encode()).digest()[0] % _TONES
