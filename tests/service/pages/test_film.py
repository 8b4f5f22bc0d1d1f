"""The page `/films/{slug}`: what there is to know of a film, and where it runs, harmless whatever its texts say."""

import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from data.demo.city import fill_demo_city
from data.tables.database import migrate, open_database, writing
from service.app import create_app
from service.settings import Settings
from tests.service.pages.reading import graph
from tests.service.town import PLAIN_EVIL_TITLE


def film(town: TestClient, slug: str, language: str = "en") -> str:
    page = town.get(f"/films/{slug}", params={"lang": language})
    assert (page.status_code, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    return page.text


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("en", ["USA 2021 · 130 min · English · comedy, drama · FSK 16", "Director", "14 April 2022"]),
        ("de", ["USA 2021 · 130 min · Englisch · Komödie, Drama · FSK 16", "Regie", "14. April 2022"]),
    ],
)
def test_the_facts_are_said_in_the_readers_language(town: TestClient, language: str, facts: list[str]) -> None:
    page = film(town, "red-rocket", language)
    for fact in [*facts, "Sean Baker", "Simon Rex, Suzanna Son", "Moviemento", "Rollberg", "Thalia", "20:15"]:
        assert fact in page


def test_the_labels_that_occur_are_explained(town: TestClient) -> None:
    page = film(town, "red-rocket")
    assert set(re.findall(r"<div><dt>(\w+)</dt>", page)) >= {"DF", "OV", "OmU"}
    assert "<dt>OmeU</dt>" not in page


def test_a_text_in_the_other_language_is_marked_as_such(town: TestClient) -> None:
    page = film(town, "red-rocket", "en")
    assert '<p class="film-teaser" lang="de">Ein Heimkehrer.</p>' in page
    assert '<section class="film-review" lang="de">' in page
    assert "There is this text in German only." in page
    # What is ours within it is not.
    assert '<h2 lang="en">Review</h2>' in page
    assert "<p>Erstens.</p>" in page
    assert "<p>Zweitens.</p>" in page


def test_an_original_title_is_marked_with_its_language(town: TestClient) -> None:
    page = film(town, "fallende-blaetter")
    assert "<h1>Fallen Leaves</h1>" in page
    assert '<p class="film-original-title" lang="fi">Kuolleet lehdet</p>' in page


def test_of_a_film_that_a_schedule_taught_only_the_title_is_known(town: TestClient) -> None:
    assert "All that we know of this film so far is its title." in film(town, "nur-ein-titel")
    assert "Von diesem Film kennen wir bisher nur den Titel." in film(town, "nur-ein-titel", "de")


def test_a_film_that_nobody_shows_says_so(town: TestClient) -> None:
    assert "nobody shows this film today or tomorrow" in film(town, "nobodys-film")
    assert "läuft dieser Film nach unserem Wissen nirgends" in film(town, "nobodys-film", "de")
    assert [node["@type"] for node in graph(film(town, "nobodys-film"))] == ["Movie"]


def test_a_title_is_harmless_in_html_and_in_json_ld(town: TestClient) -> None:
    page = film(town, "evil")
    assert page.count("<script") == page.count("</script>") == 3
    assert "<script>alert" not in page
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(page)
    assert {node["name"] for node in graph(page) if node["@type"] != "MovieTheater"} == {PLAIN_EVIL_TITLE}


def test_a_booking_link_that_runs_a_script_is_nowhere(town: TestClient) -> None:
    assert "javascript:" not in film(town, "evil")
    assert "javascript:" not in town.get("/api/v1/showtimes?film=evil").text


def test_the_demo_says_so_and_is_in_no_search_engine(settings: Settings) -> None:
    now = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    engine = open_database(settings.database_url)
    migrate(engine)
    with writing(engine) as session:
        fill_demo_city(session, now)
    engine.dispose()
    with TestClient(create_app(settings, clock=lambda: now)) as demo:
        page = film(demo, "red-rocket")
        assert '<meta name="robots" content="noindex">' in page
        assert "the cinemas are real, the programme is invented" in page
        assert "Das Programm ist erfunden".casefold() in film(demo, "red-rocket", "de").casefold()
        assert "programme-cinema" in page
        assert [node["@type"] for node in graph(page)] == ["Movie"]
        problem = demo.get("/films/nope", headers={"Accept": "text/html", "Accept-Language": "en"})
        assert "the programme is invented" in problem.text


def test_a_real_programme_is_no_demo(town: TestClient) -> None:
    assert "invented" not in film(town, "red-rocket")
    assert "noindex" not in film(town, "red-rocket")
