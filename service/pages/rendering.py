"""Templates become pages: every value escaped, the same frame around each."""

import hashlib
from http import HTTPStatus

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from service.caching import answer_unless_known
from service.dependencies import loaded_programme
from service.pages.film_words import card_lines, title_in
from service.pages.language import Language
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
    environment.filters |= {"title_in": title_in, "card_lines": card_lines, "tone": _tone}
    return environment


def render(request: Request, template: str, language: Language, *, status: int = 200, **values: object) -> Response:
    """Render a page in a language. Its state holds the environment and the built files (service.app)."""
    state = request.app.state
    programme = loaded_programme(request)
    html = state.pages.get_template(template).render(
        say=PHRASES[language],
        language=language,
        # A language that somebody chose stays chosen on the next page; there is no cookie to keep it in.
        carried=f"?lang={language}" if "lang" in request.query_params else "",
        stylesheet=state.web_part.url("pages.css"),
        script=state.web_part.url("widget.js"),
        has_script=state.web_part.is_built,
        is_demo=programme is not None and programme.is_demo,
        **values,
    )
    headers = {"Content-Language": language, "Vary": "Accept-Language"}
    if status != HTTPStatus.OK:
        return Response(html, status_code=status, media_type="text/html", headers=headers)
    return answer_unless_known(request, html.encode(), "text/html; charset=utf-8", headers=headers)


def _tone(slug: str) -> int:
    """Give a film its colour, the same one always."""
    return hashlib.sha256(slug.encode()).digest()[0] % _TONES
