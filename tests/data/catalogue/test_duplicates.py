"""Which cinemas are proposed as one house, why, and which never are."""

import pytest
from sqlalchemy import Engine

from data.catalogue.duplicates import DuplicateGroup, find_duplicates
from data.catalogue.street import read_street
from data.tables.database import reading
from tests.data.factories import add_cinema

# A degree of latitude.
DEGREE_M = 111_270


def found(engine: Engine) -> list[DuplicateGroup]:
    with reading(engine) as session:
        return find_duplicates(session)


def add(engine: Engine, name: str, metres: float = 0, slug: str | None = None, **facts: object) -> None:
    add_cinema(engine, slug or name.lower().replace(" ", "-"), name=name, lat=52.49 + metres / DEGREE_M, **facts)


def test_reasons_are_said_in_words(engine: Engine) -> None:
    add(engine, "Passage", website="https://www.yorck.example/kinos/passage/", street="Karl-Marx-Str. 131")
    add(engine, "Passage", 97, "passage-2", website="http://yorck.example/kinos/passage", street="Karl-Marx-Straße 131")
    (group,) = found(engine)
    assert (group.slug, group.name) == ("passage", "Passage")
    assert group.doubles[0].reasons == "97 m apart, both “Passage”, same address, same website"
    assert group.commands == ("kinonah cinemas merge passage passage-2",)


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        ("Odeon", "Odeon Lichtspiele", 200),
        ("Filmtheater Cosima", "COSIMA-Kino", 200),
        ("Passage", "Passage Kino Neukölln", 0),
        ("Sputnik Kino", "Sputnik am Südstern", 30),
        ("Hackesche Höfe", "Hackesche Hoefe Kino", 100),
        ("Moviemento", "Movimento", 20),
        ("Lichtblick Kino Berlin", "Lichtblick", 90),
        ("Kino", "Lichtspiele", 10),
    ],
)
def test_names_are_alike_without_what_any_cinema_has_in_its_name(
    engine: Engine, one: str, other: str, metres: float
) -> None:
    add(engine, one, city="Berlin")
    add(engine, other, metres)
    assert len(found(engine)) == 1


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        ("Kino 1", "Kino 2", 0),
        ("Studio 1", "Studio 2", 0),
        ("CineStar CUBIX", "CineStar Tegel", 0),
        ("CineStar CUBIX", "CineStar Tegel", 9000),
        ("Babylon", "Central", 0),
        ("Hackesche Höfe Kino", "Kino Central", 56),
        ("Delphi Filmpalast", "Delphi LUX", 143),
        ("Filmrauschpalast", "Filmrauschpalast Open Air Kino", 0),
        ("Kino Zukunft", "Freiluftkino Zukunft", 0),
        ("Odeon", "Odeon", 400),
    ],
)
def test_distinct_houses_are_not_proposed_however_near(engine: Engine, one: str, other: str, metres: float) -> None:
    add(engine, one, slug="one")
    add(engine, other, metres, "other")
    assert found(engine) == []


def test_two_addresses_are_two_houses_but_around_a_corner(engine: Engine) -> None:
    add(engine, "Odeon", street="Hauptstraße 1")
    add(engine, "Odeon", 150, "odeon-2", street="Nebenstraße 7")
    assert found(engine) == []
    add(engine, "Odeon", 210, "odeon-3", street="Seitengasse 2")
    (group,) = found(engine)
    assert {group.slug, *(one.slug for one in group.doubles)} == {"odeon-2", "odeon-3"}
    assert "different addresses" in group.doubles[0].reasons


def test_three_make_a_group_and_the_one_of_which_most_is_known_stays(engine: Engine) -> None:
    add(engine, "Union Filmtheater")
    add(engine, "Kino Union", website="https://union.example/", street="Bölschestraße 69", postcode="12587")
    add(engine, "Union Friedrichshagen")
    (group,) = found(engine)
    assert group.slug == "kino-union"
    assert [one.slug for one in group.doubles] == ["union-filmtheater", "union-friedrichshagen"]


def test_a_position_that_strangers_share_says_nothing(engine: Engine) -> None:
    for name in ("Bali Kino", "Zukunft", "Weltspiegel"):
        add(engine, name)
    add(engine, "Bali-Kino", 12_000, slug="bali", website="https://bali.example/")
    (group,) = found(engine)
    assert (group.slug, [one.slug for one in group.doubles]) == ("bali", ["bali-kino"])
    assert group.confidence == 0.5


def test_neighbours_are_found_across_the_date_line_and_at_the_poles(engine: Engine) -> None:
    for slug, lat, lon in (("a", -16.8, 179.9995), ("b", -16.8, -179.9995), ("c", 89.9999, 0.0), ("d", 89.9999, 180.0)):
        add_cinema(engine, slug, name="Meridian", lat=lat, lon=lon)
    assert {(group.slug, group.doubles[0].slug) for group in found(engine)} == {("a", "b"), ("c", "d")}


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Kantstr. 12 A", "Kantstraße 12a", True),
        ("Rosenthaler Str. 40/41", "Rosenthaler Straße 41", True),
        ("12 rue Champollion", "Rue Champollion, 12", True),
        ("Kantstraße 10", "Kantstraße 12a", False),
        ("Kantstraße", "Kantstraße", False),
    ],
)
def test_an_address_is_one_however_it_is_written(one: str, other: str, *, is_one: bool) -> None:
    read = read_street(one), read_street(other)
    assert bool(read[0] and read[1] and read[0].meets(read[1])) == is_one
