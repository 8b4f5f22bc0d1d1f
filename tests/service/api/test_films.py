"""`/api/v1/films`: found by words of a title in any language, and one in full."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.town import NEAR, PLAIN_EVIL_TITLE


def found(town: TestClient, words: str) -> list[str]:
    said: dict[str, Any] = town.get("/api/v1/films", params={"q": words}).json()
    assert set(said) == {"films", "total"}
    return [film["slug"] for film in said["films"]]


@pytest.mark.parametrize(
    "words", ["Fallende Blätter", "fallende blatter", "BLÄTTER", "kuolleet", "leaves fallen", "  Fallen  ", "blät"]
)
def test_a_film_is_found_by_words_of_any_of_its_titles(town: TestClient, words: str) -> None:
    assert found(town, words) == ["fallende-blaetter"]


def test_no_words_mean_all_films_those_that_run_most_first(town: TestClient) -> None:
    assert found(town, "")[0] == "red-rocket"
    assert len(found(town, "")) == 6


def test_words_of_no_title_find_nothing(town: TestClient) -> None:
    assert found(town, "casablanca") == []


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("falende blätter", "fallende-blaetter"),
        ("blaetter", "fallende-blaetter"),
        ("2023", "fallende-blaetter"),
        ("baker", "red-rocket"),
        ("simon r", "red-rocket"),
        ("red rokcet", "red-rocket"),
    ],
)
def test_slips_names_and_years_find_a_film_too(town: TestClient, words: str, slug: str) -> None:
    assert found(town, words) == [slug]


def test_a_film_comes_with_what_a_list_shows_of_it(town: TestClient) -> None:
    film = town.get("/api/v1/films", params={"q": "red rocket", **NEAR}).json()["films"][0]
    assert (film["year"], film["directors"], film["original_title"]) == (2021, ["Sean Baker"], "Red Rocket")
    assert (film["is_coming"], film["total_cinemas"]) == (True, 3)
    nearest = film["nearest"]
    assert (nearest["cinema"]["slug"], nearest["starts_at"]) == ("moviemento", "2026-11-26T20:15:00+01:00")
    assert 1_000 < nearest["distance_m"] < 1_200


def test_without_a_position_no_cinema_is_the_nearest(town: TestClient) -> None:
    films = town.get("/api/v1/films").json()["films"]
    assert {film["nearest"] for film in films} == {None}
    assert not films[-1]["is_coming"]


@pytest.mark.parametrize(
    ("parameters", "kind"),
    [
        ({"lat": "52.5"}, "question-wrong"),
        ({"lat": "13.42", "lon": "52.5"}, "position-swapped"),
        ({**NEAR, "accuracy_m": "-1"}, "invalid"),
    ],
)
def test_a_position_that_is_none_is_a_problem(town: TestClient, parameters: dict[str, str], kind: str) -> None:
    answer = town.get("/api/v1/films", params=parameters)
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{kind}")


def test_an_exact_position_stays_in_no_cache(town: TestClient) -> None:
    coarse, exact = (
        town.get("/api/v1/films", params={"lat": lat, "lon": 13.42}).headers["Cache-Control"] for lat in (52.5, 52.5001)
    )
    assert coarse.startswith("public")
    assert exact == "private, no-store"


def test_the_limit_cuts_and_the_total_says_so(town: TestClient) -> None:
    said = town.get("/api/v1/films?limit=2").json()
    assert (len(said["films"]), said["total"]) == (2, 6)


def test_a_film_in_full(town: TestClient) -> None:
    film = town.get("/api/v1/films/red-rocket").json()
    assert film["credits"] == {"director": ["Sean Baker"], "cast": ["Simon Rex", "Suzanna Son"]}
    assert film["texts"]["de"]["author"] == "Mira Falk"
    assert film["released_on"] == {"DE": "2022-04-14"}
    assert not film["is_provisional"]


def test_a_film_that_a_schedule_taught_is_provisional(town: TestClient) -> None:
    assert town.get("/api/v1/films/nur-ein-titel").json()["is_provisional"]


def test_a_title_is_plain_text(town: TestClient) -> None:
    assert town.get("/api/v1/films/evil").json()["title"] == PLAIN_EVIL_TITLE


@pytest.mark.parametrize("slug", ["nope", "Red-Rocket", "red-rocket%20", "%00", "..%2F..%2Fetc"])
def test_an_unknown_film_is_a_404(town: TestClient, slug: str) -> None:
    answer = town.get(f"/api/v1/films/{slug}")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "asked", ["films/red-roket", "films/red-roket.ics", "showtimes?film=red-rockt&lat=52.5&lon=13.4"]
)
def test_a_slug_that_is_nearly_right_is_answered_with_the_right_one(town: TestClient, asked: str) -> None:
    answer = town.get(f"/api/v1/{asked}")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown")
    assert "Did you mean: red-rocket? Search" in answer.json()["detail"]


@pytest.mark.parametrize("slug", ["zzzzzz", "---", "x" * 2_000])
def test_a_slug_that_is_like_no_other_is_refused_without_a_guess(town: TestClient, slug: str) -> None:
    answer = town.get(f"/api/v1/films/{slug}")
    assert answer.status_code == 404
    assert "Did you mean" not in answer.json()["detail"]


def test_words_that_are_too_long_are_a_problem(town: TestClient) -> None:
    answer = town.get("/api/v1/films", params={"q": "x" * 201})
    assert answer.json()["problems"] == [{"parameter": "q", "message": "Write at most 200 characters."}]


def test_an_unknown_parameter_is_refused_as_everywhere(town: TestClient) -> None:
    answer = town.get("/api/v1/films", params={"query": "rocket"})
    assert (answer.status_code, answer.json()["problems"][0]["parameter"]) == (400, "query")
