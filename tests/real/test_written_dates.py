"""Dates and times as real cinemas and their vendors wrote them are read, each in its column."""

import csv
import re
from datetime import date, datetime, time
from pathlib import Path

import pytest

from data.times.cells import read_date_cell, read_time_cell
from data.times.date_column import date_column

# A month before the open-air cinemas' lists were written.
SPRING = date(2018, 5, 10)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("openair-list-a.csv", {date(2018, 6, 11)}),
        ("openair-list-b.csv", {date(2018, 6, 30), date(2018, 7, 16)}),
    ],
)
def test_the_dates_of_open_air_cinemas_are_read_with_and_without_their_year(
    shared: Path, name: str, days: set[date]
) -> None:
    with (shared / "samples" / name).open(encoding="utf-8", newline="") as file:
        cells = [read_date_cell(record[2]) for record in csv.reader(file) if record]
    column = date_column(cells, "DE", SPRING)
    assert {column.day_of(cell.date) for cell in cells if cell.date} == days
    assert all(cell.date for cell in cells)
    # One house gives the day alone.
    assert sum(cell.time is None for cell in cells) == 1
    assert {cell.time.clock for cell in cells if cell.time} <= {time(21, 30), time(21, 45)}


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("cinetixx-booking.json", r'"displayDateTime": "([^"]+)"'),
        ("kinotickets-export-2021.js.txt", r'starts_at: "([^"]+)"'),
        ("jsonld-page-bio-oko.html", r'"startDate":"([^"]+)"'),
        ("wordpress-events.ics", r"DTSTART[^:]*:(\S+)"),
    ],
)
def test_the_moments_of_vendors_are_read_to_the_minute(shared: Path, name: str, pattern: str) -> None:
    written = re.findall(pattern, (shared / "samples" / name).read_text(encoding="utf-8-sig"))
    assert written
    for text in written:
        cell, moment = read_time_cell(text), datetime.fromisoformat(text)
        assert cell.date
        assert cell.time
        assert (cell.date.year, cell.date.month, cell.date.day) == (moment.year, moment.month, moment.day)
        assert cell.time.clock == moment.time()
        offset = moment.utcoffset()
        assert cell.time.ahead_minutes == (None if offset is None else offset.total_seconds() / 60)
