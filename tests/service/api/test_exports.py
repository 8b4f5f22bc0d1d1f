"""What goes out: a cinema's screenings as JSON, sheets and calendars, which come in again without changing anything."""

import csv
import io
import re
import zipfile
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar, Event
from openpyxl import load_workbook

from data.errors import FileUnreadableError
from tests.data.factories import add_film, check_sheet, publish_sheet, row, stored
from tests.service.api.staff_of_town import engine_of, fresh
from tests.service.town import NOW, PLAIN_EVIL_TITLE

CINEMA = "/api/v1/cinemas/moviemento"
SCREENINGS = f"{CINEMA}/screenings"
BERLIN = ZoneInfo("Europe/Berlin")
FORMULAS = [
    "=1+1",
    "+49 30",
    "-30 Grad",
    "@home",
    '=HYPERLINK("http://evil.example";"x")',
    "=cmd|' /C calc'!A0",
]


@pytest.fixture
def house(town: TestClient) -> TestClient:
    """A cinema whose sheet says things in its own way, as sheets do."""
    engine = engine_of(town)
    add_film(engine, "Suspiria", slug="suspiria-1977", year=1977)
    add_film(engine, "Suspiria", slug="suspiria-2018", year=2018)
    add_film(engine, "Das Boot", slug="das-boot", year=1981, original_languages=["de"])
    publish_sheet(
        engine,
        row(date="2026-11-27", time="20:15", title="Kuolleet lehdet", version="O.m.U.", format="35 mm, 4K"),
        row(date="2026-11-27", time="18:00", title="Red Rocket (OmenglU)", version=""),
        row(date="2026-11-28", time="00:30", title="Suspiria (1977)", version="OV"),
        row(date="2026-11-28", time="20:00", title="Red Rocket + Suspiria (2018)", version="OmU"),
        row(date="2026-11-28", time="22:00", title="Sneak Preview", version="", auditorium="Kino 2"),
        row(date="2026-11-29", time="20:00", title="Das Boot", version="DF", status="ausverkauft"),
        row(date="2026-11-29", time="17:00", title="Das Boot", version="OV", status="abgesagt"),
        row(date="2026-11-30", title="Red Rocket", version="irgendwie", auditorium="Saal; 3"),
        row(date="2026-11-30", time="21:00", title="Red Rocket", id="V-17", link="https://tickets.example/?a=1,2"),
        *(row(date="2026-12-01", time=f"{12 + hour}:00", title=title) for hour, title in enumerate(FORMULAS)),
        now=NOW,
    )
    publish_sheet(
        engine,
        row(date="2026-11-27", time="20:00", auditorium="", id="A"),
        row(date="2026-11-27", time="20:00", auditorium="", id="B"),
        now=NOW,
        cinema="thalia",
    )
    return fresh(town)


def events(content: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(content).walk("VEVENT") if isinstance(event, Event)]


@pytest.mark.parametrize("cinema", ["moviemento", "rollberg", "thalia"])
@pytest.mark.parametrize("form", ["/screenings?as=csv", "/screenings?as=csv&lang=en", "/screenings", ".ics"])
def test_an_export_that_comes_in_again_changes_nothing(house: TestClient, cinema: str, form: str) -> None:
    content = house.get(f"/api/v1/cinemas/{cinema}{form}").content
    report = check_sheet(engine_of(house), content=content, now=NOW, cinema=cinema)
    counts = report.counts
    assert [problem for problem in report.problems if problem.severity == "error"] == []
    assert counts.unchanged == counts.rows > 0
    assert (counts.added, counts.moved, counts.changed, counts.removed, counts.kept) == (0, 0, 0, 0, 0)


