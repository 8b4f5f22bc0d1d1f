"""`/api/v1/cinemas`: all of them, nearest first where there is a position, and one in full."""

import pytest
from fastapi.testclient import TestClient

from data.catalogue.cinemas import import_cinemas
from data.tables.database import writing
from tests.service.api.staff_of_town import engine_of
from tests.service.town import NEAR, NOW

CINEMAS = "/api/v1/cinemas"


def test_without_a_position_they_come_by_slug(town: TestClient) -> None:
    said = town.get(CINEMAS).json()
    assert [one["cinema"]["slug"] for one in said["cinemas"]] == ["moviemento", "rollberg", "silent", "thalia"]
    assert {one["distance_m"] for one in said["cinemas"]} == {None}
    assert said["total"] == 4


def test_with_one_the_nearest_comes_first_those_without_programme_too(town: TestClient) -> None:
    said = town.get(CINEMAS, params={**NEAR, "limit": 3}).json()
    assert [one["cinema"]["slug"] for one in said["cinemas"]] == ["moviemento", "rollberg", "silent"]
    assert said["total"] == 4


def test_a_cinema_of_which_nothing_is_known_says_so(town: TestClient) -> None:
    assert town.get(f"{CINEMAS}/silent").json()["known_until"] is None
    assert town.get(f"{CINEMAS}/moviemento").json()["known_until"] == "2026-11-26"


def test_the_days_of_a_cinema_are_told_apart(town: TestClient) -> None:
    days = town.get(f"{CINEMAS}/rollberg").json()["days"]
    assert [day["state"] for day in days[:7]] == ["programme", *["none"] * 4, "programme", "unknown"]
    assert (len(days), days[0]) == (14, {"programme_on": "2026-11-26", "state": "programme", "note": None})
    assert {day["state"] for day in town.get(f"{CINEMAS}/silent").json()["days"]} == {"unknown"}


def test_the_screenings_of_a_cinema_come_with_the_days_that_were_asked_for(town: TestClient) -> None:
    asked = {"from": "2026-11-30T18:00", "until": "2026-12-03T05:00"}
    days = town.get(f"{CINEMAS}/rollberg/screenings", params=asked).json()["days"]
    assert [(day["programme_on"][-2:], day["state"]) for day in days] == [
        ("30", "none"),
        ("01", "programme"),
        ("02", "unknown"),
    ]
    evening = town.get(f"{CINEMAS}/rollberg/screenings", params={"on": "2026-11-27"}).json()["days"]
    assert [day["state"] for day in evening] == ["none"]


def test_an_unknown_cinema_is_a_404(town: TestClient) -> None:
    assert town.get(f"{CINEMAS}/nowhere").json()["type"] == "/problems/unknown"


@pytest.mark.parametrize(
    ("parameters", "kind"),
    [
        ({"lat": "52.5"}, "question-wrong"),
        ({"lat": "91", "lon": "13"}, "position-out-of-range"),
        ({"lat": "13.4", "lon": "52.5"}, "position-swapped"),
        ({"lat": "x", "lon": "13"}, "invalid"),
        ({"limit": "0"}, "invalid"),
        ({"latitude": "52.5"}, "invalid"),
    ],
)
def test_what_cannot_be_meant_is_a_problem(town: TestClient, parameters: dict[str, str], kind: str) -> None:
    answer = town.get(CINEMAS, params=parameters)
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{kind}")


def test_all_cinemas_are_on_a_map_by_slug(town: TestClient) -> None:
    answer = town.get(f"{CINEMAS}.geojson")
    features = answer.json()["features"]
    assert answer.headers["content-type"] == "application/geo+json"
    assert [one["id"] for one in features] == ["moviemento", "rollberg", "silent", "thalia"]
    facts = features[0]["properties"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [facts["lon"], facts["lat"]]}
    said = town.get(f"{CINEMAS}/moviemento").json()
    assert facts == {name: said[name] for name in facts}


def test_a_map_that_is_known_is_not_sent_again(town: TestClient) -> None:
    first = town.get(f"{CINEMAS}.geojson")
    again = town.get(f"{CINEMAS}.geojson", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("door", [CINEMAS, f"{CINEMAS}.geojson", f"{CINEMAS}/moviemento"])
def test_what_goes_out_comes_in_again_and_changes_nothing(town: TestClient, door: str) -> None:
    with writing(engine_of(town)) as session:
        report = import_cinemas(session, town.get(door).content, now=NOW)
    assert report.unchanged == report.rows > 0
    assert report.ignored_columns == ()
    assert {problem.code for problem in report.problems} <= {"position-coarse"}
