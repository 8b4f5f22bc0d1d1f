"""`/api/v1/films`: found by words of a title in any language, and one in full."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.town import PLAIN_EVIL_TITLE


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


def test_words_that_are_too_long_are_a_problem(town: TestClient) -> None:
    answer = town.get("/api/v1/films", params={"q": "x" * 201})
    assert answer.json()["problems"] == [{"parameter": "q", "message": "Write at most 200 characters."}]


def test_an_unknown_parameter_is_refused_as_everywhere(town: TestClient) -> None:
    answer = town.get("/api/v1/films", params={"query": "rocket"})
    assert (answer.status_code, answer.json()["problems"][0]["parameter"]) == (400, "query")
