"""The page of a cinema, and the list of all."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import make_url

from data.catalogue.closed_days import close_days
from data.tables.database import open_database, writing
from service.app import create_app
from service.settings import Settings
from tests.service.pages.reading import links, page_at
from tests.service.town import NOW


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "Wheelchair access: yes",
                "known until Thursday 26 November",
                "Fallen Leaves",
                "sold out",
            ],
        ),
        ("de", ["Zugang im Rollstuhl: ja", "bis Donnerstag, 26. November", "Fallende Blätter", "ausverkauft"]),
    ],
)
def test_where_it_is_how_one_gets_in_and_what_is_on(town: TestClient, language: str, words: list[str]) -> None:
    page = page_at(town, "/cinemas/moviemento", language) + page_at(town, "/cinemas/rollberg", language)
    for word in ["Kottbusser Damm 22, 10967 Berlin", "Red Rocket", "20:15", "35 mm", "OmeU", *words]:
        assert word in page


def test_the_way_there_is_a_tap_and_nothing_is_asked_of_others(town: TestClient) -> None:
    page = page_at(town, "/cinemas/moviemento")
    assert links(page, "In your map app") == ["geo:52.49033,13.42340?q=52.49033,13.42340(Moviemento)"]
    assert links(page, "On the map") == [
        "https://www.openstreetmap.org/?mlat=52.49033&mlon=13.42340#map=18/52.49033/13.42340"
    ]
    assert links(page, "Plan a route") == ["https://www.openstreetmap.org/directions?to=52.49033%2C13.42340"]
    assert links(page, "The cinema’s website") == ["https://moviemento.example/"]
    assert links(page, "All showtimes as a calendar") == ["/api/v1/cinemas/moviemento.ics"]
    assert "<img" not in page


def test_unknown_is_not_none(town: TestClient) -> None:
    page = page_at(town, "/cinemas/silent")
    assert "At present we know no programme of this cinema." in page
    assert "Wheelchair access: not known" in page
    assert "known until" not in page


def test_a_day_on_which_it_is_closed_is_told_from_one_that_nobody_knows_of(settings: Settings, town_file: Path) -> None:
    shutil.copy(town_file, make_url(settings.database_url).database or "")
    engine = open_database(settings.database_url)
    with writing(engine) as session:
        # On the 26th something is published all the same.
        close_days(session, "moviemento", date(2026, 11, 26), date(2026, 11, 27), note="Umbau", now=NOW)
    engine.dispose()
    with TestClient(create_app(settings, clock=lambda: NOW)) as client:
        page = page_at(client, "/cinemas/moviemento")
        assert re.findall(r"<h3>([^<]*)</h3>\s*<p class=\"closed-day\">([^<]*)", page) == [
            ("Tomorrow, Fri 27 Nov", "closed: Umbau")
        ]
        assert "closed: Umbau" in page_at(client, "/cinemas/moviemento?on=2026-11-27")
        assert "closed" not in page_at(client, "/cinemas/moviemento?on=2026-11-28").partition("<main")[2]


def test_a_cinema_that_is_none_is_a_page_that_leads_on(town: TestClient) -> None:
    page = town.get("/cinemas/nope", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert (page.status_code, "We do not know this" in page.text) == (404, True)


def test_all_cinemas_are_listed_town_by_town(town: TestClient) -> None:
    page = page_at(town, "/cinemas")
    places = [page.index(word) for word in ("<h2>Berlin", "Moviemento", "Rollberg", "<h2>Potsdam", "Thalia")]
    assert places == sorted(places)
    assert links(page, "Moviemento") == ["/cinemas/moviemento"]
    assert "Moviemento" not in page_at(town, "/cinemas?city=Potsdam")
