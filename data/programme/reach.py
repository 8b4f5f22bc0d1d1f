"""How far an answer reaches: which changes of the programme could change it."""

import math
from typing import NamedTuple

from data.programme.near import Extent
from data.programme.programme import Programme
from data.programme.question import Question
from data.programme.touched import Touched
from geo.earth_centred import Spot, spot_of
from geo.point import Point

# Distances are measured far better than this; a change at the very edge counts as within.
_SLACK_M = 1.0


class Reach(NamedTuple):
    """The films (null: all) and cinemas (by position; null: all) of a question, and how far around its centre.

    A change that does not touch the reach leaves the answer as a fresh one would be, but for `as_of` and, where the
    limit cut, for `total_cinemas`, which counts beyond the reach: both say how things were at `as_of`. Proof:

    1. The answer is made of the rows that match the question's films and cinemas. A cinema that shows none of these
       films before nor after, or is not among these cinemas, brings no row to it, before or after.
    2. Let a cinema that changed lie at D from the centre, outside of the reach. With a radius, the reach is at least
       that radius (widened by the uncertainty r) unless the limit cut: outside, it does not match before or after.
    3. Where the limit k cut, the answer holds what lies within d_k + 2r, d_k being the k-th distance (see
       showtimes_near), and the reach is the farthest cinema shown + 2r ≥ d_k + 2r. D being greater, the cinema was not
       shown. All that did change lies outside, so the k nearest, which lie inside, are the same k after as before, d_k
       is what it was, and the cinema is not shown after either.
    4. Where the limit did not cut, the answer is empty (and its alternative may lie anywhere), what holds at most 2,000
       screenings cut it, or it has no centre, there is no bound but the radius; for an empty answer not even that.

    Sorting by time changes the order of what is shown, not what is shown.
    """

    films: frozenset[int] | None
    places: frozenset[Point] | None
    centre: Spot | None
    metres: float

    def is_touched_by(self, touched: Touched) -> bool:
        """Say whether the answer may be another one after this change."""
        return any(self._includes(place, films) for place, films in touched.cinemas)

    def _includes(self, place: Point, films: frozenset[int]) -> bool:
        if self.films is not None and self.films.isdisjoint(films):
            return False
        if self.places is not None and place not in self.places:
            return False
        # A straight line is no longer than the geodesic: what is within by the latter is so by the former.
        return self.centre is None or math.dist(self.centre, spot_of(place)) <= self.metres + _SLACK_M


def reach_of(programme: Programme, question: Question, extent: Extent) -> Reach:
    """Say how far the answer to a question reaches, from how far what was found goes."""
    centre = spot_of(question.near) if question.near else None
    return Reach(*concerned(programme, question), centre, reach_m(question, extent))


def concerned(programme: Programme, question: Question) -> tuple[frozenset[int] | None, frozenset[Point] | None]:
    """Give the films and the cinemas of a question, as a Reach has them."""
    places = (programme.cinemas[programme.cinema_index(slug)] for slug in question.cinemas)
    # Areas are not looked at: a change outside of them drops an answer that it need not have dropped.
    return (
        frozenset(programme.film_index(slug) for slug in question.films) or None,
        frozenset(Point(place.lat, place.lon) for place in places) or None,
    )


def reach_m(question: Question, extent: Extent) -> float:
    """Give the radius of the reach: points 2 to 4 of the proof."""
    if extent.farthest_mm < 0:
        return math.inf
    is_cut_by_limit = extent.total >= question.limit and not extent.is_truncated
    shown_m = extent.farthest_mm / 1000 + 2 * question.accuracy_m if is_cut_by_limit else math.inf
    asked_m = math.inf if question.within_m is None else question.within_m + question.accuracy_m
    return min(shown_m, asked_m)
