"""A part of the programme can be asked for: then the file speaks of no more, and of no less."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError
from data.schedules.asked_scope import AskedScope
from tests.data.factories import check_sheet, publish_sheet, row, starts, stored

THURSDAY, FRIDAY, SATURDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 28)


def test_what_lies_outside_of_the_days_asked_for_is_left_aside_and_named(house: Engine) -> None:
    rows = [row(date=f"2026-11-{day}") for day in (26, 27, 28)]
    report = publish_sheet(house, *rows, asked=AskedScope(FRIDAY, FRIDAY))
    assert (report.counts.elsewhere, report.counts.screenings) == (2, 1)
    assert [problem.message for problem in report.problems] == [
        "2 rows lie outside of the days and auditoriums asked for: left aside."
    ]
    assert starts(house) == ["27 20:00"]


def test_days_asked_for_beyond_those_of_the_file_are_replaced_by_nothing(house: Engine) -> None:
    publish_sheet(house, *(row(date=f"2026-11-{day}") for day in (25, 26, 27, 28, 29)))
    report = publish_sheet(house, row(date="2026-11-27", title="Neu"), asked=AskedScope(THURSDAY, SATURDAY))
    assert report.scope is not None
    assert (report.scope.from_on, report.scope.until_on) == (THURSDAY, SATURDAY)
    assert [one.title for one in stored(house) if one.status == "scheduled"] == ["Red Rocket", "Neu", "Red Rocket"]


def test_one_end_may_be_asked_for_alone(house: Engine) -> None:
    publish_sheet(house, *(row(date=f"2026-11-{day}") for day in (25, 26, 27, 28)))
    publish_sheet(house, row(date="2026-11-26"), asked=AskedScope(until_on=FRIDAY))
    assert starts(house) == ["25 20:00", "26 20:00", "28 20:00"]


def test_a_file_of_friday_and_one_auditorium_leaves_all_others_alone(house: Engine) -> None:
    week = [row(date=f"2026-11-{day}", auditorium=name) for day in (26, 27, 28) for name in ("Kino 1", "Kino 2")]
    publish_sheet(house, *week)
    publish_sheet(house, row(date="2026-11-27", time="22:00", title="Neu", auditorium="Kino 2"))
    assert [(one.starts, one.auditorium) for one in stored(house) if one.status == "scheduled"] == [
        *(("26 20:00", name) for name in ("Kino 1", "Kino 2")),
        *(("27 20:00", "Kino 1"), ("27 22:00", "Kino 2")),
        *(("28 20:00", name) for name in ("Kino 1", "Kino 2")),
    ]


def test_an_auditorium_asked_for_is_known_however_it_is_spelled(house: Engine) -> None:
    publish_sheet(house, row(auditorium="Kino 1"), row(auditorium="Kino 2"))
    rows = (row(auditorium="Kino 1", time="14:00"), row(auditorium="Kino 2", time="22:00"), row(auditorium=""))
    report = publish_sheet(house, *rows, asked=AskedScope(auditoriums=("KINO  2",)))
    assert report.counts.elsewhere == 2
    assert starts(house) == ["26 20:00", "26 22:00"]


def test_a_screening_after_midnight_lies_in_the_evening_before(house: Engine) -> None:
    rows = [row(date="2026-11-27", time="00:30", title="Donnerstag"), row(date="2026-11-28", time="00:30", title="Fr")]
    publish_sheet(house, *rows, asked=AskedScope(FRIDAY, FRIDAY))
    assert starts(house) == ["28 00:30"]


def test_an_unreadable_row_is_an_error_unless_its_day_lies_outside(house: Engine) -> None:
    rows = [row(time="2o:00"), row(date="26.13."), row(date="2026-11-27", time="2o:00")]
    counts = check_sheet(house, *rows, asked=AskedScope(FRIDAY, FRIDAY)).counts
    assert (counts.errors, counts.elsewhere) == (2, 1)


def test_days_in_the_wrong_order_are_a_sentence() -> None:
    with pytest.raises(QuestionError, match="2026-11-28 is after 2026-11-26"):
        AskedScope(SATURDAY, THURSDAY)


def test_more_than_a_third_that_would_go_is_a_warning_of_the_report(house: Engine) -> None:
    publish_sheet(house, *(row(time=f"{hour}:00") for hour in (14, 17, 20)))
    assert check_sheet(house, row(time="14:00"), row(time="17:00")).problems == []
    (warning,) = check_sheet(house, row(time="14:00")).problems
    assert (warning.code, warning.row) == ("much-removed", None)
    assert warning.message.startswith("2 of 3 published screenings would be removed.")
