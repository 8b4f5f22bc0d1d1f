"""What a cinema's days are: with a programme, closed, without anything, or not known yet. Unknown is not none."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec
import numpy as np

from data.programme.facts import CinemaFacts
from data.programme.kernel.matching import EPOCH_DAY, MINUTES_A_DAY
from data.programme.programme import Programme
from data.times.programme_day import programme_on

# Two film weeks; where more is known, so far.
DAYS_AHEAD, MOST_DAYS = 14, 60


class DayState(StrEnum):
    """What is known of a programme day: `none` is known to have nothing, `unknown` lies after `known_until`."""

    PROGRAMME = "programme"
    CLOSED = "closed"
    NONE = "none"
    UNKNOWN = "unknown"


class Day(msgspec.Struct, frozen=True):
    """A programme date, what is known of it, and what the cinema says about being closed."""

    programme_on: date
    state: DayState
    note: str | None


class CinemaInFull(CinemaFacts, frozen=True):
    """A house with its coming days.

    `read_at` is when its feeds were last read, null where it has none; `published_at` when it last published.
    """

    days: list[Day]
    read_at: datetime | None
    published_at: datetime | None


def cinema_in_full(programme: Programme, slug: str, now: datetime, *, read_at: datetime | None) -> CinemaInFull:
    """Give a cinema with its days from today on, moments by its own clock. Raises UnknownCinemaError."""
    place = programme.cinema_index(slug)
    zone, published_at = programme.zones[place], programme.published_at.get(place)
    return CinemaInFull(
        **msgspec.structs.asdict(programme.cinemas[place]),
        days=coming_days(programme, place, programme_on(now, zone)),
        read_at=read_at.astimezone(zone) if read_at else None,
        published_at=published_at.astimezone(zone) if published_at else None,
    )


def coming_days(programme: Programme, place: int, first_on: date, last_on: date | None = None) -> list[Day]:
    """List the days of a cinema, first and last included: two weeks unless told, or as far as anything is known."""
    known = [*evenings_of(programme, place), *programme.closed_days.get(place, {})]
    last_on = last_on or max([first_on + timedelta(days=DAYS_AHEAD - 1), *known])
    last_on = min(last_on, first_on + timedelta(days=MOST_DAYS - 1))
    return list(days_between(programme, place, first_on, last_on))


def days_between(programme: Programme, place: int, first_on: date, last_on: date) -> Iterator[Day]:
    """Say of each day what is known of it."""
    evenings, closed = evenings_of(programme, place), programme.closed_days.get(place, {})
    known_until = programme.cinemas[place].known_until
    for number in range((last_on - first_on).days + 1):
        day = first_on + timedelta(days=number)
        if day in evenings:
            yield Day(day, DayState.PROGRAMME, None)
        elif day in closed:
            yield Day(day, DayState.CLOSED, closed[day])
        else:
            is_known = known_until is not None and day <= known_until
            yield Day(day, DayState.NONE if is_known else DayState.UNKNOWN, None)


def evenings_of(programme: Programme, place: int) -> set[date]:
    """Give the programme dates on which a cinema shows something."""
    columns = programme.columns
    rows = slice(int(columns.start[place]), int(columns.stop[place]))
    evenings = columns.minute[rows] // MINUTES_A_DAY + columns.kind_evening[columns.kind[rows]]
    return {date.fromordinal(EPOCH_DAY + evening) for evening in np.unique(evenings).tolist()}
