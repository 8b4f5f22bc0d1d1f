"""The page `/`: the city's programme for readers without a position, in both languages."""

import pytest
from fastapi.testclient import TestClient

from tests.service.town import PLAIN_EVIL_TITLE


def home(town: TestClient, language: str = "en") -> str:
    page = town.get("/", params={"lang": language})
    assert (page.status_code, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    return page.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "What’s on near you",
                "Films running now",
                "Today, Thu 26 Nov",
                "Fallen Leaves",
                "sold out",
                "after midnight",
            ],
        ),
        ("de", ["Was läuft in deiner Nähe?", "Heute, Do 26.11.", "Fallende Blätter", "ausverkauft", "nachts"]),
    ],
)
def test_the_programme_is_listed_in_the_readers_language(town: TestClient, language: str, words: list[str]) -> None:
    page = home(town, language)
    for word in ["Moviemento", "Rollberg", "20:15", "00:30", "35 mm", "OmeU", *words]:
        assert word in page


def test_films_that_run_are_linked_and_others_are_not(town: TestClient) -> None:
    page = home(town)
    assert 'href="/films/red-rocket?lang=en"' in page
    assert "nobodys-film" not in page


def test_a_title_cannot_become_markup(town: TestClient) -> None:
    page = home(town)
    assert "<script>alert" not in page
    assert "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; evil &amp; Söhne" in page
    assert PLAIN_EVIL_TITLE not in page


def test_no_link_runs_a_script(town: TestClient) -> None:
    assert "javascript:" not in home(town)
    assert 'href="https://tickets.example/1" rel="noopener"' in home(town)


def test_an_empty_database_is_said_to_be_unknown_not_empty(client: TestClient) -> None:
    assert "No programme is known for today and tomorrow." in home(client)
    assert "Für heute und morgen ist kein Programm bekannt." in home(client, "de")


def test_a_real_programme_is_no_demo(town: TestClient) -> None:
    page = home(town)
    assert "invented" not in page
    assert "noindex" not in page


def test_a_position_in_the_address_is_left_alone(town: TestClient) -> None:
    page = town.get("/", params={"lat": "52.498613", "lon": "13.418027"})
    assert page.status_code == 200
    assert "52.498613" not in page.text
    assert "52.498613" not in str(page.headers)
