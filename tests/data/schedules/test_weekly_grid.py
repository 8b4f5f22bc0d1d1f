"""A weekly grid is read cell by cell: each time is a row with its address, and the week is what the file replaces."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from tests.data.factories import check_sheet, publish_sheet, row, starts
from tests.data.schedules.grids import TODAY, WEEK, closed_on, read, said, shown

GRID = """Kino Moviemento;;;;;;;;;
Programm 26.11. – 02.12.2026;;;;;;;;;
Film;Min;Fassung;Do;Fr;Sa;So;Mo;Di;Mi
Kino 1;;;;;;;;;
Red Rocket;130;OmU;17:00 / 20:15;"17:00
22.30 OV";–;x;20:15;geschlossen;20h15 3D
Dune;155;DF;;;00:30;;;geschlossen;
Kino 2;;;;;;;;;
Volver (OmU);121;;;;;14:00;;;
"""


def week_of(named: str, days: str = "Do;Fr", today: date = TODAY) -> tuple[date, date] | None:
    return read(f"{named}\nFilm;{days}\nRed Rocket;20:15;20:15\n", today).named_days


def test_each_time_of_a_cell_becomes_a_row_with_its_address() -> None:
    sheet = read(GRID)
    assert said(sheet) == [
        *("5 11-26 17:00 Red Rocket OmU", "5 11-26 20:15 Red Rocket OmU"),
        *("5 11-27 17:00 Red Rocket OmU", "5 11-27 22.30 Red Rocket OV"),
        *("5 11-30 20:15 Red Rocket OmU", "5 12-02 20h15 Red Rocket OmU"),
        *("6 11-28 00:30 Dune DF", "8 11-29 14:00 Volver (OmU)"),
    ]
    assert [row.place for row in sheet.rows[:3]] == ["Do", "Do", "Fr"]
    assert [row.auditorium for row in shown(sheet)] == ["Kino 1"] * 7 + ["Kino 2"]
    assert shown(sheet)[5].format == "3D"
    assert (sheet.reader, sheet.ignored_columns) == ("weekly-grid", ("Min",))


def test_the_named_week_and_the_closed_days_are_known() -> None:
    sheet = read(GRID)
    assert sheet.named_days == WEEK
    assert closed_on(sheet) == ["12-01", "12-01"]


def test_a_grid_replaces_its_week_and_empties_what_it_does_not_show(house: Engine) -> None:
    publish_sheet(house, row(date="2026-12-01"), row(date="2026-12-02", time="22:00"), row(date="2026-12-03"))
    report = publish_sheet(house, content=GRID.encode())
    assert report.scope is not None
    assert (report.scope.from_on, report.scope.until_on) == WEEK
    assert starts(house) == [
        *("26 17:00", "26 20:15", "27 17:00", "27 22:30", "29 00:30", "29 14:00", "30 20:15", "02 20:15", "03 20:00"),
    ]
    assert publish_sheet(house, content=GRID.encode()).state == "unchanged"


def test_several_times_of_one_row_that_move_are_not_lost(house: Engine) -> None:
    grid = "KW 48\nFilm;Do;Fr\nRed Rocket;{};{}\n"
    publish_sheet(house, content=grid.format("20:00", "20:00").encode())
    report = publish_sheet(house, content=grid.format("20:30 / 22:30", "20:30").encode())
    assert (report.counts.moved, report.counts.added) == (1, 2)
    assert starts(house) == ["26 20:30", "26 22:30", "27 20:30"]


def test_a_status_beside_a_time_takes_no_version_away() -> None:
    sheet = read(
        "KW 48\nFilm;Do;Fr\n"
        "A;20:15 OmU ausverkauft / 22:30 OmU;20:15 (leider ausverkauft!) 22:30 3D ausverkauft/abgesagt\n"
    )
    assert [(row.time, row.version, row.format, row.status) for row in sheet.rows] == [
        ("20:15", "OmU", "", "sold-out"),
        ("22:30", "OmU", "", ""),
        ("20:15", "", "", "sold-out"),
        ("22:30", "", "", "cancelled"),
    ]


def test_a_time_that_cannot_be_read_has_the_address_of_its_cell(house: Engine) -> None:
    report = check_sheet(house, content=GRID.replace("20h15 3D", "2o:15").encode())
    (problem,) = [one for one in report.problems if one.severity == "error"]
    assert (problem.code, problem.row, problem.column, problem.value) == ("time-unreadable", 5, "Mi", "2o:15")


@pytest.mark.parametrize(
    "named",
    [
        *("26.11. – 02.12.2026", "26.11. - 2.12.", "26.11.–02.12.26", "vom 26. November bis 2. Dezember 2026"),
        *("Spielwoche 26.11.-02.12.", "26/11 - 02/12/2026", "Do 26.11. bis Mi 02.12.", "KW 48", "KW48/2026"),
        *("Woche ab 26.11.", "Woche ab 26. November", "Week 48", "semaine 48", "2026-11-26 – 2026-12-02"),
        *("from 26 November to 2 December", "du 26 novembre au 2 décembre 2026"),
    ],
)
def test_the_week_is_read_as_people_name_it(named: str) -> None:
    assert week_of(named) == WEEK


def test_a_week_across_new_year_is_named_with_one_year() -> None:
    assert week_of("31.12. – 06.01.2027") == (date(2026, 12, 31), date(2027, 1, 6))
    assert week_of("28.–30.11.2026", "Sa;So") == (date(2026, 11, 28), date(2026, 11, 30))
    assert week_of("KW 1", today=date(2026, 12, 28)) == (date(2027, 1, 7), date(2027, 1, 13))


def test_grids_stand_below_each_other_week_by_week() -> None:
    two = "KW 48\nFilm;Do;Fr\nA;20:00;\nKW 49\nFilm;Do;Fr\nB;;20:00\n"
    assert said(read(two)) == ["3 11-26 20:00 A", "6 12-04 20:00 B"]


def test_the_week_between_two_grids_is_left_alone(house: Engine) -> None:
    publish_sheet(house, row("2026-12-04"), row("2026-12-05"), row("2026-12-02"), row("2026-12-10"))
    two = "KW 48\nFilm;Do;Fr\nRed Rocket;20:00;\nKW 50\nFilm;Do;Fr\nRed Rocket;;20:00\n"
    assert publish_sheet(house, content=two.encode()).counts.removed == 2
    assert starts(house) == ["26 20:00", "04 20:00", "05 20:00", "11 20:00"]


def test_a_film_without_its_title_is_the_one_above_with_a_warning() -> None:
    sheet = read("KW 48\nFilm;Fassung;Do\nA;DF;17:00\n;OmU;20:00\n")
    assert said(sheet) == ["3 11-26 17:00 A DF", "4 11-26 20:00 A OmU"]
    assert [(one.code, one.row) for one in sheet.problems] == [("title-above", 4)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Film;Do;Fr\nA;20:00;20:00\n", "no row above says which"),
        ("KW 48\nFilm;Do;Fr\nA;;\nB;;\n", "names films and days, but no times"),
        ("KW 48\nFilm;Do;Fr\n", "names films and days, but no times"),
        ("26.11. – 27.11.2026\nFilm;Do;Sa\nA;20:00;20:00\n", "has no such day"),
    ],
)
def test_a_grid_that_says_too_little_says_what_is_missing(text: str, sentence: str) -> None:
    with pytest.raises(FileUnreadableError, match=sentence):
        read(text)


TIMES = st.lists(st.sampled_from(["10:00", "17.30", "20h15", "23:45", "00:30"]), max_size=3, unique=True)
CELLS = st.lists(st.lists(TIMES, min_size=7, max_size=7), min_size=1, max_size=6)


@given(cells=CELLS, between=st.sampled_from([" / ", ", ", " | ", " ", "\n"]), separator=st.sampled_from(";,\t"))
def test_every_time_of_every_cell_comes_out_again(cells: list[list[list[str]]], between: str, separator: str) -> None:
    lines = [["KW 48"], ["Film", "Do", "Fr", "Sa", "So", "Mo", "Di", "Mi"]]
    lines += [[f"Film {number}", *map(between.join, times)] for number, times in enumerate(cells)]
    text = "\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    written = [
        (f"Film {n}", day, time) for n, row in enumerate(cells) for day, times in enumerate(row) for time in times
    ]
    if written:
        rows = read(text).rows
        found = [(row.title, (date.fromisoformat(row.business_date) - WEEK[0]).days, row.time) for row in rows]
        assert found == written
