"""Spreadsheets are read as they are: dates and times as cells hold them, worksheet by worksheet."""

import string
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from data.schedules.readers.recognise import read_schedule
from data.schedules.sheet import Sheet
from tests.data.factories import check_sheet, publish_sheet, starts
from tests.data.schedules.workbooks import Rows, ods, xlsx

DAY = date(2026, 11, 26)
HEADER = ["Datum", "Zeit", "Titel", "Fassung"]
GRID: Rows = [
    ["KW 48"],
    ["Film", "Fassung", "Do", "Fr"],
    ["Red Rocket", "OmU", "17:00\n20:15", time(22, 30)],
    ["Dune", None, None, "geschlossen"],
]


def read(content: bytes) -> Sheet:
    return read_schedule(content, date(2026, 11, 25))


@pytest.mark.parametrize("saved", [xlsx, ods])
def test_dates_and_times_are_read_as_the_cells_hold_them(saved: Callable[[Rows], bytes]) -> None:
    rows: Rows = [
        ["Programm des Kinos"],
        [],
        HEADER,
        [DAY, time(20, 15), "A", "OmU"],
        [datetime(2026, 11, 27, 0, 0), "22.30", "B"],  # noqa: DTZ001 (a cell has no zone)
        ["Sa 28.11.", time(0, 30), "C", None],
    ]
    sheet = read(saved(rows))
    assert [(row.number, row.date, row.time, row.title) for row in sheet.rows] == [
        (4, "2026-11-26", "20:15", "A"),
        (5, "2026-11-27", "22.30", "B"),
        (6, "Sa 28.11.", "00:30", "C"),
    ]
    assert sheet.reader == "tall-sheet"


@pytest.mark.parametrize("saved", [xlsx, ods])
def test_day_and_time_in_one_cell_are_read(saved: Callable[[Rows], bytes], house: Engine) -> None:
    moment = datetime(2026, 11, 26, 20, 15)  # noqa: DTZ001 (a cell has no zone)
    publish_sheet(house, content=saved([["Termin", "Film"], [moment, "Red Rocket"]]))
    assert starts(house) == ["26 20:15"]


def test_numbers_without_a_format_are_read_as_dates_and_times(house: Engine) -> None:
    publish_sheet(house, content=xlsx([HEADER, [46352, 0.84375, "Red Rocket"], [46352.0, 22.3, "A"]]))
    assert starts(house) == ["26 20:15"]


def test_a_time_of_more_than_a_day_is_after_midnight(house: Engine) -> None:
    late = timedelta(hours=24, minutes=30)
    publish_sheet(house, content=xlsx([HEADER, [DAY, late, "Red Rocket"]]))  # type: ignore[list-item]
    assert starts(house) == ["27 00:30"]


@pytest.mark.parametrize("saved", [xlsx, ods])
def test_a_grid_is_a_grid_in_any_file(saved: Callable[[Rows], bytes], house: Engine) -> None:
    sheet = read(saved(GRID))
    assert [(row.number, row.place, row.time) for row in sheet.rows] == [
        (3, "Do", "17:00"),
        (3, "Do", "20:15"),
        (3, "Fr", "22:30"),
        (4, "Fr", "geschlossen"),
    ]
    publish_sheet(house, content=saved(GRID))
    assert starts(house) == ["26 17:00", "26 20:15", "27 22:30"]


@pytest.mark.parametrize("saved", [xlsx, ods])
def test_worksheets_that_are_no_schedule_are_named(saved: Callable[[dict[str, Rows]], bytes], house: Engine) -> None:
    sheets: dict[str, Rows] = {"Preise": [["Parkett", "9 Euro"]], "Saal 1": [HEADER, [DAY, time(20), "Red Rocket"]]}
    report = check_sheet(house, content=saved(sheets))
    (problem,) = report.problems
    assert (problem.code, problem.value, report.counts.screenings) == ("worksheet-ignored", "Preise", 1)


