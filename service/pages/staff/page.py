"""What all staff pages have in common: nobody keeps or finds them, and their forms lead back to pages."""

import re
from functools import partial
from urllib.parse import urlencode

from babel.dates import format_date
from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from service.pages.language import Language, chosen_language
from service.pages.rendering import render
from service.pages.staff.audit_phrases import known_as
from service.pages.staff.phrases import STAFF_PHRASES
from service.staff.person import Person

START = "/staff"
# The day before the month, in English too.
_DATES = {"de": "de", "en": "en_GB"}
# A path of ours and nothing else: no other host, no trick with a slash or a backslash.
_OUR_PATH = re.compile(r"/staff(?:/[\w~-][\w~.-]*)*(?:\?[\w~.=&%+-]*)?", flags=re.ASCII)
_OURS_ALONE = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    # An address with a secret in it leaves with nobody: what follows hears of the host alone. Not no-referrer, for then
    # browsers would not say of our own forms either where they come from (Fetch, "append a request Origin header").
    "Referrer-Policy": "strict-origin",
}


def staff_page(
    request: Request,
    template: str,
    language: Language,
    *,
    person: Person | None = None,
    status: int = 200,
    problem: str | None = None,
    **values: object,
) -> Response:
    """Render a page; `problem` is what is wrong with what was sent, in the words of the page."""
    phrases = STAFF_PHRASES[language]
    page = render(
        request,
        f"staff/{template}",
        language,
        status=status,
        description=phrases.intro,
        json_ld=None,
        is_near_me=False,
        staff=phrases,
        person=person,
        problem=problem,
        done=phrases.done.get(request.query_params.get("done", "")),
        known_as=partial(known_as, language=language),
        day=partial(format_date, format="long", locale=_DATES[language]),
        **values,
    )
    page.headers.update(_OURS_ALONE)
    return page


def see_other(request: Request, path: str, **query: str) -> Response:
    """Lead to a page after a form was sent, in the language that somebody chose."""
    language = {"lang": chosen_language(request)} if "lang" in request.query_params else {}
    asked = urlencode(query | language)
    address = path if not asked else f"{path}{'&' if '?' in path else '?'}{asked}"
    return RedirectResponse(address, status_code=303, headers=_OURS_ALONE)


def our_path(asked: str) -> str:
    """Give a path to lead on to, if it is one of the staff pages; else their first one."""
    return asked if _OUR_PATH.fullmatch(asked) else START
