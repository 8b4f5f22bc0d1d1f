"""`/api/v1/programme`: a city's days for use offline, in the shape of showtimes."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.town import NEAR

PROGRAMME = "/api/v1/programme"


def starts(said: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (one["cinema"]["slug"], screening["starts_at"][5:16])
        for one in said["cinemas"]
        for screening in one["screenings"]
    ]


def test_it_holds_all_that_is_shown_within_25_km_on_three_days_begun_or_not(town: TestClient) -> None:
    said = town.get(PROGRAMME, params=NEAR).json()
    assert starts(said) == [
        ("moviemento", "11-26T20:15"),
        ("moviemento", "11-26T22:30"),
        ("moviemento", "11-27T00:30"),
        ("rollberg", "11-26T18:00"),
        ("rollberg", "11-26T21:00"),
        ("rollberg", "11-26T23:00"),
    ]
    assert said["window"] == {"from": "2026-11-26T05:00:00+01:00", "until": "2026-11-29T05:00:00+01:00"}
    assert (said["total_cinemas"], said["truncated"]) == (2, False)


def test_its_cinemas_are_those_of_showtimes(town: TestClient) -> None:
    asked: dict[str, Any] = {
        **NEAR,
        "accuracy_m": 2000,
        "within_km": 25,
        "from": "2026-11-26T05:00",
        "until": "2026-11-29T05:00",
    }
    showtimes = town.get("/api/v1/showtimes", params={**asked, "limit": 100}).json()
    assert town.get(PROGRAMME, params={**NEAR, "accuracy_m": 2000}).json() == showtimes


def test_an_uncertain_position_reaches_farther(town: TestClient) -> None:
    far = town.get(PROGRAMME, params={**NEAR, "accuracy_m": 5000}).json()
    assert "thalia" in {one["cinema"]["slug"] for one in far["cinemas"]}


def test_it_is_kept_by_everybody_and_not_sent_twice(town: TestClient) -> None:
    first = town.get(PROGRAMME, params=NEAR)
    assert first.headers["Cache-Control"].startswith("public")
    again = town.get(PROGRAMME, params=NEAR, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    exact = town.get(PROGRAMME, params={**NEAR, "lat": 52.50001})
    assert exact.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("parameters", "kind"),
    [
        ({}, "invalid"),
        ({"lat": "52.5"}, "invalid"),
        ({"lat": "91", "lon": "13"}, "position-out-of-range"),
        ({"lat": "13.4", "lon": "52.5"}, "position-swapped"),
        ({**NEAR, "days": "3"}, "invalid"),
    ],
)
def test_what_is_no_place_is_a_problem(town: TestClient, parameters: dict[str, str], kind: str) -> None:
    answer = town.get(PROGRAMME, params=parameters)
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{kind}")
