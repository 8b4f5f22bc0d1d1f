"""A weekly grid is read cell by cell: each time is a row with its address, and the week is what the file replaces."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from data.schedules.closed_words import says_closed
from data.schedules.readers.recognise import read_schedule
from data.schedules.sheet import Row, Sheet
from tests.data.factories import check_sheet, publish_sheet, row, starts

TODAY = date(2026, 11, 25)
WEEK = (date(2026, 11, 26), date(2026, 12, 2))
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


def read(text: str, today: date = TODAY) -> Sheet:
    return read_schedule(text.encode(), today)


def shown(sheet: Sheet) -> list[Row]:
    return [row for row in sheet.rows if not says_closed(row)]


def said(sheet: Sheet) -> list[str]:
    rows = shown(sheet)
    return [f"{row.number} {row.business_date[5:]} {row.time} {row.title} {row.version}".strip() for row in rows]


def closed_on(sheet: Sheet) -> list[str]:
    return [row.business_date[5:] for row in sheet.rows if says_closed(row)]


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


@pytest.mark.parametrize(
    "header",
    [
        *("Film;Do 26.11.;Fr 27.11.", "Film;26.11.;27.11.", "Film;Donnerstag, 26.11.2026;Freitag, 27.11.2026"),
        *(
            "Film;Thu 11/26;Fri 11/27",
            "Titre;jeu. 26/11;ven. 27/11",
            ";Do;Fr\n;26.11.;27.11.",
            ";26.11.;27.11.\nFilm;Do;Fr",
        ),
    ],
)
def test_columns_are_headed_by_days_with_or_without_a_date(header: str) -> None:
    sheet = read(f"{header}\nRed Rocket;20:15;18:00\n")
    assert [(row.business_date, row.time, row.title) for row in sheet.rows] == [
        ("2026-11-26", "20:15", "Red Rocket"),
        ("2026-11-27", "18:00", "Red Rocket"),
    ]
    assert sheet.named_days == (date(2026, 11, 26), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("heads", "days"),
    [
        ("Do–So;Mo;Di;Mi", [26, 27, 28, 29, 30, 1, 2]),
        ("Do-So;Mo-Mi", [26, 27, 28, 29, 30, 1, 2]),
        ("Do. bis So.;Di", [26, 27, 28, 29, 1]),
        ("Do/Sa;Fr und So;Mo", [26, 28, 27, 29, 30]),
        ("Thu - Sun;Mon", [26, 27, 28, 29, 30]),
        ("So–Di;Mi", [29, 30, 1, 2]),
    ],
)
def test_a_column_of_several_days_is_read_for_each(heads: str, days: list[int]) -> None:
    times = ";20:15" * len(heads.split(";"))
    sheet = read(f"26.11. – 02.12.2026\nFilm;{heads}\nRed Rocket{times}\n")
    assert [date.fromisoformat(row.business_date).day for row in sheet.rows] == days
    assert (sheet.named_days, sheet.ignored_columns) == (WEEK, ())


@pytest.mark.parametrize(
    ("heads", "days"),
    [
        ("Fr;So", [27, 29]),
        ("Do;Fr;So;Mo", [26, 27, 29, 30]),
        ("So", [29]),
        ("Pá;So;Ne", [27, 28, 29]),
        ("Do;Vr;Zo;Di", [26, 27, 29, 1]),
        ("Me;Ve;Di", [2, 27, 29]),
        ("Sa;Di", [28, 29]),
    ],
)
def test_the_words_of_a_header_are_of_one_language(heads: str, days: list[int]) -> None:
    times = ";20:15" * len(heads.split(";"))
    sheet = read(f"26.11. – 02.12.2026\nFilm;{heads}\nRed Rocket{times}\n")
    assert [date.fromisoformat(row.business_date).day for row in sheet.rows] == days


def test_a_column_of_several_days_is_closed_on_each() -> None:
    sheet = read("26.11. – 02.12.2026\nFilm;Do–So;Mo–Mi\nRed Rocket;20:15;geschlossen\n")
    assert closed_on(sheet) == ["11-30", "12-01", "12-02"]


@pytest.mark.parametrize("head", ["Do.–So. 26.–29.11.", "täglich", "Wochenende", "Do, Fr außer 27."])
def test_a_column_of_times_of_nobody_knows_which_days_is_refused(head: str) -> None:
    with pytest.raises(FileUnreadableError, match="we do not know of which days"):
        read(f"26.11. – 02.12.2026\nFilm;{head};Mo;Di\nRed Rocket;20:15;20:15;20:15\n")


def test_a_week_in_the_header_is_no_column_of_times() -> None:
    sheet = read("Film;26.11. – 02.12.2026;Do;Fr\nRed Rocket;130;20:15;20:15\n")
    assert (len(sheet.rows), sheet.named_days) == (2, WEEK)


def test_a_weekday_that_is_not_that_of_its_date_is_doubtful() -> None:
    (problem,) = read("Film;Do 26.11.2026;Sa 27.11.2026\nA;20:15;20:15").problems
    assert (problem.code, problem.row, problem.value) == ("weekday-wrong", 1, "Sa 27.11.2026")


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


def days_of(head: str, week: str = "26.11. – 02.12.2026", beside: str = "") -> list[str]:
    sheet = read(f"Programm {week}\nFilm;{head}{beside}\nRed Rocket;20:15\n")
    return [row.business_date[5:] for row in sheet.rows]


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("Do–So", ["11-26", "11-27", "11-28", "11-29"]),
        ("Do. - So.", ["11-26", "11-27", "11-28", "11-29"]),
        ("Donnerstag bis Samstag", ["11-26", "11-27", "11-28"]),
        ("Thu–Sat", ["11-26", "11-27", "11-28"]),
        ("sam. au lun.", ["11-28", "11-29", "11-30"]),
        ("So–Di", ["11-29", "11-30", "12-01"]),
        ("Di/Mi", ["12-01", "12-02"]),
        ("Mo + Mi", ["11-30", "12-02"]),
        ("Fr, Sa und Mi", ["11-27", "11-28", "12-02"]),
        ("26.11.–29.11.", ["11-26", "11-27", "11-28", "11-29"]),
        ("27.–29.11.", ["11-27", "11-28", "11-29"]),
        ("Do 26. – Sa 28.11.", ["11-26", "11-27", "11-28"]),
        ("Mo 30.11. – Di 01.12.", ["11-30", "12-01"]),
        ("26.11./28.11.", ["11-26", "11-28"]),
    ],
)
def test_a_column_of_several_days_holds_for_each_of_them(head: str, days: list[str]) -> None:
    assert days_of(head, beside=";Min") == days


def test_columns_of_several_days_follow_each_other_through_two_weeks() -> None:
    sheet = read("Programm 26.11. – 09.12.2026\nFilm;Do–So;Mo–Mi;Do–So;Mo–Mi\nDune;;;20:15;17:00\n")
    assert [row.business_date[5:] for row in sheet.rows] == [
        *("12-03", "12-04", "12-05", "12-06"),
        *("12-07", "12-08", "12-09"),
    ]


def test_a_column_of_several_days_may_hold_a_day_of_another() -> None:
    sheet = read("Programm 26.11. – 02.12.2026\nFilm;Do–Mi;Sa/So\nDune;;15:00\n")
    assert [row.business_date[5:] for row in sheet.rows] == ["11-28", "11-29"]


def test_several_weekdays_over_their_dates_are_one_header() -> None:
    sheet = read("Film;Do–Sa;So\n;26.–28.11.;29.11.\nDune;20:15;17:00\n")
    assert [row.business_date[5:] for row in sheet.rows] == ["11-26", "11-27", "11-28", "11-29"]


def test_a_house_closed_for_several_days_is_closed_on_each() -> None:
    sheet = read("Programm 26.11. – 02.12.2026\nFilm;Do–So;Mo;Di/Mi\nDune;20:15;;geschlossen\n")
    assert closed_on(sheet) == ["12-01", "12-02"]


def test_what_cannot_be_read_in_a_cell_of_several_days_is_said_once(house: Engine) -> None:
    grid = "Programm 26.11. – 02.12.2026\nFilm;Do–So;Mo\nRed Rocket;2o:15;20:15\n"
    report = check_sheet(house, content=grid.encode())
    assert [(one.row, one.column, one.value) for one in report.problems] == [(3, "Do–So", "2o:15")]
    assert (report.counts.rows, report.counts.errors) == (5, 4)
