"""Seeded questions: where people live, what they go to see, in the next 48 hours, now and then in a version."""

from datetime import timedelta

import numpy as np

from data.programme.question import Question, Window
from geo.point import Point
from tests.bench.facts import Facts
from tests.bench.worlds import NOW, World, scatter

LIMIT = 20
WITHIN_M = 50_000.0
# One question in five asks for a version.
VERSIONS = ((), (), (), (), (), (), (), (), ("OmU",), ("OV", "OmeU"))
REACHES: dict[str, float | None] = {"within 50 km": WITHIN_M, "without radius": None}


def make_questions(world: World, facts: Facts, count: int, within_m: float | None) -> list[Question]:
    """Draw questions: a city by its population, a place in it, a film by its popularity."""
    chance = np.random.default_rng(7)
    city = chance.choice(world.city_shares.size, count, p=world.city_shares)
    lats, lons = scatter(chance, world.city_lats[city], world.city_lons[city], world.spread_km)
    films = chance.choice(world.film_shares.size, count, p=world.film_shares)
    versions = chance.integers(0, len(VERSIONS), count)
    window = Window(NOW, NOW + timedelta(hours=48))
    return [
        Question(
            window=window,
            near=Point(lat, lon),
            films=(facts.films[film].slug,),
            versions=VERSIONS[wish],
            within_m=within_m,
            limit=LIMIT,
        )
        for lat, lon, film, wish in zip(lats.tolist(), lons.tolist(), films, versions, strict=True)
    ]
