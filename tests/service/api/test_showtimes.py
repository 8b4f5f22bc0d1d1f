"""`GET /api/v1/showtimes`: the fields of the contract, nearest first, and a problem for whatever cannot be meant."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.town import NEAR

SHOWTIMES = "/api/v1/showtimes"
FIELDS = {
    *("near", "window", "films", "versions", "cinemas", "total_cinemas", "truncated", "alternative", "as_of"),
}
CINEMA_FIELDS = {
    *("slug", "name", "street", "postcode", "city", "country", "lat", "lon", "time_zone", "website", "known_until"),
}


def ask(town: TestClient, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 (whatever goes into an address)
    answer = town.get(SHOWTIMES, params=parameters)
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    assert set(said) == FIELDS | (set() if said["cinemas"] else {"empty"})
    return said


def slugs(said: dict[str, Any]) -> list[str]:
    return [one["cinema"]["slug"] for one in said["cinemas"]]


def test_the_nearest_cinema_comes_first(town: TestClient) -> None:
    said = ask(town, **NEAR, film="red-rocket")
    assert slugs(said) == ["moviemento", "rollberg", "thalia"]
    metres = [one["distance_m"] for one in said["cinemas"]]
    assert metres == sorted(metres)
    # geographiclib 2.1 says 1100.545 m.
    assert metres[0] == 1100.5
    assert said["total_cinemas"] == 3
    assert said["near"] == {"lat": 52.5, "lon": 13.42, "accuracy_m": 0.0}


def test_a_screening_has_the_fields_of_the_contract(town: TestClient) -> None:
    said = ask(town, **NEAR, film="red-rocket", cinema="moviemento")
    (one,) = said["cinemas"]
    assert set(one["cinema"]) >= CINEMA_FIELDS
    assert one["cinema"]["known_until"] == "2026-11-26"
    (screening,) = one["screenings"]
    assert screening.pop("id")
    assert screening == {
        "films": ["red-rocket"],
        "title": None,
        "starts_at": "2026-11-26T20:15:00+01:00",
        "ends_at": "2026-11-26T22:45:00+01:00",
        "programme_on": "2026-11-26",
        "version": "OmU·en·de",
        "formats": ["35mm"],
        "auditorium": "Kino 1",
        "booking_url": "https://tickets.example/1",
        "status": "scheduled",
    }
    assert said["versions"] == {
        "OmU·en·de": {
            "label": "OmU",
            "audio": ["en"],
            "is_original": True,
            "subtitles": ["de"],
            "captions": False,
            "audio_description": False,
        }
    }
    film = said["films"]["red-rocket"]
    assert (film["slug"], film["title"], film["year"], film["minutes"]) == ("red-rocket", "Red Rocket", 2021, 130)


def test_the_window_is_tonight_and_tomorrow_unless_asked(town: TestClient) -> None:
    said = ask(town, **NEAR)
    assert said["window"] == {"from": "2026-11-26T16:00:00+01:00", "until": "2026-11-28T05:00:00+01:00"}


def test_after_midnight_belongs_to_the_evening_before(town: TestClient) -> None:
    said = ask(town, **NEAR, on="2026-11-26", film="fallende-blaetter")
    assert said["cinemas"][0]["screenings"][0]["starts_at"] == "2026-11-27T00:30:00+01:00"


def test_the_start_of_a_window_is_within_and_its_end_is_not(town: TestClient) -> None:
    window = {"from": "2026-11-26T18:00", "until": "2026-11-26T20:15"}
    said = ask(town, film="red-rocket", **window)
    assert slugs(said) == ["rollberg", "thalia"]


def test_without_a_position_cinemas_come_in_order_of_time(town: TestClient) -> None:
    said = ask(town, film="red-rocket")
    assert slugs(said) == ["rollberg", "thalia", "moviemento"]
    assert [one["distance_m"] for one in said["cinemas"]] == [None] * 3
    assert said["near"] is None


def test_several_films_cinemas_and_versions_are_any_of_them(town: TestClient) -> None:
    said = ask(town, film=["red-rocket", "fallende-blaetter"], cinema=["moviemento", "thalia"], version=["DF", "OmeU"])
    assert set(slugs(said)) == {"moviemento", "thalia"}
    assert set(said["films"]) == {"red-rocket", "fallende-blaetter"}


def test_what_one_understands_is_heard_or_read(town: TestClient) -> None:
    assert slugs(ask(town, **NEAR, film="red-rocket", understands="en")) == ["moviemento", "rollberg"]
    assert slugs(ask(town, **NEAR, film="red-rocket", understands="de")) == ["moviemento", "thalia"]
    assert slugs(ask(town, **NEAR, film="red-rocket", understands=["de", "en-GB"])) == [
        *("moviemento", "rollberg", "thalia")
    ]


def test_what_is_not_said_to_be_understood_perhaps_is(town: TestClient) -> None:
    said = ask(town, **NEAR, understands="ja")
    assert said["cinemas"]
    versions = [said["versions"][one["version"]] for cinema in said["cinemas"] for one in cinema["screenings"]]
    assert {(*one["audio"], one["subtitles"]) for one in versions} == {("und", None)}


def test_access_is_what_the_cinema_promises(town: TestClient) -> None:
    assert slugs(ask(town, **NEAR, film="red-rocket", access="wheelchair")) == ["moviemento"]
    said = ask(town, **NEAR, film="red-rocket", access=["wheelchair", "captions"])
    assert said["cinemas"] == []
    assert said["alternative"]["relaxed"] == ["access"]


def test_the_limit_cuts_and_the_total_says_that_there_are_more(town: TestClient) -> None:
    said = ask(town, **NEAR, film="red-rocket", limit=1)
    assert (slugs(said), said["total_cinemas"]) == (["moviemento"], 2)


def test_an_uncertain_position_brings_whatever_could_be_nearest(town: TestClient) -> None:
    said = ask(town, **NEAR, film="red-rocket", limit=1, accuracy_m=1000)
    assert slugs(said) == ["moviemento", "rollberg"]


def test_an_empty_answer_offers_the_nearest_besides(town: TestClient) -> None:
    said = ask(town, **NEAR, film="red-rocket", within_km=1)
    assert said["cinemas"] == []
    assert said["alternative"]["relaxed"] == ["within_km"]
    assert said["alternative"]["cinema"]["slug"] == "moviemento"
    # Its film and its version are explained like all others.
    screening = said["alternative"]["screening"]
    assert screening["films"][0] in said["films"]
    assert screening["version"] in said["versions"]


def test_a_film_that_nobody_shows_has_no_alternative(town: TestClient) -> None:
    assert ask(town, **NEAR, film="nobodys-film")["alternative"] is None


@pytest.mark.parametrize(
    ("parameters", "status", "kind", "named"),
    [
        ({"film": "red-rockt"}, 404, "unknown", set()),
        ({"cinema": "nowhere"}, 404, "unknown", set()),
        ({"lat": "52.5"}, 400, "question-wrong", {"lon"}),
        ({"lon": "13.4"}, 400, "question-wrong", {"lat"}),
        ({"lat": "91", "lon": "13.4"}, 400, "position-out-of-range", {"lat", "lon"}),
        ({"lat": "52.5", "lon": "181"}, 400, "position-out-of-range", {"lat", "lon"}),
        ({"lat": "nan", "lon": "13.4"}, 400, "position-out-of-range", {"lat", "lon"}),
        ({"lat": "1e999", "lon": "13.4"}, 400, "position-out-of-range", {"lat", "lon"}),
        ({"lat": "0", "lon": "0"}, 400, "position-null-island", {"lat", "lon"}),
        ({"lat": "13.4", "lon": "52.5"}, 400, "position-swapped", {"lat", "lon"}),
        ({"lat": "52,5", "lon": "13,4"}, 400, "invalid", {"lat", "lon"}),
        ({"lat": "", "lon": ""}, 400, "invalid", {"lat", "lon"}),
        ({"accuracy_m": "-1"}, 400, "invalid", {"accuracy_m"}),
        ({"accuracy_m": "nan"}, 400, "invalid", {"accuracy_m"}),
        ({"accuracy_m": "50001"}, 400, "invalid", {"accuracy_m"}),
        ({"from": "2026-11-27T00:00", "until": "2026-11-26T00:00"}, 400, "question-wrong", {"until"}),
        ({"from": "2026-11-26", "until": "2026-11-26"}, 400, "question-wrong", {"until"}),
        ({"limit": "0"}, 400, "invalid", {"limit"}),
        ({"limit": "101"}, 400, "invalid", {"limit"}),
        ({"limit": "ten"}, 400, "invalid", {"limit"}),
        ({"films": "red-rocket"}, 400, "invalid", {"films"}),
        ({"version": "OmXU"}, 400, "question-wrong", {"version"}),
        ({"version": ""}, 400, "question-wrong", {"version"}),
        ({"format": "smell"}, 400, "question-wrong", {"format"}),
        ({"understands": "english"}, 400, "question-wrong", {"understands"}),
        ({"understands": ""}, 400, "question-wrong", {"understands"}),
        ({"access": "ramp"}, 400, "question-wrong", {"access"}),
        ({"access": ["captions", "ramp"]}, 400, "question-wrong", {"access"}),
        ({"on": "tomorrow"}, 400, "invalid", {"on"}),
        ({"on": "26.11.2026"}, 400, "invalid", {"on"}),
        ({"on": "2026-02-30"}, 400, "invalid", {"on"}),
        ({"on": "0"}, 400, "invalid", {"on"}),
        ({"on": "1764115200"}, 400, "invalid", {"on"}),
        ({"on": "9999-12-31"}, 400, "question-wrong", {"on"}),
        ({"on": "0001-01-01"}, 400, "question-wrong", {"on"}),
        ({"on": "2026-11-26", "until": "2026-11-27T00:00"}, 400, "question-wrong", {"on"}),
        ({"from": "tonight"}, 400, "question-wrong", {"from"}),
        ({"until": "20:15"}, 400, "question-wrong", {"until"}),
        ({"from": "9999-12-31T23:59"}, 400, "question-wrong", {"from"}),
        ({"from": "0001-01-01T00:00"}, 400, "question-wrong", {"from"}),
        ({"until": "9999-12-31T23:59:59-14:00"}, 400, "question-wrong", {"until"}),
        ({"within_km": "0", "lat": "52.5", "lon": "13.4"}, 400, "invalid", {"within_km"}),
        ({"within_km": "inf", "lat": "52.5", "lon": "13.4"}, 400, "invalid", {"within_km"}),
        ({"within_km": "5"}, 400, "question-wrong", {"within_km"}),
        ({"sort": "price"}, 400, "invalid", {"sort"}),
        ({"film": "x" * 201}, 400, "invalid", {"film.0"}),
    ],
)
def test_what_cannot_be_meant_is_a_problem_that_names_it(
    town: TestClient, parameters: dict[str, str | list[str]], status: int, kind: str, named: set[str]
) -> None:
    answer = town.get(SHOWTIMES, params=parameters)
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], answer.status_code, body["type"]) == (status, status, f"/problems/{kind}")
    assert {field["parameter"] for field in body["problems"]} == named


def test_who_has_the_bytes_already_gets_none(town: TestClient) -> None:
    first = town.get(SHOWTIMES, params=NEAR)
    again = town.get(SHOWTIMES, params=NEAR, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
    other = town.get(SHOWTIMES, params=NEAR, headers={"If-None-Match": '"something-else"'})
    assert other.status_code == 200


def test_the_same_coarse_question_has_the_same_bytes_for_everyone(town: TestClient) -> None:
    asked = {**NEAR, "accuracy_m": 1000}
    answers = [
        town.get(SHOWTIMES, params=asked, headers={"Accept-Language": language, "User-Agent": language})
        for language in ("de", "en", "fr")
    ]
    assert len({answer.content for answer in answers}) == 1
    assert len({answer.headers["ETag"] for answer in answers}) == 1
    assert {answer.headers["Cache-Control"] for answer in answers} == {"public, max-age=30"}
    assert {answer.headers["Vary"] for answer in answers} == {"Accept-Encoding"}
