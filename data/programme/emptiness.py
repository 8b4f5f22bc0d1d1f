"""What an empty answer says of the cinemas that were asked: "not playing" is one thing, "we do not know" another."""

from datetime import date, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from data.programme.days import DayState, days_between
from data.programme.kernel.within import places_within
from data.programme.programme import Programme
from data.programme.question import Question, Window
from data.programme.wish import places_of
from data.times.programme_day import programme_on
from geo.distance import distances_m

# Where nobody says how far they would go.
AROUND_M = 25_000.0
# Of more, in no particular place, nobody wants to know how many are silent.
MOST_CINEMAS = 1_000
# As far ahead as cinemas tell; a longer window is not known to its end anyway.
MOST_DAYS = 60


class Emptiness(NamedTuple):
    """How many cinemas lie in the area that was asked for, of how many the programme is not known for all of the
    window, and how many are closed throughout."""

    cinemas: int
    unknown: int
    closed: int


def emptiness_of(programme: Programme, question: Question) -> Emptiness | None:
    """Count the cinemas that a question asks: the named ones, those within its radius, or those around its place.

    Null where it names none of these in a world of many cinemas.
    """
    places = _places(programme, question)
    if places.size > MOST_CINEMAS:
        return None
    spans: dict[ZoneInfo, tuple[date, date]] = {}
    unknown = closed = 0
    for place in places.tolist():
        zone = programme.zones[place]
        first_on, last_on = spans.setdefault(zone, days_of(question.window, zone))
        states = _states(programme, place, first_on, last_on)
        unknown += DayState.UNKNOWN in states
        closed += states == {DayState.CLOSED}
    return Emptiness(places.size, unknown, closed)


def days_of(window: Window, zone: tzinfo | None) -> tuple[date, date]:
    """Give the first and the last programme date of a window."""
    if window.on:
        return window.on, window.on
    return programme_on(window.from_at, zone), programme_on(window.until_at - timedelta(minutes=1), zone)


def _states(programme: Programme, place: int, first_on: date, last_on: date) -> set[DayState]:
    known_until, is_closed = programme.cinemas[place].known_until, place in programme.closed_days
    if known_until and last_on <= known_until and not is_closed:
        # Most of the time; what is shown on these days is another film, or nothing.
        return {DayState.NONE}
    last_on = min(last_on, first_on + timedelta(days=MOST_DAYS - 1))
    return {day.state for day in days_between(programme, place, first_on, last_on)}


def _places(programme: Programme, question: Question) -> NDArray[np.int64]:
    asked = places_of(programme, replace(question, films=())).place.astype(np.int64)
    if question.near is None or (question.cinemas and question.within_m is None):
        return asked
    reach_m = (AROUND_M if question.within_m is None else question.within_m) + question.accuracy_m
    around = places_within(programme.packed, question.near.lat, question.near.lon, reach_m)
    asked = around if asked.size == len(programme.cinemas) else np.intersect1d(around, asked)
    return asked[distances_m(question.near, programme.lats[asked], programme.lons[asked]) <= reach_m]
