"""A file may say that the house is closed: that is previewed, published and undone with it, and contradicts nothing."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data.catalogue.closed_days import close_days
from data.programme.days import coming_days
from data.schedules.asked_scope import AskedScope
from data.schedules.plan import Mode
from data.schedules.report import Report
from data.tables.database import writing
from tests.data.factories import (
    NOW,
    check_sheet,
    publish_sheet,
    publish_uploaded_sheet,
    row,
    starts,
    undo_latest,
    upload_sheet,
)
from tests.data.programme.factories import loaded

pytestmark = pytest.mark.both_databases

MONDAY = date(2026, 11, 30)
GRID = """Programm 26.11. – 02.12.2026
Film;Do;Fr;Sa;So;Mo;Di;Mi
Red Rocket;20:15;20:15;20:15;20:15;{};–;20:15
"""


def closed_row(day: str = "2026-11-30", said: str = "geschlossen", **more: str) -> dict[str, str]:
    return row(day, **{"time": "", "title": said, "version": "", "auditorium": ""} | more)


def closings(report: Report) -> list[str]:
    return [f"{one.kind} {one.on:%d.%m.}" for one in report.closed_days]


def closed(engine: Engine) -> dict[str, str | None]:
    days = coming_days(loaded(engine), 0, date(2026, 11, 22))
    return {f"{day.programme_on:%d.%m.}": day.note for day in days if day.state == "closed"}


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


@pytest.mark.parametrize(
    "said",
    [
        *("geschlossen", "Geschlossen!", "Ruhetag", "kein Programm", "Keine Vorstellung", "spielfrei", "Schließtag"),
        *("closed", "CLOSED", "no shows", "fermé", "Relâche", "chiuso", "cerrado", "gesloten", "zamknięte", "zavřeno"),
        *("Kino geschlossen", "heute geschlossen", "Das Kino bleibt geschlossen", "(geschlossen)"),
    ],
)
def test_a_row_of_a_day_without_films_closes_it(house: Engine, said: str) -> None:
    report = check_sheet(house, row(), closed_row(said=said))
    assert (closings(report), codes(report)) == (["closed 30.11."], [])
    assert (report.counts.rows, report.counts.screenings, report.counts.errors) == (1, 1, 0)


@pytest.mark.parametrize(
    "cells",
    [
        {"time": "geschlossen", "title": ""},
        {"time": "-", "title": "Ruhetag"},
        {"time": "closed", "title": "Red Rocket"},
        {"title": "", "version": "fermé"},
        {"date": "30.11.2026 00:00"},
    ],
)
def test_it_may_stand_in_any_cell_that_has_no_more_to_say(house: Engine, cells: dict[str, str]) -> None:
    report = check_sheet(house, row(), closed_row() | cells)
    assert (closings(report), codes(report)) == (["closed 30.11."], [])


def test_a_film_of_that_name_that_has_a_time_is_a_film(house: Engine) -> None:
    report = check_sheet(house, row(), row("2026-11-30", title="Closed"))
    assert (closings(report), report.counts.screenings) == ([], 2)


@pytest.mark.parametrize("said", ["Geschlossene Gesellschaft", "The Closed Doors", "geschlossen bis 18:00"])
def test_what_only_sounds_like_it_is_still_an_error(house: Engine, said: str) -> None:
    report = check_sheet(house, row(), closed_row(said=said))
    assert (closings(report), report.counts.errors) == ([], 1)


@pytest.mark.parametrize(
    "said", ["geschlossen (Heiligabend)", "Ruhetag – Umbau", "wegen Umbau geschlossen", "Closed due to works"]
)
def test_a_reason_is_what_people_read(house: Engine, said: str) -> None:
    publish_sheet(house, row(), closed_row(said=said))
    assert closed(house) == {"30.11.": said}


def test_a_cell_of_a_weekly_grid_closes_its_day(house: Engine) -> None:
    report = publish_sheet(house, content=GRID.format("Ruhetag").encode())
    assert (closings(report), closed(house)) == (["closed 30.11."], {"30.11.": None})


@pytest.mark.parametrize(("ends", "days"), [(None, ["30.11."]), ("20261203", ["30.11.", "01.12.", "02.12."])])
def test_an_event_of_a_calendar_closes_the_days_that_it_lasts(house: Engine, ends: str | None, days: list[str]) -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20261130", "SUMMARY:Geschlossen"]
    lines += [f"DTEND;VALUE=DATE:{ends}"] if ends else []
    report = check_sheet(house, content="\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode())
    assert closings(report) == [f"closed {day}" for day in days]


@pytest.mark.parametrize(
    ("span", "days"),
    [
        ("24.12.–26.12.2026", ["24.12.", "25.12.", "26.12."]),
        ("24. - 26.12.", ["24.12.", "25.12.", "26.12."]),
        ("vom 24. bis 25. Dezember", ["24.12.", "25.12."]),
        ("2026-12-31 – 2027-01-02", ["31.12.", "01.01.", "02.01."]),
        ("Do 31.12. bis Sa 02.01.", ["31.12.", "01.01.", "02.01."]),
        ("Dec 24 to Dec 25, 2026", ["24.12.", "25.12."]),
    ],
)
def test_a_span_of_days_closes_each_of_them(house: Engine, span: str, days: list[str]) -> None:
    report = check_sheet(house, row(), closed_row(span))
    assert (closings(report), codes(report), report.counts.rows) == ([f"closed {day}" for day in days], [], 1)


def test_a_summer_is_a_span_too(house: Engine) -> None:
    report = check_sheet(house, row(), closed_row("1.7.–31.8.2027", "Sommerpause"))
    assert (len(report.closed_days), closings(report)[0], closings(report)[-1]) == (
        62,
        "closed 01.07.",
        "closed 31.08.",
    )


def test_a_film_for_several_days_is_still_an_error(house: Engine) -> None:
    report = check_sheet(house, row(), row("27.11.–29.11."))
    assert (closings(report), report.counts.errors) == ([], 1)


def test_it_is_looked_at_published_and_undone_with_the_schedule(house: Engine) -> None:
    uploaded = upload_sheet(house, row(), closed_row())
    assert (closings(uploaded), closed(house)) == (["closed 30.11."], {})
    published = publish_uploaded_sheet(house, uploaded)
    assert (closings(published), closed(house)) == (["closed 30.11."], {"30.11.": None})
    assert publish_sheet(house, row(), closed_row()).state == "unchanged"
    assert closings(undo_latest(house)) == ["opened 30.11."]
    assert closed(house) == {}


def test_a_file_that_only_closes_days_removes_nothing_and_says_nothing_of_others(house: Engine) -> None:
    publish_sheet(house, row(), row("2026-12-24"))
    report = publish_sheet(house, closed_row("24.12.–26.12."))
    assert (closings(report), codes(report)) == (["closed 25.12.", "closed 26.12."], ["closed-but-shown"])
    assert (report.scope, starts(house)) == (None, ["26 20:00", "24 20:00"])
    undo_latest(house)
    assert closed(house) == {}


def test_a_closed_day_that_lies_apart_says_nothing_of_the_days_between(house: Engine) -> None:
    publish_sheet(house, row(), row("2026-12-10"))
    report = publish_sheet(house, row(), closed_row("2026-11-27"), closed_row("2026-12-24"))
    assert closings(report) == ["closed 27.11.", "closed 24.12."]
    assert report.scope
    assert (f"{report.scope.until_on:%d.%m.}", starts(house)) == ("27.11.", ["26 20:00", "10 20:00"])


def test_a_closed_day_within_a_schedule_is_replaced_with_it(house: Engine) -> None:
    publish_sheet(house, row(), row("2026-11-27"), row("2026-11-28"))
    report = publish_sheet(house, row(), closed_row("2026-11-27"), row("2026-11-28"))
    assert (closings(report), report.counts.removed, starts(house)) == (["closed 27.11."], 1, ["26 20:00", "28 20:00"])
    undo_latest(house)
    assert (closed(house), starts(house)) == ({}, ["26 20:00", "27 20:00", "28 20:00"])


def test_a_day_on_which_the_file_shows_something_is_not_closed_and_a_sentence_says_so(house: Engine) -> None:
    report = publish_sheet(house, row(), row("2026-11-30"), closed_row())
    assert (closings(report), closed(house), starts(house)) == ([], {}, ["26 20:00", "30 20:00"])
    [problem] = report.problems
    assert (problem.code, problem.row, problem.value) == ("closed-but-shown", 4, "geschlossen")
    assert "closed on Monday 30 November, but something is shown then" in problem.message


def test_a_day_on_which_something_else_is_published_is_not_closed(house: Engine) -> None:
    publish_sheet(house, row("2026-11-30", auditorium="Kino 2"))
    report = publish_sheet(house, row(), closed_row(), mode=Mode.ADD)
    assert (closings(report), codes(report)) == ([], ["closed-but-shown"])


def test_one_auditorium_of_several_that_is_closed_closes_no_house(house: Engine) -> None:
    assert closings(check_sheet(house, row(), closed_row(auditorium="Kino 1"))) == ["closed 30.11."]
    publish_sheet(house, row(auditorium="Kino 2"))
    report = publish_sheet(house, row(), closed_row(auditorium="Kino 1"))
    assert (closings(report), codes(report)) == ([], ["auditoriums-other", "closed-auditorium"])
    asked = AskedScope(auditoriums=("Kino 1",))
    assert codes(check_sheet(house, row(auditorium=""), closed_row(), asked=asked)) == ["closed-auditorium"]


def test_a_later_file_that_says_it_no_longer_opens_the_day_and_undoing_that_closes_it(house: Engine) -> None:
    publish_sheet(house, row(auditorium=""), closed_row())
    report = publish_sheet(house, row(auditorium=""), row("2026-12-01", auditorium=""))
    assert (closings(report), closed(house)) == (["opened 30.11."], {})
    assert closings(undo_latest(house)) == ["closed 30.11."]
    assert closed(house) == {"30.11.": None}
    undo_latest(house)
    assert closed(house) == {}


def test_a_file_that_adds_opens_a_day_only_where_it_shows_something(house: Engine) -> None:
    publish_sheet(house, row(), closed_row(), closed_row("2026-12-01"))
    report = publish_sheet(house, row("2026-11-29"), row("2026-12-01"), row("2026-12-02"), mode=Mode.ADD)
    assert (closings(report), closed(house)) == (["opened 01.12."], {"30.11.": None})


def test_a_day_that_was_closed_by_hand_stays_so_whatever_files_say(house: Engine) -> None:
    with writing(house) as session:
        close_days(session, "moviemento", MONDAY, MONDAY, note="Umbau", now=NOW)
    assert closings(publish_sheet(house, row(), closed_row())) == []
    undo_latest(house)
    assert closed(house) == {"30.11.": "Umbau"}
    report = publish_sheet(house, row(), row("2026-11-30"), row("2026-12-02"))
    assert (closings(report), codes(report)) == ([], ["shown-but-closed"])


def test_a_day_that_is_closed_by_hand_after_a_file_did_survives_its_undoing(house: Engine) -> None:
    publish_sheet(house, row(), closed_row())
    with writing(house) as session:
        close_days(session, "moviemento", MONDAY, MONDAY, note="Umbau", now=NOW)
    assert closings(undo_latest(house)) == []
    assert closed(house) == {"30.11.": "Umbau"}


def test_a_day_that_cannot_be_read_is_an_error_with_its_row(house: Engine) -> None:
    report = check_sheet(house, row(), closed_row("30. Nebelung"))
    assert [(one.code, one.row) for one in report.problems] == [("date-unreadable", 3)]
    assert (report.counts.rows, report.counts.errors) == (2, 1)


def test_a_day_that_is_over_is_past_like_its_screenings(house: Engine) -> None:
    report = check_sheet(house, row(), closed_row("2026-11-21"))
    assert (closings(report), report.counts.rows, report.counts.past) == ([], 2, 1)


def test_a_file_of_several_cinemas_closes_only_the_one_that_is_named(house: Engine) -> None:
    rows = [row() | {"theatre": "Moviemento"}, closed_row() | {"theatre": "Elsewhere"}]
    report = check_sheet(house, *rows)
    assert (closings(report), report.counts.elsewhere) == ([], 1)
    rows.append(closed_row("2026-12-01") | {"theatre": "Moviemento"})
    assert closings(check_sheet(house, *rows)) == ["closed 01.12."]
    rows.append(closed_row("2026-12-02") | {"theatre": ""})
    assert codes(check_sheet(house, *rows)) == ["cinema-missing"]
