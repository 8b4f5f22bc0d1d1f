"""A person who comes to nothing gets a page that leads on; a program gets a problem."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("path", "headline"),
    [("/nowhere", "There is no such page"), ("/films/nope", "We do not know this"), ("/films/a/b", "There is no such")],
)
def test_a_person_gets_a_page_that_leads_home(client: TestClient, path: str, headline: str) -> None:
    page = client.get(path, headers={"Accept": BROWSER, "Accept-Language": "en"})
    assert page.status_code == 404
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Vary"] == "Accept, Accept-Language"
    assert f"<h1>{headline}" in page.text
    assert '<a href="/">To the start page</a>' in page.text


def test_in_german_too(client: TestClient) -> None:
    page = client.get("/films/nope", headers={"Accept": BROWSER, "Accept-Language": "de"})
    assert "<h1>Das kennen wir nicht</h1>" in page.text
    assert '<a href="/">Zur Startseite</a>' in page.text


@pytest.mark.parametrize(
    ("language", "asks", "title"),
    [("de", "Meintest du:", "Fallende Blätter (2023)"), ("en", "Did you mean:", "Fallen Leaves (2023)")],
)
def test_a_misspelt_film_leads_to_those_that_may_be_meant(
    town: TestClient, language: str, asks: str, title: str
) -> None:
    page = town.get(f"/films/falende-blatter?lang={language}", headers={"Accept": BROWSER})
    assert page.status_code == 404
    assert asks in page.text
    assert f'<a href="/films/fallende-blaetter?lang={language}">{title}</a>' in page.text


def test_a_film_that_is_like_no_other_leads_home_alone(town: TestClient) -> None:
    assert "Did you mean" not in town.get("/films/zzzz?lang=en", headers={"Accept": BROWSER}).text


@pytest.mark.parametrize("path", ["/api", "/api/v1/films/nope", "/api/nowhere", "/health/nowhere", "/static/nowhere"])
def test_addresses_for_programs_answer_problems_whoever_asks(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": BROWSER})
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "accept", ["", "*/*", "application/json", "application/problem+json, text/html", "text/html;q=0.5, text/json"]
)
def test_who_does_not_prefer_a_page_gets_a_problem(client: TestClient, accept: str) -> None:
    answer = client.get("/films/nope", headers={"Accept": accept})
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_an_address_is_not_repeated(client: TestClient) -> None:
    page = client.get("/films/<script>alert(52.498613)</script>", headers={"Accept": BROWSER})
    assert "alert" not in page.text
    assert "52.498613" not in page.text


def test_a_fault_of_ours_is_a_page_too(app: FastAPI) -> None:
    @app.get("/fault")
    async def fault() -> None:
        raise RuntimeError("near 52.520008")

    with TestClient(app) as client:
        page = client.get("/fault", headers={"Accept": BROWSER})
    assert page.status_code == 500
    assert "<h1>Something went wrong</h1>" in page.text
    assert "52.520008" not in page.text


def test_a_method_that_a_page_does_not_take_still_names_those_that_it_does(client: TestClient) -> None:
    page = client.delete("/", headers={"Accept": BROWSER})
    assert page.status_code == 405
    assert page.headers["Allow"] == "GET"
    assert "<h1>That did not work</h1>" in page.text
