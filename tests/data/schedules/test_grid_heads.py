"""What heads a column of a weekly grid: a day, or several, in one language; each time in it holds for each of them."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from tests.data.factories import check_sheet
from tests.data.schedules.grids import WEEK, closed_on, read


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
