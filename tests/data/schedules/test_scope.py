"""A file replaces the days and auditoriums of which it speaks, and keeps what its unreadable rows may mean."""

import pytest
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from tests.data.factories import check_sheet, publish_sheet, row, starts, stored

pytestmark = pytest.mark.both_databases


def test_a_file_replaces_its_days_from_the_first_to_the_last(house: Engine) -> None:
    publish_sheet(house, *(row(date=f"2026-11-{day}") for day in (25, 26, 27, 28, 29)))
    publish_sheet(house, row(date="2026-11-26", time="14:00"), row(date="2026-11-28", time="14:00", title="Neu"))
    assert starts(house) == ["25 20:00", "26 14:00", "28 14:00", "29 20:00"]


def test_the_report_says_which_days_and_auditoriums_are_replaced(house: Engine) -> None:
    scope = check_sheet(house, row(), row(date="2026-12-02", auditorium="Kino 2")).scope
    assert scope is not None
    assert (scope.from_on.isoformat(), scope.until_on.isoformat()) == ("2026-11-26", "2026-12-02")
    assert scope.auditoriums == ["Kino 1", "Kino 2"]


def test_half_past_midnight_on_the_first_day_leaves_the_evening_before_alone(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-25"), row(date="2026-11-25", time="22:00", title="Spät"))
    publish_sheet(house, row(date="2026-11-26", time="00:30"), row(date="2026-11-26"))
    assert starts(house) == ["25 20:00", "25 22:00", "26 00:30", "26 20:00"]


def test_half_past_midnight_after_the_last_day_leaves_the_next_evening_alone(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-27"), row(date="2026-11-27", time="22:00", title="Spät"))
    publish_sheet(house, row(date="2026-11-26"), row(date="2026-11-27", time="00:30"))
    assert starts(house) == ["26 20:00", "27 00:30", "27 20:00", "27 22:00"]


@pytest.mark.parametrize("bad", [row(date="2026-11-27", time="00:30", title=""), row(date="2026-11-27", time="0o:30")])
def test_an_unreadable_row_after_midnight_leaves_the_next_evening_alone(house: Engine, bad: dict[str, str]) -> None:
    publish_sheet(house, row(date="2026-11-27"), row(date="2026-11-27", time="22:00", title="Spät"))
    publish_sheet(house, row(date="2026-11-26"), bad)
    assert starts(house) == ["26 20:00", "27 20:00", "27 22:00"]


def test_a_screening_after_midnight_of_the_last_evening_is_replaced(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-27", time="00:30"))
    publish_sheet(house, row(date="2026-11-26", title="Neu"))
    assert starts(house) == ["26 20:00"]


def test_only_the_auditoriums_of_which_the_file_speaks_are_replaced(house: Engine) -> None:
    publish_sheet(house, row(auditorium="Kino 1"), row(auditorium="Kino 2"), row(auditorium=""))
    publish_sheet(house, row(auditorium="Kino 2", time="14:00", title="Neu"))
    assert [(one.starts, one.auditorium) for one in stored(house) if one.status == "scheduled"] == [
        ("26 14:00", "Kino 2"),
        ("26 20:00", "Kino 1"),
        ("26 20:00", None),
    ]


def test_a_file_with_a_row_without_auditorium_speaks_of_all(house: Engine) -> None:
    publish_sheet(house, row(auditorium="Kino 1"), row(auditorium="Kino 2"))
    publish_sheet(house, row(auditorium="Kino 1"), row(auditorium="", time="14:00"))
    assert starts(house) == ["26 14:00", "26 20:00"]


def test_white_space_in_the_name_of_an_auditorium_does_not_make_it_another(house: Engine) -> None:
    publish_sheet(house, row(auditorium="Kino 1"), row(auditorium="Kino 1", time="22:00"))
    publish_sheet(house, row(auditorium="Kino\u00a0 1"))
    assert starts(house) == ["26 20:00"]


def test_the_auditoriums_of_another_house_are_not_spoken_of(house: Engine) -> None:
    publish_sheet(house, row(auditorium="Kino 1"), row(auditorium="Kino 2", time="22:00"))
    publish_sheet(house, row(cinema="Moviemento"), row(cinema="Odeon", auditorium="Kino 2"))
    assert starts(house) == ["26 20:00", "26 22:00"]


def test_the_days_of_another_house_are_not_spoken_of(house: Engine) -> None:
    publish_sheet(house, row(), row(date="2026-11-27"))
    publish_sheet(house, row(cinema="Moviemento"), row(cinema="Odeon", date="2026-11-27"))
    assert starts(house) == ["26 20:00", "27 20:00"]


@pytest.mark.parametrize(
    "bad",
    [
        row(time="2o:00"),
        row(date="26.13."),
        row(title=""),
        row(time="2o:00", title="Noch nie gehört"),
        row(date="?", time="?", title=""),
    ],
)
def test_what_an_unreadable_row_could_mean_is_kept(house: Engine, bad: dict[str, str]) -> None:
    publish_sheet(house, row(), row(date="2026-11-27"))
    report = publish_sheet(house, bad, row(date="2026-11-26", time="14:00", title="A"), row(date="2026-11-27"))
    assert (report.counts.kept, report.counts.removed) == (1, 0)
    assert starts(house) == ["26 14:00", "26 20:00", "27 20:00"]


@pytest.mark.parametrize(
    "bad",
    [
        row(time="2o:00", title="Dune"),
        row(date="26.13.", time="22:00"),
        row(date="2026-11-27", time="2o:00"),
        row(date="2026-11-26", time="22:00", title=""),
    ],
)
def test_what_an_unreadable_row_cannot_mean_is_removed(house: Engine, bad: dict[str, str]) -> None:
    publish_sheet(house, row(title="Dune", date="2026-11-27"), row())
    report = publish_sheet(house, bad, row(title="Dune", date="2026-11-27"), row(time="14:00", title="A"))
    assert (report.counts.kept, report.counts.removed) == (0, 1)


def test_a_row_with_too_many_cells_keeps_what_it_could_mean(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00"))
    content = b"Datum;Zeit;Titel\n2026-11-26;20:00;Red Rocket;OmU\n2026-11-26;14:00;Neu"
    report = publish_sheet(house, content=content)
    assert (report.counts.kept, report.counts.removed, report.counts.errors) == (1, 1, 1)


def test_what_an_unreadable_row_names_does_not_become_another_screening(house: Engine) -> None:
    publish_sheet(house, row(time="20:00"))
    report = publish_sheet(house, row(time="2o:00"), row(time="23:00"))
    assert (report.counts.moved, report.counts.added, report.counts.kept) == (0, 1, 1)
    assert starts(house) == ["26 20:00", "26 23:00"]


def test_a_footer_does_not_keep_screenings_from_moving(house: Engine) -> None:
    publish_sheet(house, row(time="20:00"))
    report = publish_sheet(house, row(time="20:30"), row("Änderungen vorbehalten!", "", "", "", ""))
    assert (report.counts.moved, report.counts.kept) == (1, 0)


def test_a_file_of_nothing_but_other_houses_is_refused_by_their_names(house: Engine) -> None:
    publish_sheet(house, row())
    with pytest.raises(FileUnreadableError, match="schedule for another cinema: it is of Odeon, and has no row"):
        publish_sheet(house, row(cinema="Odeon"), row(cinema="Odeon", time="14:00"))
    assert starts(house) == ["26 20:00"]


def test_a_file_of_nothing_but_a_night_removes_nothing_of_the_evening(house: Engine) -> None:
    publish_sheet(house, row(), row(time="22:00", title="Spät"))
    publish_sheet(house, row(date="2026-11-27", time="00:30", title="Nachts"))
    assert starts(house) == ["26 20:00", "26 22:00", "27 00:30"]


def test_a_slip_of_the_year_is_reported_and_stretches_nothing(house: Engine) -> None:
    publish_sheet(house, row(date="2026-12-24"))
    report = publish_sheet(house, row(), row(date="2026-11-27"), row(date="2062-11-28"))
    assert [(problem.code, problem.row) for problem in report.problems] == [("date-far", 4)]
    assert report.scope is not None
    assert report.scope.until_on.isoformat() == "2026-11-27"
    assert starts(house) == ["26 20:00", "27 20:00", "24 20:00"]


def test_what_a_slip_of_the_year_may_mean_is_kept(house: Engine) -> None:
    publish_sheet(house, row(), row(date="2026-11-27"))
    report = publish_sheet(house, row(date="2062-11-26"), row(date="2026-11-26", time="22:00"), row(date="2026-11-27"))
    assert (report.counts.kept, report.counts.removed) == (1, 0)


@pytest.mark.parametrize("day", ["2027-10-29", "2026-01-04"])
def test_a_day_half_a_year_from_the_others_is_doubtful_and_stretches_nothing(house: Engine, day: str) -> None:
    publish_sheet(house, row(date="2026-12-24"), row(date="2027-02-01"))
    report = publish_sheet(house, row(), row(date="2026-11-27"), row(date=day))
    assert [(problem.code, problem.row) for problem in report.problems] == [("date-alone", 4)]
    assert report.counts.removed == 0
    assert publish_sheet(house, row(), row(date="2026-11-27"), row(date=day)).state == "unchanged"


def test_a_business_date_says_where_the_scope_begins(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-25"), row(), row(date="2026-11-27", time="00:15", title="Nachts"))
    publish_sheet(
        house,
        row(date="2026-11-26", time="00:30", business_date="2026-11-25", title="Neu"),
        row(date="2026-11-26", time="14:00", business_date="2026-11-26", title="Neu"),
    )
    assert starts(house) == ["26 00:30", "26 14:00"]


HEADER = "Datum;Zeit;Titel;Saal\n"


def test_a_period_named_above_the_header_is_what_is_replaced(house: Engine) -> None:
    publish_sheet(house, *(row(date=f"2026-11-{day}") for day in (25, 26, 27, 28, 29)))
    content = f"Programm 26.11. – 28.11.2026\n{HEADER}27.11.2026;14:00;Neu;Kino 1\n".encode()
    scope = check_sheet(house, content=content).scope
    assert scope is not None
    assert (scope.from_on.isoformat(), scope.until_on.isoformat()) == ("2026-11-26", "2026-11-28")


def test_a_period_named_above_that_does_not_hold_the_rows_counts_for_nothing(house: Engine) -> None:
    content = f"Programm 26.11. – 28.11.2026\n{HEADER}29.11.2026;14:00;Neu;Kino 1\n".encode()
    scope = check_sheet(house, content=content).scope
    assert scope is not None
    assert (scope.from_on.isoformat(), scope.until_on.isoformat()) == ("2026-11-29", "2026-11-29")
