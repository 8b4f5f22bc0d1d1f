"""An evening, a version, a language: a page shows what its address says, without a script, and links to other views."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.service.pages.reading import links, page_at

BROWSER = {"Accept": "text/html", "Accept-Language": "en"}


def shown(page: str) -> list[str]:
    """Give the starts on a page, as hours and minutes."""
    return re.findall(r"<time datetime=\"[^\"]*\">(\d\d:\d\d)</time>", page)


def chosen(page: str) -> list[str]:
    """Give the words of what is chosen, languages of the page aside."""
    return re.findall(r'<li><a href="[^"]*"[^>]* aria-current="true"[^>]*>([^<]*)<', page)


@pytest.mark.parametrize(
    ("view", "starts"),
    [
        ("", ["18:00", "19:00", "20:15"]),
        ("?on=2026-11-26", ["18:00", "19:00", "20:15"]),
        ("?on=2026-12-01", ["20:00"]),
        ("?on=2026-11-27", []),
        ("?version=OmU", ["20:15"]),
        ("?version=OV&version=DF", ["18:00", "19:00"]),
        ("?understands=de", ["19:00", "20:15"]),
        ("?format=35mm", ["20:15"]),
        ("?access=wheelchair", ["20:15"]),
        ("?hours=evening", ["18:00", "19:00", "20:15"]),
        ("?hours=now&hours=afternoon", []),
        ("?version=&on=2026-11-26", ["18:00", "19:00", "20:15"]),
        ("?from=2026-11-26T18:30&until=2026-11-26T20:00", ["19:00"]),
        ("?utm_source=letter&lat=52.498613&lon=13.41", ["18:00", "19:00", "20:15"]),
    ],
)
def test_a_film_is_shown_as_the_address_says(town: TestClient, view: str, starts: list[str]) -> None:
    page = page_at(town, f"/films/red-rocket{view}")
    assert shown(page) == starts
    assert "52.498613" not in page


def test_what_an_address_means_the_api_means_too(town: TestClient) -> None:
    for view in ("on=2026-11-26", "version=OmU", "understands=de", "format=35mm&on=2026-11-26"):
        said = town.get(f"/api/v1/showtimes?film=red-rocket&{view}").json()
        starts = {one["starts_at"][11:16] for cinema in said["cinemas"] for one in cinema["screenings"]}
        assert set(shown(page_at(town, f"/films/red-rocket?{view}"))) == starts


@pytest.mark.parametrize(
    ("hours", "starts"),
    [("late", ["22:30", "00:30"]), ("evening", ["20:15"]), ("now", []), ("whenever", ["20:15", "22:30", "00:30"])],
)
def test_late_includes_what_begins_after_midnight(town: TestClient, hours: str, starts: list[str]) -> None:
    assert shown(page_at(town, f"/cinemas/moviemento?hours={hours}")) == starts


def test_only_evenings_with_showtimes_are_offered_and_what_is_chosen_stays(town: TestClient) -> None:
    page = page_at(town, "/films/red-rocket?version=OmU&lang=en")
    assert links(page, "Today") == ["?version=OmU&on=2026-11-26&lang=en"]
    assert links(page, "Tue 1 Dec") == ["?version=OmU&on=2026-12-01&lang=en"]
    assert links(page, "Tomorrow") == []
    assert chosen(page) == ["From now", "OmU"]
    # Of OV there is nothing on that evening.
    assert links(page_at(town, "/films/red-rocket?version=OV"), "Tue 1 Dec") == []


def test_after_midnight_belongs_to_the_evening_before(town: TestClient) -> None:
    assert "00:30" in shown(page_at(town, "/cinemas/moviemento?on=2026-11-26"))
    assert links(page_at(town, "/cinemas/moviemento"), "Tomorrow") == []


def test_only_what_occurs_is_offered_and_a_second_tap_takes_it_back(town: TestClient) -> None:
    page = page_at(town, "/films/red-rocket?version=OmU")
    assert links(page, "OV") == ["?version=OmU&version=OV"]
    assert links(page, "OmU") == ["?"]
    assert links(page, "OmeU") == []
    assert links(page, "Show all") == ["?"]
    assert links(page_at(town, "/films/red-rocket"), "English") == ["?understands=en"]


def test_where_nothing_fits_there_is_a_reason_something_instead_and_a_way_back(town: TestClient) -> None:
    page = page_at(town, "/films/red-rocket?version=OmspU")
    assert "Not today or tomorrow in OmspU." in page
    assert links(page, "Tonight 18:00 OV at Rollberg.") == ["/cinemas/rollberg"]
    assert "?" in links(page, "Show all")
    assert "<dt>" not in page.partition("film-text")[0]
    assert "Nothing of it fits what you chose." in page_at(town, "/films/red-rocket?hours=late")
    assert "Rollberg" in page_at(town, "/films/red-rocket?on=2026-11-29", "de")


@pytest.mark.parametrize("view", ["on=soon", "on=2026-02-30", "version=quatsch", "understands=klingon", "limit=no"])
def test_a_view_that_cannot_be_is_said_in_a_sentence(town: TestClient, view: str) -> None:
    page = town.get(f"/films/red-rocket?{view}", headers=BROWSER)
    assert page.status_code == 400
    assert "<h1>There is no such view</h1>" in page.text
    assert "klingon" not in page.text


def test_another_language_keeps_the_view_and_forgets_a_position(town: TestClient) -> None:
    page = page_at(town, "/films/red-rocket?on=2026-11-26&understands=en&lat=52.5&lon=13.4")
    assert 'href="?on=2026-11-26&amp;understands=en&amp;lang=de" lang="de"' in page


def test_the_whole_city_can_be_seen(town: TestClient) -> None:
    page = page_at(town, "/?limit=1")
    assert links(page, "More cinemas") == ["?limit=100"]
    assert page.count('class="programme-cinema"') == 1
    assert page_at(town, "/?limit=100").count('class="programme-cinema"') == 3
