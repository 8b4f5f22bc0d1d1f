"""The page `/embed`: the element alone, for a frame on a page that allows no foreign script."""

from fastapi import APIRouter, Request, Response

from service.headers import page_policy
from service.pages.language import PageLanguage
from service.pages.phrases import PHRASES
from service.pages.rendering import render
from service.pages.widget_choice import AskedWidget, words
from service.sites import SitesAllowed, asking_site, note_use

router = APIRouter(include_in_schema=False)


@router.get("/embed", response_class=Response)
def embed(request: Request, choice: AskedWidget, language: PageLanguage, sites: SitesAllowed) -> Response:
    """Show the element as the address says; without a script, the way to the page of the same."""
    note_use(request, asking_site(request.headers), "loads")
    films = words(choice.film)
    web_part = request.app.state.web_part
    page = render(
        request,
        "embed.html",
        language,
        attributes={**choice.attributes(), "lang": language},
        path=f"/films/{films[0]}" if len(films) == 1 else "/",
        label=PHRASES[language].home_title,
        frame_style=web_part.url("frame.css"),
        frame_script=web_part.url("embed-frame.js"),
    )
    page.headers["Content-Security-Policy"] = page_policy(ancestors=sites.frame_ancestors)
    page.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return page
