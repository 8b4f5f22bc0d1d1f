"""`GET /api/v1/films/near`: each film once with its next starts, and a problem for whatever cannot be meant."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.town import NEAR, PLAIN_EVIL_TITLE

FILMS_NEAR = "/api/v1/films/near"
FIELDS = {
    *("near", "window", "films", "other_films", "versions", "cinemas", "total_films", "truncated", "alternative"),
    "as_of",
}


def ask(town: TestClient, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 (whatever goes into an address)
    answer = town.get(FILMS_NEAR, params={**NEAR, **parameters})
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    assert set(said) == FIELDS
    return said


def slugs(said: dict[str, Any]) -> list[str]:
    return [one["film"]["slug"] for one in said["films"]]


def test_what_runs_nearest_and_soonest_comes_first_and_each_film_once(town: TestClient) -> None:
    said = ask(town)
    # What is sold out (Nur ein Titel) is no start.
    assert slugs(said) == ["red-rocket", "evil", "rec-skull-b", "fallende-blaetter"]
    assert (said["total_films"], said["truncated"], said["alternative"]) == (4, False, None)
    assert said["near"] == {"lat": 52.5, "lon": 13.42, "accuracy_m": 0.0}
    assert said["window"] == {"from": "2026-11-26T16:00:00+01:00", "until": "2026-11-28T05:00:00+01:00"}


def test_a_film_has_its_facts_and_its_starts_with_cinema_and_distance(town: TestClient) -> None:
    said = ask(town, limit=1)
    (one,) = said["films"]
    assert (one["film"]["title"], one["film"]["minutes"], one["total_cinemas"]) == ("Red Rocket", 130, 3)
    # 18:00 at 2.4 km, 20:15 at 1.1 km; 19:00 in Potsdam is 25 km away.
    assert [start["cinema"] for start in one["starts"]] == ["rollberg", "moviemento", "thalia"]
    assert set(said["cinemas"]) == {"rollberg", "moviemento", "thalia"}
    assert said["cinemas"]["moviemento"]["known_until"] == "2026-11-26"
    start = one["starts"][1]
    # geographiclib 2.1 says 1100.545 m.
    assert start["distance_m"] == 1100.5
    assert start["screening"].pop("id")
    assert start["screening"] == {
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
    assert said["versions"]["OmU·en·de"]["subtitles"] == ["de"]


def test_a_title_is_plain_text(town: TestClient) -> None:
    assert ask(town)["films"][1]["film"]["title"] == PLAIN_EVIL_TITLE


def test_the_limits_cut_and_the_totals_say_so(town: TestClient) -> None:
    said = ask(town, limit=2, starts=1)
    assert slugs(said) == ["red-rocket", "evil"]
    assert [len(one["starts"]) for one in said["films"]] == [1, 1]
    assert (said["total_films"], said["films"][0]["total_cinemas"]) == (4, 3)


def test_after_midnight_belongs_to_the_evening_before(town: TestClient) -> None:
    assert "fallende-blaetter" in slugs(ask(town, on="2026-11-26"))
    assert slugs(ask(town, on="2026-11-27")) == []


@pytest.mark.parametrize(
    ("parameters", "films"),
    [
        ({"version": "OmeU"}, ["fallende-blaetter"]),
        ({"format": "35mm"}, ["red-rocket"]),
        ({"understands": "fi"}, ["evil", "rec-skull-b", "fallende-blaetter"]),
        ({"access": "wheelchair"}, ["red-rocket", "evil", "fallende-blaetter"]),
        ({"within_km": "1.5"}, ["red-rocket", "evil", "fallende-blaetter"]),
        ({"from": "2026-11-26T22:45"}, ["rec-skull-b", "fallende-blaetter"]),
        ({"until": "2026-11-26T22:31"}, ["red-rocket", "evil"]),
    ],
)
def test_what_a_question_for_showtimes_says_is_understood(
    town: TestClient, parameters: dict[str, str], films: list[str]
) -> None:
    assert slugs(ask(town, **parameters)) == films


def test_an_uncertain_position_gets_more(town: TestClient) -> None:
    assert slugs(ask(town, limit=1, within_km=1)) == []
    assert slugs(ask(town, limit=1, within_km=1, accuracy_m=500)) == ["red-rocket", "evil", "fallende-blaetter"]


def test_where_nothing_runs_the_nearest_start_is_offered(town: TestClient) -> None:
    said = ask(town, on="2026-11-27")
    assert (said["films"], said["cinemas"], said["total_films"]) == ([], {}, 0)
    assert said["alternative"]["relaxed"] == ["on"]
    assert said["alternative"]["cinema"]["slug"] == "rollberg"
    assert said["alternative"]["screening"]["starts_at"] == "2026-12-01T20:00:00+01:00"
    assert set(said["other_films"]) == {"red-rocket"}


def test_far_from_any_cinema_the_nearest_are_found(town: TestClient) -> None:
    assert slugs(ask(town, lat=-41.3, lon=174.8))[0] == "red-rocket"


@pytest.mark.parametrize(
    ("parameters", "kind", "named"),
    [
        ({"lat": None}, "invalid", {"lat"}),
        ({"lon": None}, "invalid", {"lon"}),
        ({"lat": None, "lon": None}, "invalid", {"lat", "lon"}),
        ({"lat": "91"}, "position-out-of-range", {"lat", "lon"}),
        ({"lon": "181"}, "position-out-of-range", {"lat", "lon"}),
        ({"lat": "nan"}, "position-out-of-range", {"lat", "lon"}),
        ({"lat": "0", "lon": "0"}, "position-null-island", {"lat", "lon"}),
        ({"lat": "13.4", "lon": "52.5"}, "position-swapped", {"lat", "lon"}),
        ({"lat": "52,5"}, "invalid", {"lat"}),
        ({"accuracy_m": "-1"}, "invalid", {"accuracy_m"}),
        ({"accuracy_m": "50001"}, "invalid", {"accuracy_m"}),
        ({"from": "tonight"}, "question-wrong", {"from"}),
        ({"until": "20:15"}, "question-wrong", {"until"}),
        ({"from": "2026-11-27", "until": "2026-11-26"}, "question-wrong", {"until"}),
        ({"on": "tomorrow"}, "invalid", {"on"}),
        ({"on": "2026-11-26", "until": "2026-11-27T00:00"}, "question-wrong", {"on"}),
        ({"version": "OmXU"}, "question-wrong", {"version"}),
        ({"understands": "english"}, "question-wrong", {"understands"}),
        ({"format": "smell"}, "question-wrong", {"format"}),
        ({"access": "ramp"}, "question-wrong", {"access"}),
        ({"within_km": "0"}, "invalid", {"within_km"}),
        ({"limit": "0"}, "invalid", {"limit"}),
        ({"limit": "101"}, "invalid", {"limit"}),
        ({"starts": "0"}, "invalid", {"starts"}),
        ({"starts": "11"}, "invalid", {"starts"}),
        ({"film": "red-rocket"}, "invalid", {"film"}),
        ({"cinema": "moviemento"}, "invalid", {"cinema"}),
        ({"sort": "time"}, "invalid", {"sort"}),
    ],
)
def test_what_cannot_be_meant_is_a_problem_that_names_it(
    town: TestClient, parameters: dict[str, str | None], kind: str, named: set[str]
) -> None:
    asked = {name: value for name, value in {**NEAR, **parameters}.items() if value is not None}
    answer = town.get(FILMS_NEAR, params=asked)
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert (answer.status_code, body["type"]) == (400, f"/problems/{kind}")
    assert {field["parameter"] for field in body["problems"]} == named


def test_who_has_the_bytes_already_gets_none(town: TestClient) -> None:
    first = town.get(FILMS_NEAR, params=NEAR)
    again = town.get(FILMS_NEAR, params=NEAR, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
