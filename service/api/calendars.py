"""Calendars that one subscribes to: what a cinema shows, and where a film runs."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from data.exports.calendar import write_calendar
from data.programme.answer import CinemaShowtimes
from data.programme.programme import Programme
from data.programme.question import Question, Window
from data.programme.screenings import END_OF_TIME, CinemaScreenings, Listing, list_screenings, screenings_of
from data.times.wall import whole_minute
from service.api.description import answers_with_file
from service.api.files import CALENDAR, file_answer
from service.dependencies import CurrentMoment, CurrentProgramme
from service.moved import CinemaSlug, FilmSlug
from service.query import Words

router = APIRouter(prefix="/api/v1")


class FilmCalendarQuery(BaseModel):
    """At which cinemas. An unknown parameter is refused."""

    model_config = ConfigDict(extra="forbid")

    cinema: Annotated[Words, Field(description="Slugs of cinemas; none means all.")] = []


@router.get("/cinemas/{slug}.ics", responses=answers_with_file(CALENDAR), response_class=Response)
def cinema_calendar(request: Request, slug: CinemaSlug, programme: CurrentProgramme, now: CurrentMoment) -> Response:
    """Give all that comes at a cinema as a calendar."""
    listed = screenings_of(programme, slug, Question(window=Window(whole_minute(now), END_OF_TIME)))
    return calendar_answer(request, programme, as_listing(listed), listed.cinema.name, slug)


@router.get("/films/{slug}.ics", responses=answers_with_file(CALENDAR), response_class=Response)
def film_calendar(
    request: Request,
    slug: FilmSlug,
    query: Annotated[FilmCalendarQuery, Query()],
    programme: CurrentProgramme,
    now: CurrentMoment,
) -> Response:
    """Give all coming screenings of a film as a calendar, everywhere or at some cinemas."""
    film = programme.film(slug)
    window = Window(whole_minute(now), END_OF_TIME)
    listing = list_screenings(programme, Question(window=window, films=(slug,), cinemas=tuple(query.cinema)))
    return calendar_answer(request, programme, listing, film.title, slug)


def as_listing(listed: CinemaScreenings) -> Listing:
    """See what one cinema shows as a list of cinemas."""
    shown = CinemaShowtimes(listed.cinema, None, listed.screenings)
    return Listing([shown], listed.films, listed.versions, listed.as_of)


def calendar_answer(request: Request, programme: Programme, listing: Listing, title: str, name: str) -> Response:
    """Answer with a calendar of a title, as a file of a name."""
    return file_answer(request, write_calendar(programme, listing, title), CALENDAR, f"{name}.ics")
