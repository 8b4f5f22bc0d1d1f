"""Order and choice against exact geodesics: questions put to ours and to a search that shares no code with it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from data.programme.near import MOST_CINEMAS, Found, showtimes_near
from data.programme.programme import Programme
from data.programme.question import Question
from geo.point import Point
from tests.bench.draws import draw_questions
from tests.bench.reference import Reference, Showing
from tests.bench.wanted import read_question

QUESTIONS = 100_000
_WGS84 = Geod(ellps="WGS84")
_RADIUS_M = 6_371_009.0
# A sphere's distances are at most 0.57 % from the ellipsoid's; and what floating point adds.
_MARGIN, _MARGIN_M = 1.01, 2.0
# Distances that agree to the millimetre are equal, around the centre and around the true place (data.programme.near).
_ROUNDING_MM = 3
_AT_ONCE = 50

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Order:
    """So many questions, and the numbers of those (as they are drawn) whose answers differ."""

    asked: int
    differing: tuple[int, ...]


class _Truth(NamedTuple):
    """Positions among the showing cinemas, in exact order."""

    chosen: NDArray[np.intp]
    millimetres: NDArray[np.int64]


def check_order(programme: Programme, reference: Reference, count: int = QUESTIONS) -> Order:
    """Ask so many questions; cinemas, order, rows and, within a millimetre, distances have to agree."""
    number_of = np.array([int(one.slug.rpartition("-")[2]) for one in programme.cinemas])
    differing, asked = [], 0
    for _, group in groupby(draw_questions(reference.world, reference.facts, count), key=lambda draw: draw.group):
        questions = iter([draw.question for draw in group])
        showing: Showing | None = None
        while some := list(islice(questions, _AT_ONCE)):
            showing = showing or reference.showing(read_question(reference.facts, some[0]))
            for question, truth in zip(some, _truths(reference, showing, some), strict=True):
                found = showtimes_near(programme, question)
                if not _agrees(found, programme, number_of, showing, truth):
                    differing.append(asked)
                asked += 1
    return Order(asked, tuple(differing))


def _agrees(found: Found, programme: Programme, number_of: NDArray[np.int64], showing: Showing, truth: _Truth) -> bool:
    shown = found.cinemas.size
    # Fewer are shown only where a bound says so.
    if shown != truth.chosen.size and not found.is_truncated:
        return False
    chosen = truth.chosen[:shown]
    if not np.array_equal(number_of[found.cinemas], showing.cinemas[chosen]) or found.millimetres is None:
        return False
    rows = np.concatenate([showing.rows_of(at) for at in chosen.tolist()]) if shown else showing.rows[:0]
    is_near = np.abs(found.millimetres - truth.millimetres[:shown]).max(initial=0) <= 1
    return bool(is_near) and np.array_equal(programme.columns.id[found.rows], rows[: found.rows.size] + 1)


def _truths(reference: Reference, showing: Showing, questions: list[Question]) -> Iterator[_Truth]:
    """Measure by PROJ whatever could be near enough, by a sphere's distances with a margin."""
    lats, lons = reference.world.lats[showing.cinemas], reference.world.lons[showing.cinemas]
    points = [question.near for question in questions if question.near]
    cosines = (
        _units(np.array([one.lat for one in points]), np.array([one.lon for one in points])) @ _units(lats, lons).T
    )
    for question, point, row in zip(questions, points, cosines, strict=True):
        yield _truth(question, point, row, lats, lons)


def _truth(question: Question, point: Point, cosines: Floats, lats: Floats, lons: Floats) -> _Truth:
    slack_m = 2 * question.accuracy_m + _ROUNDING_MM / 1000 if question.accuracy_m else 0.0
    reach_m = math.inf if question.within_m is None else question.within_m + question.accuracy_m
    if cosines.size > question.limit:
        some = np.argpartition(-cosines, question.limit - 1)[: question.limit]
        # As many lie within, so that the last one wanted is no farther.
        reach_m = min(reach_m, _metres(point, lats[some], lons[some]).max() + slack_m)
    angle = min((reach_m * _MARGIN + _MARGIN_M) / _RADIUS_M, math.pi)
    near = np.flatnonzero(cosines >= math.cos(angle) - 1e-15)
    millimetres = np.rint(_metres(point, lats[near], lons[near]) * 1000).astype(np.int64)
    order = np.argsort(millimetres, kind="stable")
    return _cut(question, near[order], millimetres[order])


def _cut(question: Question, chosen: NDArray[np.intp], millimetres: NDArray[np.int64]) -> _Truth:
    """Keep what the question asks for: within its radius, as many as its limit, or all that could be among these."""
    count = chosen.size
    if question.within_m is not None:
        within_mm = round((question.within_m + question.accuracy_m) * 1000)
        count = int(np.searchsorted(millimetres, within_mm, side="right"))
    if not question.accuracy_m:
        count = min(count, question.limit)
    elif count > question.limit:
        bound = millimetres[question.limit - 1] + round(2000 * question.accuracy_m) + _ROUNDING_MM
        count = min(count, int(np.searchsorted(millimetres, bound, side="right")), MOST_CINEMAS)
    return _Truth(chosen[:count], millimetres[:count])


def _metres(point: Point, lats: Floats, lons: Floats) -> Floats:
    _, _, metres = _WGS84.inv(np.full(lats.shape, point.lon), np.full(lats.shape, point.lat), lons, lats)
    return np.asarray(metres, dtype=np.float64)


def _units(lats: Floats, lons: Floats) -> Floats:
    lat, lon = np.radians(lats), np.radians(lons)
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