def test_several_worksheets_are_one_schedule_whose_rows_know_their_own(house: Engine) -> None:
    one: Rows = [HEADER, [DAY, time(20), "Red Rocket"], [DAY, "2o:00", "Red Rocket"]]
    two: Rows = [HEADER, [DAY, time(22), "Red Rocket"], [DAY, time(23), None]]
    report = check_sheet(house, content=xlsx({"Saal 1": one, "Saal 2": two}))
    assert report.counts.screenings == 2
    assert [(problem.row, problem.column) for problem in report.problems if problem.severity == "error"] == [
        (3, "Saal 1!Zeit"),
        (3, "Saal 2!Titel"),
    ]


def test_the_week_between_two_worksheets_is_left_alone(house: Engine) -> None:
    publish_sheet(house, content=xlsx([["KW 49"], ["Film", "Do", "Fr"], ["Dune", "20:00", "20:00"]]))
    weeks = {name: [["Film", "Do", "Fr"], ["Red Rocket", "20:00", "20:00"]] for name in ("KW 48", "KW 50")}
    assert publish_sheet(house, content=xlsx(weeks)).counts.removed == 0
    assert starts(house) == ["26 20:00", "27 20:00", "03 20:00", "04 20:00", "10 20:00", "11 20:00"]


def test_a_hidden_worksheet_is_not_read() -> None:
    sheets: dict[str, Rows] = {"Alt": [HEADER, [DAY, time(20), "Alt"]], "Neu": [HEADER, [DAY, time(20), "Neu"]]}
    assert [row.title for row in read(xlsx(sheets, hidden="Alt")).rows] == ["Neu"]


def test_a_formula_without_its_result_is_told_and_its_row_is_an_error(house: Engine) -> None:
    rows: Rows = [HEADER, [DAY, time(20), "Red Rocket"], ["=A2+1", time(20), "Red Rocket"], [DAY, time(22), "=C2"]]
    report = check_sheet(house, content=xlsx(rows))
    found = [(problem.code, problem.row) for problem in report.problems]
    assert found == [("formula-without-result", 3), ("date-unreadable", 3), ("title-missing", 4)]
    assert report.counts.screenings == 1


@pytest.mark.parametrize("saved", [xlsx, ods])
def test_notes_beside_a_table_bar_no_row(saved: Callable[[Rows], bytes]) -> None:
    sheet = read(saved([HEADER, [DAY, time(20), "A", "OmU", None, "Gast angefragt"]]))
    assert (sheet.problems, sheet.ignored_columns) == ((), ("column F",))


def test_empty_rows_without_end_are_no_rows() -> None:
    tail = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>'
    assert len(read(ods([HEADER, [DAY, time(20), "A"]], tail)).rows) == 1


@pytest.mark.parametrize("saved", [xlsx, ods])
def test_a_workbook_of_nothing_says_so(saved: Callable[[Rows], bytes]) -> None:
    with pytest.raises(FileUnreadableError, match="no cell that says anything"):
        read(saved([]))


WORDS = (
    st.text(string.ascii_letters + "äöüß –", min_size=1, max_size=12).map(str.strip).filter(lambda word: len(word) > 1)
)
DAYS = st.dates(date(2026, 11, 26), date(2026, 12, 31))
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@given(rows=st.lists(st.tuples(DAYS, CLOCKS, WORDS), min_size=1, max_size=5), saved=st.sampled_from([xlsx, ods]))
@settings(deadline=None, max_examples=40)
def test_what_is_saved_comes_out_again(rows: list[tuple[date, time, str]], saved: Callable[[Rows], bytes]) -> None:
    sheet = read(saved([HEADER, *rows]))
    written = [(day.isoformat(), f"{clock:%H:%M}", title) for day, clock, title in rows]
    assert [(row.date, row.time, row.title) for row in sheet.rows] == written
