"""The page `/`: what is on near me now."""

from fastapi import APIRouter, Request, Response

from service.dependencies import CurrentMoment, CurrentProgramme
from service.pages.addresses import page_address
from service.pages.language import PageLanguage
from service.pages.listing import listing
from service.pages.phrases import PHRASES
from service.pages.rendering import render
from service.pages.running import films_running
from service.pages.view import AskedView, offered, shown, view_of

MOST_CINEMAS, MOST_AT_ALL = 6, 100
MOST_STARTS = 4
MOST_FILMS = 24

router = APIRouter(include_in_schema=False)


@router.get("/", response_class=Response)
def home(
    request: Request, asked: AskedView, programme: CurrentProgramme, now: CurrentMoment, language: PageLanguage
) -> Response:
    """Show the city's programme, and the button that makes it the programme near me."""
    address = page_address(request, language)
    view = view_of(asked, programme, now, address, language, limit=MOST_CINEMAS)
    said = shown(programme, view)
    return render(
        request,
        "home.html",
        language,
        description=PHRASES[language].home_description,
        is_near_me=True,
        view=view,
        empty=said.empty,
        days=view.days(programme),
        choices=view.choices(offered(programme, view, said)),
        cinemas=listing(said, view.today, language, most_starts=MOST_STARTS),
        more=view.with_limit(MOST_AT_ALL) if said.total_cinemas > len(said.cinemas) else None,
        films=films_running(programme, now, MOST_FILMS),
    )
