"""What goes out: a cinema's screenings as JSON, sheets and calendars, which come in again without changing anything."""

import csv
import io
import re
import zipfile
from datetime import datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from data.errors import FileUnreadableError
from tests.data.factories import check_sheet, publish_sheet, row, stored
from tests.service.api.exported import FORMULAS, SCREENINGS, events
from tests.service.api.staff_of_town import engine_of, fresh
from tests.service.town import NOW


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
