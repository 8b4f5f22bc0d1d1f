"""A day that is written once holds for the rows below it, where that is sure; else each such row is an error."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data.schedules.readers.recognise import read_schedule
from data.schedules.sheet import Sheet
from tests.data.factories import check_sheet

TODAY = date(2026, 11, 25)


def read(rows: str, header: str = "Datum;Zeit;Saal;Titel") -> Sheet:
    return read_schedule(f"{header}\n{rows}".encode(), TODAY)


def days(sheet: Sheet) -> list[tuple[int, str]]:
    return [(row.number, row.date) for row in sheet.rows]


ONCE = "Do 26.11.;17:00;;A\n;20:15;;B\n;22:30;;C\nFr 27.11.;18:00;;A\n;20:30;;B\n"


def test_a_day_written_once_holds_for_the_rows_below_it() -> None:
    sheet = read(ONCE)
    assert days(sheet) == [(2, "Do 26.11."), (3, "Do 26.11."), (4, "Do 26.11."), (5, "Fr 27.11."), (6, "Fr 27.11.")]
    (told,) = sheet.problems
    assert (told.code, told.row) == ("date-above", 3)
    assert "3 rows, the first here" in told.message


def test_a_day_alone_in_its_row_is_the_heading_of_those_below() -> None:
    assert days(read("Do 26.11.;;;\n;17:00;;A\n;20:15;;B\n")) == [(3, "Do 26.11."), (4, "Do 26.11.")]


def test_each_auditorium_has_its_own_evening() -> None:
    rows = "26.11.2026;17:00;1;A\n;20:15;1;B\n;17:30;2;C\n;20:00;2;D\n"
    assert {day for _, day in days(read(rows))} == {"26.11.2026"}


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("26.11.2026;22:30;;A\n;17:00;;B\n", "the time runs back: it may be the next day"),
        ("26.11.2026;22:30;;A\n;00:30;;B\n", "after midnight it is the calendar's next day"),
        ("26.11.2026;20:00;;A\n;20:00;;B\n", "two films at once"),
        ("26.11.2026;17:00;;A\n\n;20:15;;B\n", "an empty row between"),
        ("26.11.2026;17:00;;A\n26.11.2026;18:00;;A\n27.11.2026;17:00;;A\n;20:15;;B\n", "days are written in each row"),
        ("27.1x.2026;17:00;;A\n;20:15;;B\n", "the day above cannot be read"),
        (";20:15;;B\n26.11.2026;17:00;;A\n", "nothing stands above"),
        ("26.11.2026;17:00;;A\n;2o:15;;B\n", "the time cannot be read"),
        ("26.11.2026;17:00;;A\n;20:15;;\n", "no film"),
    ],
)
def test_what_is_not_sure_stays_an_error_that_says_so(house: Engine, rows: str, why: str) -> None:
    report = check_sheet(house, content=f"Datum;Zeit;Saal;Titel\n{rows}".encode())
    absent = [one for one in report.problems if one.code == "date-absent"]
    assert len(absent) == 1, why
    assert absent[0].column == "Datum"
    assert "The day is missing." in absent[0].message


def test_rows_without_a_header_are_filled_too() -> None:
    rows = "26.11.2026;17:00;Saal 1;Red Rocket\n;20:15;Saal 1;Parasite\n27.11.2026;20:15;Saal 1;Volver Again\n"
    sheet = read_schedule(rows.encode(), TODAY)
    assert [(row.date, row.time) for row in sheet.rows][1] == ("26.11.2026", "20:15")


def test_a_day_with_nothing_beside_it_is_no_screening_and_is_named(house: Engine) -> None:
    content = b"Datum;Zeit;Titel\n2026-11-26;;\n2026-11-27;20:15;Red Rocket\n2026-11-28;;\n"
    report = check_sheet(house, content=content)
    assert (report.counts.rows, report.counts.screenings) == (1, 1)
    assert [(one.code, one.severity, one.row) for one in report.problems] == [("day-empty", "warning", 2)]
    assert "(2, the first here)" in report.problems[0].message
