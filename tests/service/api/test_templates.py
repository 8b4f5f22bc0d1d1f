"""Templates to be filled in: the days of the coming film week, and what is filled in is read."""

import io

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.data.factories import check_sheet
from tests.service.api.staff_of_town import engine_of
from tests.service.town import NOW


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
