"""The question that the product exists for: which cinemas near a point show a film, nearest first."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from data.programme.kernel.columns import Places
from data.programme.kernel.finding import Prepared, find_nearest, find_soonest
from data.programme.kernel.nearest import NO_BOUND_MM, Reach
from data.programme.programme import Programme
from data.programme.question import Question, Sort
from data.programme.wish import places_of, wish_of
from geo.distance import distances_m
from geo.point import Point

Ints = NDArray[np.int64]

MOST_CINEMAS = 300
MOST_SCREENINGS = 2_000

# A programme has so many films that are asked for, in a few ways each.
MOST_PREPARED = 5_000
# Who asks for more at once is alone with it.
MOST_WORDS = 5

# One for equal distances around the centre, one around the true place, and one for rounding both.
ROUNDING_MM = 3

# No distances are known beforehand: they are measured on the way.
_NOT_MEASURED = np.empty(0)


class FoundCinema(msgspec.Struct, frozen=True):
    """A cinema, its distance in metres (null where the question names no place), and its rows in time order."""

    cinema: int
    distance_m: float | None
    rows: Ints


class Extent(NamedTuple):
    """How far an answer goes: millimetres to the farthest cinema (-1: none, or no place), and Found's other numbers."""

    farthest_mm: int
    total: int
    is_truncated: bool


class Found(msgspec.Struct, frozen=True):
    """The answer in numbers: `count` cinemas in order, and their rows, one cinema's after the other's.

    `numbers` are their positions, their distances in millimetres (-1 where the question names no place), where the rows
    of each end, those of the next one beginning there, and then the rows. `total` counts the cinemas that match, as far
    as was looked: at least one more than the limit where there are more. `is_truncated`: no limit would show all.
    """

    numbers: Ints
    count: int
    total: int
    is_truncated: bool

    @property
    def cinemas(self) -> Ints:
        """The cinemas, shape (count,)."""
        return self.numbers[: self.count]

    @property
    def millimetres(self) -> Ints:
        """How far they are, shape (count,)."""
        return self.numbers[self.count : 2 * self.count]

    @property
    def rows(self) -> Ints:
        """All rows."""
        return self.numbers[3 * self.count :]

    def __iter__(self) -> Iterator[FoundCinema]:
        """Go through the cinemas in order."""
        begin, rows = 0, self.rows
        for cinema, millimetres, stop in self.numbers[: 3 * self.count].reshape(3, -1).T.tolist():
            metres = None if millimetres < 0 else millimetres / 1000
            yield FoundCinema(cinema, metres, rows[begin:stop])
            begin = stop

    @property
    def extent(self) -> Extent:
        """Say how far it goes."""
        return Extent(max(self.millimetres.tolist(), default=-1), self.total, self.is_truncated)


def prepare(programme: Programme, question: Question) -> Prepared:
    """Look up what a question asks for, unless that was done lately. Raises what it can be wrong in (data.errors)."""
    # The place is somebody's, and not a part of it.
    asked = replace(question, near=None)
    prepared = programme.prepared.get(asked)
    if prepared is None:
        prepared = _looked_up(programme, question)
        if is_light(question):
            if len(programme.prepared) >= MOST_PREPARED:
                programme.prepared.clear()
            programme.prepared[asked] = prepared
    return prepared


def is_light(question: Question) -> bool:
    """Say whether a question, prepared, holds hardly more than the programme does; a choice of places is its own."""
    words = len(question.versions) + len(question.understands) + len(question.formats)
    return (
        len(question.films) <= 1 and not (question.cinemas or question.areas or question.access) and words <= MOST_WORDS
    )


def _looked_up(programme: Programme, question: Question) -> Prepared:
    wish, places = wish_of(programme, question), places_of(programme, question)
    most = (MOST_CINEMAS if question.accuracy_m else question.limit, MOST_SCREENINGS)
    # As plain tuples: what is compiled takes these in half the time (kernel.columns).
    return Prepared((*places,), (*wish,), (*_reach_of(question),), most, question.sort is Sort.TIME)


def showtimes_near(programme: Programme, question: Question) -> Found:
    """Find the nearest cinemas that show what is asked for. Raises what a question can be wrong in (data.errors).

    The words of the question become the cinemas in question and masks over the programme's columns (`prepare`). Then
    one compiled step goes through these cinemas, the near ones first, and keeps those with a screening that fits, until
    all others are too far (`find_nearest`; without a place `find_soonest`, by the first start). Distances are geodesics
    in whole millimetres; equal ones are ordered by slug. How far it looks for an uncertain position: `_reach_of`.
    """
    prepared, near = prepare(programme, question), question.near
    if near is None:
        most = (question.limit, MOST_SCREENINGS)
        return Found(*find_soonest(programme.packed, prepared.places, prepared.wish, most))
    is_exact, found = _find(programme, near, prepared, _NOT_MEASURED)
    if not is_exact:
        # To the other side of the Earth only the slower method converges.
        place = Places(*prepared.places).place
        metres = distances_m(near, programme.lats[place], programme.lons[place])
        _, found = _find(programme, near, prepared, metres)
    return found


def _find(programme: Programme, near: Point, prepared: Prepared, metres: NDArray[np.float64]) -> tuple[bool, Found]:
    is_exact, numbers, count, total, is_cut = find_nearest(programme.packed, near.lat, near.lon, *prepared, metres)
    return is_exact, Found(numbers, count, total, is_cut or total > MOST_CINEMAS)


def _reach_of(question: Question) -> Reach:
    """Say how far to look. Around an uncertain position, for every cinema that could be among the k nearest.

    The true place p lies within r of the centre c; let d_k be the k-th distance from c. k cinemas lie within d_k + r of
    p (triangle inequality, which geodesics keep), so whatever is among the k nearest to p lies within d_k + r of p,
    hence within d_k + 2r of c. In the same way what lies within a radius of p lies within that radius + r of c.
    Distances that agree to the millimetre are equal, around c and around p: hence some millimetres more.
    """
    within_mm = NO_BOUND_MM
    if question.within_m is not None:
        within_mm = round((question.within_m + question.accuracy_m) * 1000)
    # One more than is shown, to know that there are more.
    if not question.accuracy_m:
        return Reach(limit=question.limit, most=question.limit + 1, slack_mm=0, within_mm=within_mm)
    slack_mm = round(2000 * question.accuracy_m) + ROUNDING_MM
    return Reach(limit=question.limit, most=MOST_CINEMAS + 1, slack_mm=slack_mm, within_mm=within_mm)