def test_a_screening_that_is_edited_in_an_export_stays_the_same(house: TestClient) -> None:
    engine = engine_of(house)
    before = {one.id: one for one in stored(engine)}
    text = house.get(f"{SCREENINGS}?as=csv").content.decode("utf-8-sig")
    edited = text.replace("2026-11-30;21:00", "2026-11-30;21:30").replace("2026-11-28;20:00", "2026-12-02;19:00")
    report = publish_sheet(engine, content=edited.encode(), now=NOW)
    assert (report.counts.moved, report.counts.added, report.counts.removed) == (2, 0, 0)
    moved = {one.id for one in stored(engine) if before[one.id] != one}
    assert {before[one].starts for one in moved} == {"30 21:00", "28 20:00"}


def test_a_row_copied_within_an_export_is_a_new_screening(house: TestClient) -> None:
    lines = house.get(f"{SCREENINGS}?as=csv").content.decode("utf-8-sig").splitlines()
    copied = next(line for line in lines if line.startswith("2026-11-30;21:00"))
    content = "\r\n".join([lines[0], copied.replace("21:00", "23:00"), *lines[1:]]).encode()
    counts = check_sheet(engine_of(house), content=content, now=NOW).counts
    assert (counts.added, counts.moved, counts.changed, counts.removed) == (1, 0, 0, 0)


def test_the_export_of_another_house_is_refused(house: TestClient) -> None:
    content = house.get(f"{SCREENINGS}?as=csv").content
    with pytest.raises(FileUnreadableError, match="its ids are of Moviemento"):
        check_sheet(engine_of(house), content=content, now=NOW, cinema="silent")


def test_a_sheet_computes_nothing(house: TestClient) -> None:
    text = house.get(f"{SCREENINGS}?as=csv").content.decode("utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {f"'{title}" for title in FORMULAS} <= set(cells)


def test_a_workbook_computes_nothing_and_knows_its_dates(house: TestClient) -> None:
    sheet = load_workbook(io.BytesIO(house.get(f"{SCREENINGS}?as=xlsx").content)).active
    assert sheet is not None
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "d"}
    assert set(FORMULAS) <= {cell.value for cell in cells if cell.data_type == "s" and cell.quotePrefix}
    assert sheet.cell(2, 1).value == datetime(2026, 11, 26)  # noqa: DTZ001 (a cell knows no zone)


def modified_at(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        modified = re.search(rb"<dcterms:modified[^>]*>([^<]*)<", parts.read("docProps/core.xml"))
    assert modified
    return modified[1]


def test_the_same_programme_is_the_same_bytes(house: TestClient) -> None:
    for form in ("json", "csv", "xlsx", "ics"):
        first = house.get(f"{SCREENINGS}?as={form}")
        assert form != "xlsx" or modified_at(first.content) == b"2026-01-01T00:00:00Z"
        known = house.get(f"{SCREENINGS}?as={form}", headers={"If-None-Match": first.headers["ETag"]})
        assert (first.status_code, known.status_code, known.content) == (200, 304, b"")
        assert first.headers["Cache-Control"] == "public, max-age=30"


def test_screenings_come_in_time_order_with_all_that_they_name(house: TestClient) -> None:
    said = house.get(SCREENINGS).json()
    starts = [one["starts_at"] for one in said["screenings"]]
    assert starts == sorted(starts)
    assert said["cinema"]["slug"] == "moviemento"
    assert {film for one in said["screenings"] for film in one["films"]} == set(said["films"])
    assert {one["version"] for one in said["screenings"]} == set(said["versions"])


@pytest.mark.parametrize(
    ("asked", "starts"),
    [
        ({"on": "2026-11-27"}, ["27T18:00", "27T20:15", "28T00:30"]),
        ({"from": "2026-11-28T01:00", "until": "2026-11-28T22:00"}, ["28T20:00"]),
        ({"from": "2026-12-01T17:00"}, ["01T17:00"]),
        ({"until": "2026-11-26T21:00"}, ["26T20:15"]),
        ({"film": "suspiria-1977"}, ["28T00:30"]),
        ({"film": ["suspiria-1977", "das-boot"]}, ["28T00:30", "29T20:00"]),
        ({"on": "2026-12-09"}, []),
    ],
)
def test_they_can_be_narrowed(house: TestClient, asked: dict[str, Any], starts: list[str]) -> None:
    said = house.get(SCREENINGS, params=asked).json()
    assert [one["starts_at"][8:16] for one in said["screenings"]] == starts


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ({"as": "pdf"}, "invalid"),
        ({"lang": "fr"}, "invalid"),
        ({"limit": "3"}, "invalid"),
        ({"from": "soon"}, "question-wrong"),
        ({"on": "2026-11-27", "until": "2026-11-28T00:00"}, "question-wrong"),
        ({"until": "2026-11-20T00:00"}, "question-wrong"),
    ],
)
def test_what_cannot_be_meant_is_a_problem(town: TestClient, asked: dict[str, str], kind: str) -> None:
    answer = town.get(SCREENINGS, params=asked)
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{kind}")


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/cinemas/nowhere/screenings",
        "/api/v1/cinemas/nowhere.ics",
        "/api/v1/films/nothing.ics",
        "/api/v1/screenings/4711",
        "/api/v1/screenings/4711.ics",
        f"{SCREENINGS}?film=nothing",
    ],
)
def test_what_nobody_knows_is_a_404(town: TestClient, path: str) -> None:
    answer = town.get(path)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown")


