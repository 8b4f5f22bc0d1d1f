"""The question of whoever has no film in mind: what runs around here, and soon."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from data.errors import QuestionError
from data.programme.kernel.by_film import find_films
from data.programme.kernel.columns import Places, Plain
from data.programme.kernel.nearest import NO_BOUND_MM, Reach
from data.programme.near import MOST_CINEMAS, MOST_SCREENINGS, ROUNDING_MM
from data.programme.programme import Programme
from data.programme.question import Question
from data.programme.wish import places_of, wish_of
from geo.distance import distances_m
from geo.earth_centred import spot_of
from geo.point import Point

# So many cinemas are looked at, the nearest that have anything: a city's, or all within an hour's drive.
CINEMAS_LOOKED_AT = 60
OPEN = "scheduled"

_NOT_MEASURED = np.empty(0)


@dataclass(frozen=True, slots=True)
class FoundFilm:
    """A film, its starts as rows, those that cost less first, each with its cinema and that one's distance in metres.

    `cinema_count` says how many of the cinemas looked at have a start of it.
    """

    film: int
    rows: list[int]
    cinemas: list[int]
    distances_m: list[float]
    cinema_count: int


class FoundFilms(msgspec.Struct, frozen=True):
    """The answer in numbers: n films in order, shape (n,), and their starts, one film's after the other's.

    `cinema_counts` are by film. `rows`, `cinemas` and `millimetres` are by start, shape (m,); those of film i end
    before stops[i], where those of the next begin. `total` counts the films of all cinemas looked at. `is_truncated`:
    no limit would show all.
    """

    films: NDArray[np.int32]
    cinema_counts: NDArray[np.int64]
    rows: NDArray[np.int64]
    stops: NDArray[np.int64]
    cinemas: NDArray[np.int32]
    millimetres: NDArray[np.int64]
    total: int
    is_truncated: bool

    def __iter__(self) -> Iterator[FoundFilm]:
        """Go through the films in order."""
        begin = 0
        for film, count, stop in zip(
            self.films.tolist(), self.cinema_counts.tolist(), self.stops.tolist(), strict=True
        ):
            metres = [millimetres / 1000 for millimetres in self.millimetres[begin:stop].tolist()]
            yield FoundFilm(film, self.rows[begin:stop].tolist(), self.cinemas[begin:stop].tolist(), metres, count)
            begin = stop


def films_near(
    programme: Programme, question: Question, starts: int = 3, cinemas: int = CINEMAS_LOOKED_AT
) -> FoundFilms:
    """Find the films that one could see around here soonest: `question.limit` films with so many starts each.

    A start costs its wait and its way: a minute from the beginning of the window on costs as much as a hundred metres
    as the crow flies, which one walks in it. So 18:15 next door comes before 18:05 across the town, and before 22:00
    next door comes 18:30 two streets on. Looked at are the k = 60 nearest `cinemas` that have anything that fits. Each
    film shows the starts that cost least, in this order (equal ones nearest cinema first, then by its slug, by time and
    by the screening's id); films come in the order of what their first start costs, equal ones by slug. So twenty
    cinemas with the same film are one film here, and a film at one cinema shows its next evenings.

    A double feature is a start of both its films. What names no film (a sneak, "tba") is left out, and so is what is
    sold out: nobody can go there.

    For an uncertain position (true place p within r of the centre c) all costs at p are within r of those at c. Looked
    at is every cinema that could be among the k nearest to p (d ≤ d_k + 2r, see `showtimes_near`), and the answer holds
    every film whose least cost is within that of the limit-th film + 2r, with every start whose cost is within that of
    the film's last one + 2r. A radius reaches r further; then the costs that are compared with are those at cinemas
    that lie within it as seen from everywhere. So a device that measures to the cinemas of the answer, leaves those
    beyond the radius, orders by cost and cuts, shows what the server would say to p, had it looked at the same cinemas.
    Where more than k have something, that is as good or better: the n-th film, and the n-th start of a film, costs no
    more than the one that the server would name. A film's starts at one cinema are in order of time wherever one is:
    only the first ones ever count.

    Raises what a question can be wrong in (data.errors).
    """
    point, places = place_of(question), places_of(programme, question)
    reach, most = _reach_of(question, cinemas), (question.limit, starts, MOST_CINEMAS, MOST_SCREENINGS)
    is_exact, found = _find(programme, question, places, _NOT_MEASURED, reach, most)
    if not is_exact:
        # To the other side of the Earth only the slower method converges.
        metres = distances_m(point, programme.lats[places.place], programme.lons[places.place])
        _, found = _find(programme, question, places, metres, reach, most)
    return found


def place_of(question: Question) -> Point:
    """Give the place that a question is about. Raises QuestionError where it names none."""
    if question.near is None:
        raise QuestionError("lat", "Films near a place need the place: send lat and lon.")
    return question.near


def _find(
    programme: Programme, question: Question, places: Places, metres: NDArray[np.float64], reach: Reach, most: Plain
) -> tuple[bool, FoundFilms]:
    wish = wish_of(programme, question)
    films = wish.films.copy()
    films[-1] = False
    is_open = np.array([status == OPEN for status in programme.statuses], dtype=np.bool_)
    is_exact, *found = find_films(
        programme.packed,
        (*spot_of(place_of(question)),),
        (*places,),
        metres,
        (*wish._replace(films=films),),
        is_open,
        programme.film_ranks,
        (*reach,),
        most,
    )
    return is_exact, FoundFilms(*found)


def _reach_of(question: Question, cinemas: int) -> Reach:
    within_mm = NO_BOUND_MM
    if question.within_m is not None:
        within_mm = round((question.within_m + question.accuracy_m) * 1000)
    if not question.accuracy_m:
        return Reach(cinemas, cinemas, 0, within_mm)
    slack_mm = round(2000 * question.accuracy_m) + ROUNDING_MM
    # One more than is looked at, to know whether there are more.
    return Reach(cinemas, MOST_CINEMAS + 1, slack_mm, within_mm)
