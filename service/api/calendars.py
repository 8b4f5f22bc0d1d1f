"""Calendars that one subscribes to: what a cinema shows, and where a film runs."""

from fastapi import APIRouter, Request, Response

from data.exports.calendar import write_calendar
from data.programme.answer import CinemaShowtimes
from data.programme.programme import Programme
from data.programme.question import Question, Window
from data.programme.screenings import END_OF_TIME, CinemaScreenings, Listing, list_screenings, screenings_of
from data.times.wall import whole_minute
from service.api.description import answers_with_file
from service.api.files import CALENDAR, file_answer
from service.dependencies import CurrentMoment, CurrentProgramme

router = APIRouter(prefix="/api/v1")


@router.get("/cinemas/{slug}.ics", responses=answers_with_file(CALENDAR), response_class=Response)
def cinema_calendar(request: Request, slug: str, programme: CurrentProgramme, now: CurrentMoment) -> Response:
    """Give all that comes at a cinema as a calendar."""
    listed = screenings_of(programme, slug, Question(window=Window(whole_minute(now), END_OF_TIME)))
    return calendar_answer(request, programme, as_listing(listed), listed.cinema.name, slug)


@router.get("/films/{slug}.ics", responses=answers_with_file(CALENDAR), response_class=Response)
def film_calendar(request: Request, slug: str, programme: CurrentProgramme, now: CurrentMoment) -> Response:
    """Give all coming screenings of a film as a calendar, wherever they are."""
    film = programme.film(slug)
    listing = list_screenings(programme, Question(window=Window(whole_minute(now), END_OF_TIME), films=(slug,)))
    return calendar_answer(request, programme, listing, film.title, slug)


def as_listing(listed: CinemaScreenings) -> Listing:
    """See what one cinema shows as a list of cinemas."""
    shown = CinemaShowtimes(listed.cinema, None, listed.screenings)
    return Listing([shown], listed.films, listed.versions, listed.as_of)


def calendar_answer(request: Request, programme: Programme, listing: Listing, title: str, name: str) -> Response:
    """Answer with a calendar of a title, as a file of a name."""
    return file_answer(request, write_calendar(programme, listing, title), CALENDAR, f"{name}.ics")
