"""What pages say to machines: schema.org allows it, and our own reader of schedules reads it back without loss."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from data.demo.city import fill_demo_city
from data.own_id import read_own_id
from data.schedules.readers.recognise import read_schedule
from data.schedules.sheet import Row
from data.tables.database import migrate, open_database, writing
from data.versions.version import UNKNOWN, UNKNOWN_LANGUAGE
from service.app import create_app
from service.settings import Settings
from tests.data.factories import check_sheet
from tests.service.pages.reading import document, graph, page_at
from tests.service.pages.schema_org import faults
from tests.service.town import NOW

DEMO_NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
NO_FAULTS: list[str] = []
# Large and small ones, with originals and without.
HOUSES = ("cinemaxx-potsdamer-platz", "moviemento", "zoo-palast", "odeon", "rollberg-kinos")


@pytest.fixture(scope="module")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the demo city."""
    url = f"sqlite:///{tmp_path_factory.mktemp('demo')}/kinonah.db"
    engine = open_database(url)
    migrate(engine)
    with writing(engine) as session:
        fill_demo_city(session, DEMO_NOW)
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def demo(demo_url: str) -> Iterator[TestClient]:
    """The demo city, whose operator says that machines may be told of it."""
    settings = Settings(database_url=demo_url, indexable="yes", public_url="https://kinonah.example/")
    with TestClient(create_app(settings, clock=lambda: DEMO_NOW)) as client:
        yield client


def test_a_film_tells_itself_its_screenings_and_their_cinemas(town: TestClient) -> None:
    nodes = graph(page_at(town, "/films/red-rocket"))
    by_id = {node["@id"]: node for node in nodes}
    (film,) = [node for node in nodes if node["@type"] == "Movie"]
    assert (film["name"], film["duration"], film["dateCreated"]) == ("Red Rocket", "PT130M", "2021")
    assert isinstance(film["genre"], list)
    assert film["countryOfOrigin"] == [{"@type": "Country", "name": "US"}]
    events = [node for node in nodes if node["@type"] == "ScreeningEvent"]
    assert [event["startDate"] for event in events] == [
        "2026-11-26T18:00:00+01:00",
        "2026-11-26T19:00:00+01:00",
        "2026-11-26T20:15:00+01:00",
    ]
    event = events[-1]
    assert event["workPresented"] == [{"@id": film["@id"]}]
    assert (event["inLanguage"], event["subtitleLanguage"], event["videoFormat"]) == (["en"], ["de"], ["35mm"])
    assert event["offers"] == {
        "@type": "Offer",
        "url": "https://tickets.example/1",
        "availability": "https://schema.org/InStock",
    }
    house, hall = event["location"]
    assert by_id[house["@id"]]["name"] == "Moviemento"
    assert by_id[house["@id"]]["geo"] == {"@type": "GeoCoordinates", "latitude": 52.49033, "longitude": 13.4234}
    assert (hall["name"], hall["containedInPlace"]) == ("Kino 1", house)
    assert hall["address"] == {"@id": by_id[house["@id"]]["address"]["@id"]}
    assert "offers" not in events[0]


def test_what_is_sold_out_says_so_without_a_link(town: TestClient) -> None:
    events = [node for node in graph(page_at(town, "/cinemas/rollberg")) if node["@type"] == "ScreeningEvent"]
    (event,) = [event for event in events if event["name"] == "Nur ein Titel"]
    assert event["offers"] == {"@type": "Offer", "availability": "https://schema.org/SoldOut"}
    assert "inLanguage" not in event
    assert "keywords" not in event