@pytest.mark.parametrize("number", ["0", "-1", "x", str(2**63), "9" * 40])
def test_an_id_that_is_none_is_a_problem(town: TestClient, number: str) -> None:
    assert town.get(f"/api/v1/screenings/{number}").json()["type"] == "/problems/invalid"


def test_a_calendar_tells_the_time_of_the_cinema_and_keeps_its_ids(house: TestClient) -> None:
    answer = house.get(f"{CINEMA}.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    first = events(answer.content)[0]
    assert first["UID"] == "kinonah-1@moviemento"
    assert first["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert first.start == datetime(2026, 11, 26, 20, 15, tzinfo=BERLIN)
    assert first.end == datetime(2026, 11, 26, 22, 45, tzinfo=BERLIN)
    assert (str(first["SUMMARY"]), first["STATUS"]) == ("Red Rocket (OmU)", "CONFIRMED")
    assert str(first["LOCATION"]) == "Moviemento, Kottbusser Damm 22, 10967 Berlin"
    assert max(map(len, answer.content.splitlines())) <= 75


def test_a_moved_screening_keeps_its_id_in_calendars(house: TestClient) -> None:
    before = {event["UID"]: event.start for event in events(house.get(f"{CINEMA}.ics").content)}
    text = house.get(f"{SCREENINGS}?as=csv").content.decode("utf-8-sig").replace("2026-11-30;21:00", "2026-11-30;21:30")
    publish_sheet(engine_of(house), content=text.encode(), now=NOW)
    after = {event["UID"]: event.start for event in events(fresh(house).get(f"{CINEMA}.ics").content)}
    assert before.keys() == after.keys()
    assert [after[uid] - before[uid] for uid in before if before[uid] != after[uid]] == [timedelta(minutes=30)]


def test_a_film_has_a_calendar_of_all_its_cinemas(town: TestClient) -> None:
    found = events(town.get("/api/v1/films/red-rocket.ics").content)
    assert {str(event["UID"]).partition("@")[2] for event in found} == {"moviemento", "rollberg", "thalia"}
    two = town.get("/api/v1/films/red-rocket.ics", params={"cinema": ["rollberg", "thalia"]}).content
    assert {str(event["UID"]).partition("@")[2] for event in events(two)} == {"rollberg", "thalia"}
    assert town.get("/api/v1/films/red-rocket.ics?cinema=nowhere").status_code == 404


def test_a_title_cannot_write_lines_into_a_calendar(town: TestClient) -> None:
    evil = "Red\r\nATTACH:http://evil.example/;x,y\\n"
    publish_sheet(engine_of(town), row(date="2026-12-01", title=evil), now=NOW, cinema="silent")
    content = fresh(town).get("/api/v1/cinemas/silent.ics").content
    (event,) = events(content)
    assert str(event["SUMMARY"]) == "Red ATTACH:http://evil.example/;x,y\\n (OmU)"
    assert not [line for line in content.splitlines() if line.startswith(b"ATTACH")]
    assert PLAIN_EVIL_TITLE in town.get(f"{CINEMA}.ics").content.decode().replace("\r\n ", "")


def test_a_single_screening_is_answered_alone(town: TestClient) -> None:
    said = town.get("/api/v1/screenings/1").json()
    assert said["screening"]["starts_at"] == "2026-11-26T20:15:00+01:00"
    assert (said["cinema"]["slug"], list(said["films"])) == ("moviemento", ["red-rocket"])
    (event,) = events(town.get("/api/v1/screenings/1.ics").content)
    assert event["UID"] == "kinonah-1@moviemento"


def test_a_removed_screening_is_gone_though_its_row_stands_in_memory(town: TestClient) -> None:
    publish_sheet(engine_of(town), row(time="19:00", title="Nur ein Titel"), now=NOW, cinema="thalia")
    said = town.get("/api/v1/screenings/8").json()
    assert said["cinema"]["slug"] == "thalia"
    assert fresh(town).get("/api/v1/screenings/8").status_code == 404


def test_files_are_named_to_be_saved(town: TestClient) -> None:
    for form, kind in (
        ("csv", "text/csv; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats"),
        ("ics", "text/cal"),
    ):
        headers = town.get(f"{SCREENINGS}?as={form}").headers
        assert headers["Content-Type"].startswith(kind)
        assert headers["Content-Disposition"] == f'attachment; filename="moviemento-2026-11-26.{form}"'
        assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("language", "heading"), [("de", "Datum;Beginn;Saal"), ("en", "Date,Time,Screen")])
def test_the_tall_template_has_the_days_of_the_coming_film_week(town: TestClient, language: str, heading: str) -> None:
    lines = town.get(f"/api/v1/templates/schedule.csv?lang={language}").content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith(heading)
    assert [line[:10] for line in lines[1:]] == [f"2026-12-0{day}" for day in range(3, 10)]
    french = town.get("/api/v1/templates/schedule.csv?country=FR").text.splitlines()
    assert french[1].startswith("2026-12-02")


def test_a_filled_template_is_read(town: TestClient) -> None:
    lines = town.get("/api/v1/templates/schedule.csv").content.decode("utf-8-sig").splitlines()
    filled = "\r\n".join([lines[0], lines[1].replace(";;;;;;;", ";20:15;Kino 1;Red Rocket;OmU;;;")])
    counts = check_sheet(engine_of(town), content=filled.encode(), now=NOW, cinema="silent").counts
    assert (counts.rows, counts.added) == (1, 1)


def test_a_filled_grid_is_read(town: TestClient) -> None:
    workbook = load_workbook(io.BytesIO(town.get("/api/v1/templates/week.xlsx").content))
    sheet = workbook.active
    assert sheet is not None
    filled = {(3, 1): "Red Rocket", (3, 3): "OmU", (3, 5): "18:00 20:15", (4, 1): "Dune", (4, 11): "23:00"}
    for (line, column), text in filled.items():
        sheet.cell(line, column, text)
    content = io.BytesIO()
    workbook.save(content)
    report = check_sheet(engine_of(town), content=content.getvalue(), now=NOW, cinema="silent")
    assert (report.counts.added, report.counts.errors) == (3, 0)
    assert [f"{one.starts_at:%d %H:%M}" for one in report.changes] == ["03 18:00", "03 20:15", "09 23:00"]
    assert report.changes[0].version == "OmU"


def test_the_grid_template_has_a_column_a_day(town: TestClient) -> None:
    sheet = load_workbook(io.BytesIO(town.get("/api/v1/templates/week.xlsx").content)).active
    assert sheet is not None
    assert sheet.cell(1, 1).value == "Programm vom 03.12.2026 bis 09.12.2026"
    heading = [cell.value for cell in sheet[2]]
    assert heading[:5] == ["Film", "Min", "Fassung", "Saal", "Do 03.12."]
    assert heading[-1] == "Mi 09.12."
