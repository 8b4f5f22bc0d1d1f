"""Areas over HTTP: the list of them, the cinemas of one, and what plays there."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.town import NEAR

AREAS = "/api/v1/areas"


def said(town: TestClient, path: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 (whatever goes into an address)
    answer = town.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.json()
    return document


def slugs(document: dict[str, Any]) -> list[str]:
    return [one["cinema"]["slug"] for one in document["cinemas"]]


def test_areas_are_listed_with_their_cinemas_and_the_circle_around_them(town: TestClient) -> None:
    document = said(town, AREAS)
    assert [(one["slug"], one["cinemas"]) for one in document["areas"]] == [
        ("friedrichshain-kreuzberg", 1),
        ("kreuzberg", 1),
        ("neukoelln", 1),
    ]
    assert document["areas"][1] == {
        "slug": "kreuzberg",
        "name": "Kreuzberg",
        "kind": "neighbourhood",
        "aliases": ["X-Berg"],
        "cinemas": 1,
        "lat": 52.495,
        "lon": 13.4025,
        # geographiclib 2.1 says 2263.2 m to the farther corners.
        "radius_m": 2265.0,
    }
    assert document["total"] == 3


def test_areas_can_be_asked_for_by_kind(town: TestClient) -> None:
    document = said(town, AREAS, kind="district", limit=1)
    assert ([one["slug"] for one in document["areas"]], document["total"]) == (["friedrichshain-kreuzberg"], 2)


def test_showtimes_can_be_asked_for_an_area(town: TestClient) -> None:
    assert slugs(said(town, "/api/v1/showtimes", area="kreuzberg", film="red-rocket")) == ["moviemento"]
    assert slugs(said(town, "/api/v1/showtimes", **NEAR, area="neukoelln", film="red-rocket")) == ["rollberg"]


def test_of_several_areas_any_will_do(town: TestClient) -> None:
    document = said(town, "/api/v1/showtimes", **NEAR, area=["neukoelln", "kreuzberg"], film="red-rocket")
    assert slugs(document) == ["moviemento", "rollberg"]


def test_an_area_without_a_fitting_screening_offers_the_nearest_outside(town: TestClient) -> None:
    document = said(town, "/api/v1/showtimes", **NEAR, area="neukoelln", film="evil")
    assert document["cinemas"] == []
    assert document["alternative"]["relaxed"] == ["area"]
    assert document["alternative"]["cinema"]["slug"] == "moviemento"


@pytest.mark.parametrize(
    "asked", ["area=kreuzberg", "lat=52.5&lon=13.42&area=kreuzberg", "area=neukoelln&area=kreuzberg"]
)
def test_both_ways_to_showtimes_say_the_same_of_an_area(town: TestClient, asked: str) -> None:
    # A blank before a number is read by the route only.
    short, long = (town.get(f"/api/v1/showtimes?{asked}&limit={limit}") for limit in ("20", "+20"))
    assert short.status_code == long.status_code == 200
    assert short.content == long.content


def test_films_near_can_be_asked_for_an_area(town: TestClient) -> None:
    document = said(town, "/api/v1/films/near", **NEAR, area="neukoelln")
    assert list(document["cinemas"]) == ["rollberg"]


def test_cinemas_can_be_asked_for_an_area(town: TestClient) -> None:
    assert slugs(said(town, "/api/v1/cinemas", area="neukoelln")) == ["rollberg"]
    assert said(town, "/api/v1/cinemas", area="neukoelln", **NEAR)["total"] == 1
    assert slugs(said(town, "/api/v1/cinemas", area=["kreuzberg", "neukoelln"])) == ["moviemento", "rollberg"]


def test_a_cinema_says_its_district(town: TestClient) -> None:
    assert said(town, "/api/v1/cinemas/moviemento")["district"] == "Friedrichshain-Kreuzberg"
    assert said(town, "/api/v1/cinemas/thalia")["district"] is None
    (one,) = said(town, "/api/v1/showtimes", **NEAR, area="neukoelln", film="red-rocket")["cinemas"]
    assert one["cinema"]["district"] == "Neukölln"


@pytest.mark.parametrize("path", ["/api/v1/showtimes", "/api/v1/cinemas", "/api/v1/films/near"])
@pytest.mark.parametrize(
    ("written", "meant"), [("kreuzburg", "kreuzberg"), ("Neukölln", "neukoelln"), ("x-berg", "kreuzberg")]
)
def test_an_unknown_area_says_which_may_be_meant(town: TestClient, path: str, written: str, meant: str) -> None:
    answer = town.get(path, params={**NEAR, "area": written})
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown")
    assert f"Did you mean: {meant}" in answer.json()["detail"]


def test_an_area_that_is_like_no_other_is_unknown_all_the_same(town: TestClient) -> None:
    answer = town.get("/api/v1/showtimes", params={"area": "🍿" * 100})
    assert answer.status_code == 404
    assert "Did you mean" not in answer.json()["detail"]
    assert "/api/v1/areas lists the slugs" in answer.json()["detail"]
