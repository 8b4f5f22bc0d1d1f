"""Questions drawn to find a wrong order: where people live and everywhere else on Earth, near, far, uncertain."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.question import Question, Window
from geo.point import Point
from tests.bench.facts import Facts
from tests.bench.questions import VERSIONS
from tests.bench.worlds import NOW, World, scatter

_HOURS = ((0, 48), (3, 9), (24, 72), (120, 300))
_WITHIN_M = (None, None, 5_000.0, 50_000.0, 500_000.0)
_ACCURACY_M = (0.0, 0.0, 0.0, 0.0, 150.0, 1_000.0, 5_000.0)
_MOST_CINEMAS = 20
# By population, anywhere, at the poles, at the date line, opposite a cinema, near that, at a cinema.
_SHARES = (0.6, 0.2, 0.05, 0.05, 0.03, 0.02, 0.05)

Degrees = NDArray[np.float64]


class Draw(NamedTuple):
    """A question, and what it shares with others: film, window and versions, as one number."""

    group: int
    question: Question


def draw_questions(world: World, facts: Facts, count: int) -> Iterator[Draw]:
    """Draw questions, those of a group together."""
    chance = np.random.default_rng(11)
    lats, lons = _positions(chance, world, count)
    film = chance.choice(world.film_shares.size, count, p=world.film_shares)
    hours, versions = chance.integers(0, len(_HOURS), count), chance.integers(0, len(VERSIONS), count)
    within, accuracy = chance.integers(0, len(_WITHIN_M), count), chance.integers(0, len(_ACCURACY_M), count)
    limit = chance.integers(1, _MOST_CINEMAS + 1, count)
    group = (film * len(_HOURS) + hours) * len(VERSIONS) + versions
    windows = [Window(NOW + timedelta(hours=begin), NOW + timedelta(hours=end)) for begin, end in _HOURS]
    for i in np.argsort(group, kind="stable").tolist():
        yield Draw(
            int(group[i]),
            Question(
                window=windows[hours[i]],
                near=Point(float(lats[i]), float(lons[i])),
                accuracy_m=_ACCURACY_M[accuracy[i]],
                films=(facts.films[film[i]].slug,),
                versions=VERSIONS[versions[i]],
                within_m=_WITHIN_M[within[i]],
                limit=int(limit[i]),
            ),
        )


def _positions(chance: np.random.Generator, world: World, count: int) -> tuple[Degrees, Degrees]:
    """Give latitudes and longitudes of each sort by its share."""
    sorts = _sorts(chance, world, count)
    sort = chance.choice(len(sorts), count, p=_SHARES)
    lats, lons = (np.choose(sort, [one[axis] for one in sorts]) for axis in (0, 1))
    return np.clip(lats, -90, 90), (lons + 180) % 360 - 180


def _sorts(chance: np.random.Generator, world: World, count: int) -> list[tuple[Degrees, Degrees]]:
    city = chance.choice(world.city_shares.size, count, p=world.city_shares)
    house = chance.integers(0, world.lats.size, count)
    lats, lons = world.lats[house], world.lons[house]
    anywhere = np.degrees(np.arcsin(chance.uniform(-1, 1, count))), chance.uniform(-180, 180, count)
    pole = np.where(chance.random(count) < 0.5, 90.0, -90.0)
    beside = np.where(chance.random(count) < 0.5, 0.0, chance.normal(0, 0.01, count))
    opposite = -lats, lons + 180
    return [
        scatter(chance, world.city_lats[city], world.city_lons[city], world.spread_km),
        anywhere,
        (pole - np.abs(beside) * np.sign(pole), anywhere[1]),
        (anywhere[0], 180 + beside),
        opposite,
        (opposite[0] + chance.normal(0, 0.3, count), opposite[1] + chance.normal(0, 0.3, count)),
        (lats, lons),
    ]
