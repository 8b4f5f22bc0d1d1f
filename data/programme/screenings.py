"""Screenings listed as they are: all that come at a cinema, all of a film, or a single one. Answered from memory."""

from datetime import UTC, datetime, timedelta

import msgspec
import numpy as np

from data.errors import QuestionError, UnknownScreeningError
from data.programme.answer import CinemaShowtimes, ScreeningFacts, Writing
from data.programme.days import Day, coming_days
from data.programme.facts import CinemaFacts, FilmFacts, VersionFacts
from data.programme.kernel.finding import find_soonest
from data.programme.near import Found, FoundCinema, prepare
from data.programme.programme import Programme
from data.programme.question import Question
from data.times.programme_day import programme_on

# As far as anybody's programme is known.
END_OF_TIME = datetime(9999, 12, 31, tzinfo=UTC)
# More than one cinema ever has; a calendar takes a millisecond for each.
MOST_SCREENINGS = 5_000


class CinemaScreenings(msgspec.Struct, frozen=True):
    """What one cinema shows, in time order; the films and versions that are named in it; what is known of the days."""

    cinema: CinemaFacts
    films: dict[str, FilmFacts]
    versions: dict[str, VersionFacts]
    screenings: list[ScreeningFacts]
    days: list[Day]
    as_of: datetime | None


class OneScreening(msgspec.Struct, frozen=True):
    """A single screening, with all that it names."""

    cinema: CinemaFacts
    films: dict[str, FilmFacts]
    versions: dict[str, VersionFacts]
    screening: ScreeningFacts
    as_of: datetime | None


class Listing(msgspec.Struct, frozen=True):
    """What several cinemas show, those that begin first before the others."""

    cinemas: list[CinemaShowtimes]
    films: dict[str, FilmFacts]
    versions: dict[str, VersionFacts]
    as_of: datetime | None


def list_screenings(programme: Programme, question: Question) -> Listing:
    """List all that a question asks for, wherever it is; its limit and its place do not count.

    Raises what a question can be wrong in (data.errors); QuestionError where it is more than MOST_SCREENINGS.
    """
    asked = prepare(programme, question)
    most = (len(programme.cinemas), MOST_SCREENINGS)
    found = Found(*find_soonest(programme.packed, (*asked.places,), (*asked.wish,), most))
    if found.is_truncated:
        parameter = "until" if question.cinemas else "cinema"
        raise QuestionError(
            parameter, f"That is more than {MOST_SCREENINGS:,} screenings. Name cinemas, or fewer days."
        )
    writing = Writing(programme)
    cinemas = [writing.cinema(one) for one in found]
    return Listing(cinemas, writing.films, writing.versions, programme.as_of)


def screenings_of(programme: Programme, slug: str, question: Question) -> CinemaScreenings:
    """List what a cinema shows of what is asked for. Raises UnknownCinemaError, and as above."""
    place = programme.cinema_index(slug)
    listing = list_screenings(programme, msgspec.structs.replace(question, cinemas=(slug,)))
    screenings = [screening for one in listing.cinemas for screening in one.screenings]
    days = _days_of(programme, place, question)
    return CinemaScreenings(programme.cinemas[place], listing.films, listing.versions, screenings, days, listing.as_of)


def _days_of(programme: Programme, place: int, question: Question) -> list[Day]:
    window, zone = question.window, programme.zones[place]
    if window.on:
        return coming_days(programme, place, window.on, window.on)
    is_open_ended = window.until_at == END_OF_TIME
    last_on = None if is_open_ended else programme_on(window.until_at - timedelta(minutes=1), zone)
    return coming_days(programme, place, programme_on(window.from_at, zone), last_on)


def find_screening(programme: Programme, screening_id: int) -> OneScreening:
    """Find a screening by its id. Raises UnknownScreeningError."""
    columns = programme.columns
    for row in np.flatnonzero(columns.id == screening_id).tolist():
        # Rows that were replaced stand there until everything is read anew; nobody's place has them.
        for place in np.flatnonzero((columns.start <= row) & (row < columns.stop)).tolist():
            writing = Writing(programme)
            one = writing.cinema(FoundCinema(place, None, np.array([row])))
            return OneScreening(one.cinema, writing.films, writing.versions, one.screenings[0], programme.as_of)
    raise UnknownScreeningError(screening_id)