@pytest.mark.parametrize(
    "path", ["/films/red-rocket", "/films/evil", "/films/nobodys-film", "/cinemas/moviemento", "/cinemas/silent"]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_schema_org_allows_all_of_it(town: TestClient, path: str, language: str) -> None:
    assert faults(document(page_at(town, path, language))) == NO_FAULTS


def test_schema_org_allows_what_the_demo_city_says(demo: TestClient) -> None:
    slugs = [one["cinema"]["slug"] for one in demo.get("/api/v1/cinemas?limit=1000").json()["cinemas"]]
    films = [film["slug"] for film in demo.get("/api/v1/films?limit=100").json()["films"]]
    paths = [f"/cinemas/{slug}" for slug in slugs[::4]] + [f"/films/{slug}" for slug in films[::2]]
    documents = [document(page_at(demo, path)) for path in paths]
    assert [fault for one in documents for fault in faults(one)] == NO_FAULTS
    assert sum(node["@type"] == "ScreeningEvent" for one in documents for node in one["@graph"]) > 1000
    assert all(str(node["@id"]).startswith("https://kinonah.example/") for one in documents for node in one["@graph"])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@type": "Screening"}, "Screening: is no type"),
        ({"startDate": "2026-11-26T20:15:00"}, "is none of ('Date', 'DateTime')"),
        ({"director": "Sean Baker"}, "ScreeningEvent.director: is no property of it"),
        ({"eventStatus": "https://schema.org/SoldOut"}, "is none of ('EventStatusType',)"),
        ({"workPresented": {"@id": "#nothing"}}, "#nothing is named and not there"),
        ({"workPresented": {"@type": "Person", "name": "x"}}, "a Person is none of ('Movie',)"),
        ({"inLanguage": ["OmU"]}, "'OmU' is none of"),
        ({"offers": {"@type": "Offer", "url": "/tickets"}}, "Offer.url: '/tickets' is none of ('URL',)"),
    ],
)
def test_the_validator_sees_what_is_wrong(town: TestClient, change: dict[str, Any], fault: str) -> None:
    said = document(page_at(town, "/cinemas/moviemento"))
    event = next(node for node in said["@graph"] if node["@type"] == "ScreeningEvent")
    event.update(change)
    assert any(fault in one for one in faults(said))


@pytest.mark.parametrize("slug", ["moviemento", "rollberg", "thalia"])
def test_a_cinemas_page_taken_in_as_its_schedule_changes_nothing(
    town: TestClient, settings: Settings, slug: str
) -> None:
    page = town.get(f"/cinemas/{slug}").content
    engine = open_database(settings.database_url)
    report = check_sheet(engine, content=page, now=NOW, cinema=slug)
    engine.dispose()
    assert report.reader == "schema-org"
    assert report.counts.unchanged == report.counts.rows > 0
    assert (report.counts.added, report.counts.changed, report.counts.moved, report.counts.removed) == (0, 0, 0, 0)


def test_a_page_of_the_demo_city_changes_nothing_either(demo: TestClient, demo_url: str) -> None:
    engine = open_database(demo_url)
    for slug in HOUSES:
        report = check_sheet(engine, content=demo.get(f"/cinemas/{slug}").content, now=DEMO_NOW, cinema=slug)
        assert report.counts.unchanged == report.counts.rows > 0, slug
        assert [problem for problem in report.problems if problem.severity == "error"] == []
    engine.dispose()


@pytest.mark.parametrize("slug", HOUSES)
def test_each_field_is_read_back_as_the_api_says_it(demo: TestClient, slug: str) -> None:
    said = demo.get(f"/api/v1/cinemas/{slug}/screenings").json()
    page = re.sub(rb"\s+", b" ", demo.get(f"/cinemas/{slug}").content)
    rows = read_schedule(page, DEMO_NOW.date()).rows
    assert [_facts_of(row) for row in rows] == [_facts(one, said) for one in said["screenings"]]


def _facts_of(row: Row) -> tuple[object, ...]:
    version = row.version_said or UNKNOWN
    return (
        *(row.cinema, row.title, row.date, row.version, row.format, row.auditorium, row.booking_url, row.status),
        *(read_own_id(row.source_id), version.audio, version.is_original, version.subtitles),
        *(version.captions, version.audio_description),
    )


def _facts(one: dict[str, Any], said: dict[str, Any]) -> tuple[object, ...]:
    version = said["versions"][one["version"]]
    titles = [said["films"][slug]["title"] for slug in one["films"]] or [one["title"]]
    subtitles = version["subtitles"]
    status = {"scheduled": "", "sold-out": "sold out"}[one["status"]]
    return (
        *(said["cinema"]["name"], " + ".join(titles), one["starts_at"], version["label"], " ".join(one["formats"])),
        *(one["auditorium"] or "", one["booking_url"] or "", status, int(one["id"])),
        *(tuple(version["audio"] or [UNKNOWN_LANGUAGE]), version["is_original"]),
        *(subtitles if subtitles is None else tuple(subtitles), version["captions"], version["audio_description"]),
    )
