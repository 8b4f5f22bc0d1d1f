"""A question for an area is one for its cinemas, whatever else it asks."""

import json
from itertools import product

import pytest
from sqlalchemy import Engine

from data.errors import UnknownAreaError
from data.places.areas import import_areas
from data.programme.alternative import alternative_to
from data.programme.answer import answer, encode
from data.programme.films_near import films_near
from data.programme.near import showtimes_near
from data.programme.programme import Programme
from data.programme.question import Sort
from data.programme.write import write_answer
from data.tables.database import writing
from tests.data.factories import NOW
from tests.data.programme.factories import KOTTBUSSER_TOR, Listed, loaded, question, store

CINEMAS = {f"cinema-{number}": (52.4 + number / 100, 13.3 + number % 4 / 20) for number in range(20)}
AREAS = {
    "south": (52.3, 13.2, 52.455, 13.6),
    "middle": (52.445, 13.2, 52.505, 13.6),
    "nobody": (50.0, 10.0, 50.1, 10.1),
}


@pytest.fixture
def programme(engine: Engine) -> Programme:
    """Give twenty cinemas with two films by turns, in areas that overlap."""
    screenings = [Listed(cinema=slug, films=(("red-rocket", "dune")[n % 2],)) for n, slug in enumerate(CINEMAS)]
    store(engine, *screenings, cinemas=CINEMAS)
    features = [
        {
            "type": "Feature",
            "properties": {"name": name, "kind": "district", "aliases": "down there" if name == "south" else None},
            "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n]]]},
        }
        for name, (s, w, n, e) in AREAS.items()
    ]
    with writing(engine) as session:
        import_areas(session, json.dumps({"type": "FeatureCollection", "features": features}).encode(), now=NOW)
    return loaded(engine)


def within(*areas: str) -> tuple[str, ...]:
    boxes = [AREAS[area] for area in areas]
    return tuple(
        slug for slug, (lat, lon) in CINEMAS.items() if any(s <= lat <= n and w <= lon <= e for s, w, n, e in boxes)
    )


@pytest.mark.parametrize("areas", [("south",), ("middle",), ("south", "middle"), ("middle", "nobody")])
def test_a_question_for_areas_is_one_for_their_cinemas(programme: Programme, areas: tuple[str, ...]) -> None:
    for near, films, limit, sort in product((None, KOTTBUSSER_TOR), ((), ("dune",)), (3, 100), Sort):
        asked = {"near": near, "films": films, "limit": limit, "sort": sort}
        found = showtimes_near(programme, question(areas=areas, **asked))
        expected = showtimes_near(programme, question(cinemas=within(*areas), **asked))
        assert found.numbers.tolist() == expected.numbers.tolist()
        assert found.total == expected.total


def test_films_near_keep_to_the_area(programme: Programme) -> None:
    found = films_near(programme, question(areas=("south",)))
    expected = films_near(programme, question(cinemas=within("south")))
    assert found.cinemas.tolist() == expected.cinemas.tolist()
    assert set(found.cinemas.tolist()) == set(programme.places_within(["south"]).tolist())


def test_an_area_and_cinemas_together_mean_both(programme: Programme) -> None:
    found = showtimes_near(programme, question(areas=("south",), cinemas=("cinema-1", "cinema-19")))
    assert [programme.cinemas[one.cinema].slug for one in found] == ["cinema-1"]


@pytest.mark.parametrize("areas", [("south",), ("nobody",), ("south", "middle")])
def test_both_ways_to_write_an_answer_say_the_same_of_areas(programme: Programme, areas: tuple[str, ...]) -> None:
    for near in (None, KOTTBUSSER_TOR):
        asked = question(areas=areas, near=near)
        assert write_answer(programme, asked) == encode(answer(programme, asked))


def test_where_an_area_has_nothing_the_nearest_outside_is_offered(programme: Programme) -> None:
    other = alternative_to(programme, question(areas=("nobody",)))
    assert other is not None
    assert other.relaxed == ("area",)
    assert programme.cinemas[other.found.cinema].slug == "cinema-10"


def test_an_area_of_another_name_is_found_by_it(programme: Programme) -> None:
    with pytest.raises(UnknownAreaError, match="Did you mean: south"):
        showtimes_near(programme, question(areas=("Down There",)))
