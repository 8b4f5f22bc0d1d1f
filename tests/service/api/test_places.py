"""`/api/v1/places`: what people type becomes a place; house numbers go by POST only, and are kept nowhere."""

import csv
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from data.catalogue.cinemas import import_cinemas
from data.demo.places import import_demo_places
from data.tables.database import open_database, writing
from service.app import create_app
from service.settings import Settings
from tests.service.town import NEAR, NOW

PLACES = "/api/v1/places"


def names(said: dict[str, Any]) -> list[str]:
    return [f"{place['name']} ({place['kind']})" for place in said["places"]]


def test_a_place_has_a_point_a_context_and_how_uncertain_it_is(town: TestClient) -> None:
    said = town.get(PLACES, params={"q": "10967"}).json()
    assert said == {
        "places": [
            {
                "name": "10967",
                "kind": "postcode",
                "context": "Berlin",
                "lat": 52.49033,
                "lon": 13.4234,
                "accuracy_m": 1500,
                "area": None,
            }
        ],
        "attribution": None,
        "problem": None,
    }


def test_what_the_cinemas_stand_in_is_a_place_as_wide_as_they_are_apart(town: TestClient) -> None:
    (berlin,) = town.get(PLACES, params={"q": "berlin"}).json()["places"]
    assert (berlin["kind"], berlin["lat"], berlin["lon"]) == ("city", 52.4899, 13.4514)
    assert 3_000 < berlin["accuracy_m"] <= 5_000


def test_a_cinema_is_found_by_any_word_of_its_name(town: TestClient) -> None:
    assert names(town.get(PLACES, params={"q": "silent"}).json()) == ["The Silent House (cinema)"]


@pytest.mark.parametrize("q", ["", " ", "🐻", "qqqq", "\u202e\u0000", "12345 67890"])
def test_what_means_no_place_gives_none(town: TestClient, q: str) -> None:
    answer = town.get(PLACES, params={"q": q})
    assert (answer.status_code, answer.json()["places"]) == (200, [])


def test_ten_thousand_characters_are_no_place(town: TestClient) -> None:
    answer = town.get(PLACES, params={"q": "kreuzberg " * 1000})
    assert answer.status_code == 400
    assert answer.json()["problems"] == [{"parameter": "q", "message": "Write at most 200 characters."}]


def test_known_names_may_stay_in_caches_house_numbers_may_not(town: TestClient) -> None:
    def caching(**asked: str | float) -> str:
        return town.get(PLACES, params=asked).headers["Cache-Control"]

    assert caching(q="10967") == "public, max-age=30"
    assert caching(q="10967", lat=52.5, lon=13.42) == "public, max-age=30"
    assert caching(q="10967", lat=52.498613, lon=13.42) == "private, no-store"
    assert caching(q="Kottbusser Damm 22") == "private, no-store"


@pytest.mark.parametrize(
    "q", ["Kottbusser Damm 22, 10967 Berlin", "Kottbusser Damm 22a 10967", "22 Kottbusser Damm 10967"]
)
def test_a_house_number_in_an_address_bar_gives_its_postcode_and_a_hint_that_does_not_repeat_it(
    town: TestClient, q: str
) -> None:
    answer = town.get(PLACES, params={"q": q})
    assert names(answer.json()) == ["10967 (postcode)"]
    assert answer.json()["problem"].startswith("This installation knows no streets")
    assert "22" not in answer.json()["problem"]
    assert "22" not in str(answer.headers)


def test_by_post_a_known_place_is_found_too_and_nobody_keeps_the_answer(town: TestClient) -> None:
    answer = town.post(PLACES, json={"q": "10967 Berlin", "lang": "de"})
    assert names(answer.json()) == ["10967 (postcode)"]
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_without_a_geocoder_a_house_number_gives_what_is_known_and_says_so(town: TestClient) -> None:
    said = town.post(PLACES, json={"q": "Kottbusser Damm 22, 10967 Berlin", "lang": "de"}).json()
    assert names(said) == ["10967 (postcode)"]
    assert said["problem"].startswith("Straßen und Hausnummern kennt diese Installation nicht.")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "invalid"),
        (b"{", "invalid"),
        (b"[]", "invalid"),
        (b"{}", "invalid"),
        (b'{"q": 7}', "invalid"),
        (b'{"q": "x", "house": 1}', "invalid"),
        (b'{"q": "x", "lat": 52.5}', "question-wrong"),
        (b'{"q": "' + b"x" * 10_000 + b'"}', "invalid"),
        (b'{"q": "' + b"x" * 1_000_000 + b'"}', "question-wrong"),
    ],
)
def test_a_body_that_is_no_question_is_a_problem(town: TestClient, body: bytes, kind: str) -> None:
    answer = town.post(PLACES, content=body)
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{kind}")


def test_what_is_typed_alike_comes_by_where_one_is(town: TestClient) -> None:
    first = town.get(PLACES, params={"q": "1", **NEAR}).json()
    assert names(first)[0] == "10967 (postcode)"
    assert names(town.get(PLACES, params={"q": "1", "lat": 52.39, "lon": 13.09}).json())[0] == "14482 (postcode)"


def table() -> list[tuple[str, str]]:
    """Give what is typed, and the place that comes first; empty where there is to be none."""
    with (Path(__file__).parent / "typed_places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["typed"], f"{row['name']} ({row['kind']})" if row["name"] else "") for row in rows]


@pytest.fixture(scope="module")
def berlin(town_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The town, with the cinemas and places of the demo city."""
    file = tmp_path_factory.mktemp("berlin") / "kinonah.db"
    shutil.copy(town_file, file)
    engine = open_database(f"sqlite:///{file}")
    with writing(engine) as session:
        cinemas = (files("data.demo") / "berlin" / "cinemas.csv").read_bytes()
        import_cinemas(session, cinemas, now=NOW)
        import_demo_places(session, NOW)
    engine.dispose()
    with TestClient(create_app(Settings(database_url=f"sqlite:///{file}"), clock=lambda: NOW)) as client:
        yield client


@pytest.mark.parametrize(("typed", "meant"), table())
def test_what_people_type_is_what_they_mean(berlin: TestClient, typed: str, meant: str) -> None:
    answer = berlin.get(PLACES, params={"q": typed})
    assert answer.status_code == 200
    assert (names(answer.json()) or [""])[0] == meant


def test_ten_thousand_characters_typed_by_post_are_answered_too(berlin: TestClient) -> None:
    answer = berlin.post(PLACES, json={"q": "ü" * 10_000})
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid")
