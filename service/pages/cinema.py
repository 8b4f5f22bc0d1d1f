"""The page `/cinemas/{slug}`: what a cinema shows, evening by evening, where it is, and how one gets in."""

from datetime import date

from fastapi import APIRouter, Request, Response

from data.programme.days import Day, DayState, coming_days
from data.programme.programme import Programme
from data.programme.screenings import END_OF_TIME
from data.times.programme_day import programme_on
from service.dependencies import CurrentLastRead, CurrentMoment, CurrentProgramme
from service.moved import CinemaSlug
from service.pages.addresses import is_indexable, page_address
from service.pages.language import PageLanguage
from service.pages.listing import by_day, legend, with_closed
from service.pages.map_links import map_links
from service.pages.phrases import PHRASES
from service.pages.programme_age import programme_age
from service.pages.rendering import render
from service.pages.schema_org.document import json_ld
from service.pages.schema_org.screening import screening_events
from service.pages.schema_org.theater import theater
from service.pages.view import AskedView, View, offered, shown, view_of

# A week of a small house, two evenings of a large one; the other days are a tap away.
MOST_STARTS = 60

router = APIRouter(include_in_schema=False)


@router.get("/cinemas/{slug}", response_class=Response)
def cinema(
    request: Request,
    slug: CinemaSlug,
    asked: AskedView,
    programme: CurrentProgramme,
    last_read: CurrentLastRead,
    now: CurrentMoment,
    language: PageLanguage,
) -> Response:
    """Show one cinema."""
    place = programme.cinema_index(slug)
    cinema = programme.cinemas[place]
    address = page_address(request, language)
    view = view_of(asked, programme, now, address, language, limit=1, cinema=slug, ends_at=END_OF_TIME)
    said = shown(programme, view)
    is_told = is_indexable(request, is_demo=programme.is_demo)
    told = list(screening_events(programme, said, address.base, language)) if is_told else []
    evenings = by_day(said, view.today, language, most_starts=MOST_STARTS)
    is_cut = sum(len(evening.starts) for evening in evenings) < sum(len(one.screenings) for one in said.cinemas)
    closed = [] if asked.is_narrowed else _closed_days(programme, place, view, evenings[-1].on if is_cut else date.max)
    return render(
        request,
        "cinema.html",
        language,
        description=PHRASES[language].cinema_description.format(cinema.name),
        json_ld=json_ld(told or [theater(cinema, address.base)]),
        cinema=cinema,
        map=map_links(cinema),
        age=programme_age(
            cinema,
            read_at=last_read.of(cinema.slug),
            published_at=programme.published_at.get(place),
            now=now,
            language=language,
        ),
        view=view,
        # Of all days to come, nobody can say that nothing is there.
        empty=said.empty if asked.on else None,
        days=view.days(programme),
        choices=view.choices(offered(programme, view, said)),
        evenings=with_closed(evenings, closed, view.today, language),
        legend=legend(said, language) if said.cinemas else {},
    )


def _closed_days(programme: Programme, place: int, view: View, last_on: date) -> list[Day]:
    """Give the days on which a cinema says that it is closed; of one day that is asked for, that one."""
    days = coming_days(programme, place, programme_on(view.now, view.zone))
    closed = [day for day in days if day.state is DayState.CLOSED and day.programme_on <= last_on]
    return [day for day in closed if view.asked.on in (None, day.programme_on)]
