"""An auditorium is one however it is spelled, and what a file says of auditoriums shows nothing twice."""

import pytest
from sqlalchemy import Engine

from tests.data.factories import add_film, publish_sheet, row, starts, stored


@pytest.mark.parametrize("name", ["kino 1", "KINO  1", "Kinó 1"])
def test_an_auditorium_spelled_otherwise_is_the_same(house: Engine, name: str) -> None:
    publish_sheet(house, row(), row("2026-11-27"), row("2026-11-28", auditorium="Kino 2"))
    report = publish_sheet(house, row(time="20:30", auditorium=name), row("2026-11-28", auditorium=name))
    assert (report.counts.moved, report.counts.removed, report.counts.added) == (1, 1, 1)
    assert next((one.id, one.starts) for one in stored(house) if one.status != "cancelled") == (1, "26 20:30")


def test_a_file_that_names_auditoriums_for_the_first_time_shows_nothing_twice(house: Engine) -> None:
    publish_sheet(house, row(auditorium=""), row("2026-11-27", auditorium=""))
    report = publish_sheet(house, row(), row("2026-11-27", auditorium="Kino 2"))
    assert (report.counts.changed, report.problems) == (2, [])
    assert [(one.id, one.auditorium) for one in stored(house)] == [(1, "Kino 1"), (2, "Kino 2")]


def test_a_file_that_no_longer_names_auditoriums_keeps_the_ids(house: Engine) -> None:
    publish_sheet(house, row(), row("2026-11-27", auditorium="Kino 2"))
    report = publish_sheet(house, row(auditorium=""), row("2026-11-27", auditorium=""))
    assert (report.counts.changed, report.counts.added) == (2, 0)


def test_what_is_in_no_auditorium_stays_beside_a_file_of_auditoriums_with_a_warning(house: Engine) -> None:
    publish_sheet(house, row(auditorium=""), row("2026-11-27", auditorium=""))
    report = publish_sheet(house, row(time="20:30"), row("2026-11-27"))
    assert [(one.code, one.value) for one in report.problems] == [("auditoriums-other", "none named")]
    assert "Screenings of these days (1) stay" in report.problems[0].message
    assert starts(house) == ["26 20:00", "26 20:30", "27 20:00"]


def test_auditoriums_that_are_all_others_are_doubted(house: Engine) -> None:
    add_film(house, "Dune")
    publish_sheet(house, row(), row(auditorium="Kino 2", title="Dune"))
    report = publish_sheet(house, row(auditorium="Saal 1"), row(auditorium="Saal 2", title="Dune"))
    assert [(one.code, one.value) for one in report.problems] == [("auditoriums-other", "Kino 1, Kino 2")]


def test_a_file_of_one_of_the_known_auditoriums_is_plain(house: Engine) -> None:
    add_film(house, "Dune")
    publish_sheet(house, row(), row(auditorium="Kino 2", title="Dune"))
    assert publish_sheet(house, row(time="21:00")).problems == []
