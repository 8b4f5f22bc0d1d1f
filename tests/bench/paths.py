"""The addresses that are asked over HTTP: each position once, or cells as people share them in the evening."""

from urllib.parse import urlencode

import numpy as np

from data.programme.question import Question
from tests.bench.facts import Facts
from tests.bench.questions import WITHIN_M, make_questions
from tests.bench.worlds import NOW, World, scatter

COLD, EVENING = 40_000, 200_000
# What the widget sends: two decimals, and how far that may be off.
_DECIMALS, _ACCURACY_M = 2, 1000


def cold_paths(world: World, facts: Facts) -> list[str]:
    """Give addresses with positions of six decimals, all different: no answer can have been kept."""
    return list(dict.fromkeys(path_of(one) for one in make_questions(world, facts, COLD, WITHIN_M)))


def evening_paths(world: World, facts: Facts) -> list[str]:
    """Give addresses as often as they are asked: films by popularity, cells by population."""
    chance = np.random.default_rng(5)
    city = chance.choice(world.city_shares.size, EVENING, p=world.city_shares)
    lats, lons = scatter(chance, world.city_lats[city], world.city_lons[city], world.spread_km)
    films = chance.choice(world.film_shares.size, EVENING, p=world.film_shares)
    window = {"from": NOW.isoformat(), "until": NOW.replace(day=NOW.day + 2).isoformat()}
    return [
        _path(
            {
                "lat": f"{lat:.{_DECIMALS}f}",
                "lon": f"{lon:.{_DECIMALS}f}",
                "accuracy_m": str(_ACCURACY_M),
                "film": facts.films[film].slug,
            }
            | window
        )
        for lat, lon, film in zip(lats.tolist(), lons.tolist(), films.tolist(), strict=True)
    ]


def path_of(question: Question) -> str:
    """Write a question as an address of ours."""
    assert question.near is not None
    asked: dict[str, str | tuple[str, ...]] = {
        "lat": f"{question.near.lat:.6f}",
        "lon": f"{question.near.lon:.6f}",
        "film": question.films,
        "from": question.window.from_at.isoformat(),
        "until": question.window.until_at.isoformat(),
        "limit": str(question.limit),
        "version": question.versions,
    }
    if question.within_m is not None:
        asked["within_km"] = f"{question.within_m / 1000:g}"
    return _path(asked)


def _path(asked: dict[str, str] | dict[str, str | tuple[str, ...]]) -> str:
    return f"/api/v1/showtimes?{urlencode(asked, doseq=True)}"
