"""The question that the product exists for: which cinemas near a point show a film, nearest first."""

from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.columns import Places, Wish
from data.programme.kernel.finding import find_nearest, find_soonest
from data.programme.kernel.nearest import NO_BOUND_MM, Reach
from data.programme.programme import Programme
from data.programme.question import Question, Sort
from data.programme.wish import places_of, wish_of
from geo.distance import distances_m
from geo.earth_centred import spot_of
from geo.point import Point

MOST_CINEMAS = 300
MOST_SCREENINGS = 2_000

# One for equal distances around the centre, one around the true place, and one for rounding both.
ROUNDING_MM = 3

_NOT_MEASURED = np.empty(0)


class FoundCinema(msgspec.Struct, frozen=True):
    """A cinema, its distance in metres (null where the question names no place), and its rows in time order."""

    cinema: int
    distance_m: float | None
    rows: NDArray[np.int64]


class Found(msgspec.Struct, frozen=True):
    """The answer in numbers: n cinemas in order, shape (n,), and their rows, one cinema's after the other's.

    The rows of cinema i end before stops[i], where those of the next begin. `millimetres` is empty where the question
    names no place. `total` counts the cinemas that match, as far as was looked: at least one more than the limit
    where there are more. `is_truncated`: no limit would show all.
    """

    cinemas: NDArray[np.int32]
    millimetres: NDArray[np.int64]
    rows: NDArray[np.int64]
    stops: NDArray[np.int64]
    total: int
    is_truncated: bool

    def __iter__(self) -> Iterator[FoundCinema]:
        """Go through the cinemas in order."""
        begin = 0
        for i, (cinema, stop) in enumerate(zip(self.cinemas.tolist(), self.stops.tolist(), strict=True)):
            metres = int(self.millimetres[i]) / 1000 if self.millimetres.size else None
            yield FoundCinema(cinema, metres, self.rows[begin:stop])
            begin = stop


def showtimes_near(programme: Programme, question: Question) -> Found:
    """Find the nearest cinemas that show what is asked for. Raises what a question can be wrong in (data.errors).

    Distances are geodesics in whole millimetres; equal ones are ordered by slug. For an uncertain position (true
    place p within r of the centre c) the answer holds every cinema that could be among the k nearest: let d_k be the
    k-th distance from c. k cinemas lie within d_k + r of p (triangle inequality, which geodesics keep), so whatever
    is among the k nearest to p lies within d_k + r of p, hence within d_k + 2r of c. In the same way what lies within
    a radius of p lies within that radius + r of c. Distances that agree to the millimetre are equal, around c and
    around p: hence some millimetres more.
    """
    wish, places = wish_of(programme, question), places_of(programme, question)
    if question.near is None:
        most = (question.limit, MOST_SCREENINGS)
        return Found(*find_soonest(programme.packed, (*places,), (*wish,), most))
    is_exact, found = _find(programme, question, question.near, places, wish, _NOT_MEASURED)
    if not is_exact:
        # To the other side of the Earth only the slower method converges.
        metres = distances_m(question.near, programme.lats[places.place], programme.lons[places.place])
        _, found = _find(programme, question, question.near, places, wish, metres)
    return found


def _find(
    programme: Programme, question: Question, near: Point, places: Places, wish: Wish, metres: NDArray[np.float64]
) -> tuple[bool, Found]:
    is_exact, cinemas, millimetres, rows, stops, total, is_cut = find_nearest(
        programme.packed,
        (*spot_of(near),),
        (*places,),
        metres,
        (*wish,),
        (*_reach_of(question),),
        (MOST_CINEMAS if question.accuracy_m else question.limit, MOST_SCREENINGS),
        question.sort is Sort.TIME,
    )
    return is_exact, Found(cinemas, millimetres, rows, stops, total, is_cut or total > MOST_CINEMAS)


def _reach_of(question: Question) -> Reach:
    within_mm = NO_BOUND_MM
    if question.within_m is not None:
        within_mm = round((question.within_m + question.accuracy_m) * 1000)
    if not question.accuracy_m:
        return Reach(question.limit, question.limit + 1, 0, within_mm)
    return Reach(question.limit, MOST_CINEMAS + 1, round(2000 * question.accuracy_m) + ROUNDING_MM, within_mm)
