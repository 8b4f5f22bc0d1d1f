"""The page `/cinemas/{slug}`: what a cinema shows, evening by evening, where it is, and how one gets in."""

from fastapi import APIRouter, Request, Response

from data.programme.answer import answer
from data.programme.screenings import END_OF_TIME
from service.dependencies import CurrentMoment, CurrentProgramme
from service.pages.addresses import is_indexable, page_address
from service.pages.language import PageLanguage
from service.pages.listing import by_day, legend
from service.pages.map_links import map_links
from service.pages.phrases import PHRASES
from service.pages.rendering import render
from service.pages.schema_org.document import json_ld
from service.pages.schema_org.screening import screening_events
from service.pages.schema_org.theater import theater
from service.pages.view import AskedView, offered, view_of

# A week of a small house, two evenings of a large one; the other days are a tap away.
MOST_STARTS = 60

router = APIRouter(include_in_schema=False)


@router.get("/cinemas/{slug}", response_class=Response)
def cinema(
    request: Request,
    slug: str,
    asked: AskedView,
    programme: CurrentProgramme,
    now: CurrentMoment,
    language: PageLanguage,
) -> Response:
    """Show one cinema."""
    cinema = programme.cinemas[programme.cinema_index(slug)]
    address = page_address(request, language)
    view = view_of(asked, programme, now, address, language, limit=1, cinema=slug, ends_at=END_OF_TIME)
    said = answer(programme, view.question)
    is_told = is_indexable(request, is_demo=programme.is_demo)
    told = list(screening_events(programme, said, address.base, language)) if is_told else []
    return render(
        request,
        "cinema.html",
        language,
        description=PHRASES[language].cinema_description.format(cinema.name),
        json_ld=json_ld(told or [theater(cinema, address.base)]),
        cinema=cinema,
        map=map_links(cinema),
        view=view,
        days=view.days(programme),
        choices=view.choices(offered(programme, view, said)),
        evenings=by_day(said, view.today, language, most_starts=MOST_STARTS),
        legend=legend(said, language),
    )
