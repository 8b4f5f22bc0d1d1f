"""The latest schedule can be taken back: what it added goes, what it took away returns, under the ids that they had."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from data.schedules.edit import set_status
from data.schedules.errors import (
    ChangesUnknownError,
    NothingToUndoError,
    ScheduleNotLatestError,
    ScheduleNotPublishedError,
    ScheduleUndoneError,
    UnknownScheduleError,
)
from data.schedules.report import Report
from data.tables.database import writing
from tests.data.factories import (
    NOW,
    add_cinema,
    add_film,
    publish_sheet,
    publish_uploaded_sheet,
    row,
    starts,
    stored,
    undo_latest,
    upload_sheet,
)

pytestmark = pytest.mark.both_databases
OLD = [row(), row(date="2026-11-28", time="22:00"), row(date="2026-11-27", booking_url="https://kino.example/1")]
NEW = [row(time="20:30"), row(date="2026-11-27", booking_url="https://kino.example/2"), row("2026-11-28", title="Neu")]


def set_by_hand(engine: Engine, number: int, status: str, cinema: str = "moviemento") -> None:
    with writing(engine) as session:
        set_status(session, cinema, number, status, now=NOW)


def kinds(report: Report) -> list[str]:
    return [change.kind for change in report.changes]


def test_undoing_brings_back_what_was_before(house: Engine) -> None:
    publish_sheet(house, *OLD)
    before = stored(house)
    published = publish_sheet(house, *NEW)
    report = undo_latest(house)
    assert [one for one in stored(house) if one.status != "cancelled"] == before
    assert (report.id, report.state, report.reader, report.scope) == (
        published.id,
        "undone",
        "tall-sheet",
        published.scope,
    )
    assert sorted(kinds(report)) == ["added", "changed", "moved", "removed"]
    assert report.problems == []


def test_what_a_schedule_added_is_cancelled_and_keeps_its_id(house: Engine) -> None:
    publish_sheet(house, row())
    ids = [one.id for one in stored(house)]
    report = undo_latest(house)
    assert [(one.id, one.status) for one in stored(house)] == [(ids[0], "cancelled")]
    assert (report.counts.removed, report.counts.rows) == (1, 0)


def test_after_an_undo_the_same_file_publishes_again_under_the_same_ids(house: Engine) -> None:
    publish_sheet(house, *OLD)
    publish_sheet(house, *NEW)
    published = stored(house)
    undo_latest(house)
    assert publish_sheet(house, *NEW).state == "published"
    assert stored(house) == published


def test_one_schedule_after_another_is_undone(house: Engine) -> None:
    publish_sheet(house, *OLD)
    publish_sheet(house, *NEW)
    undo_latest(house)
    undo_latest(house)
    assert starts(house) == []
    with pytest.raises(NothingToUndoError, match="moviemento has no published schedule"):
        undo_latest(house)


def test_the_films_of_a_screening_come_back_too(house: Engine) -> None:
    add_film(house, "Tangerine")
    publish_sheet(house, row(title="Tangerine + Red Rocket", source_id="7"))
    publish_sheet(house, row(title="Red Rocket", source_id="7"))
    undo_latest(house)
    with house.connect() as connection:
        rows = connection.exec_driver_sql("SELECT position, slug FROM screening_film JOIN film ON film.id = film_id")
        assert sorted(tuple(one) for one in rows) == [(0, "tangerine"), (1, "red-rocket")]


def test_what_has_begun_since_stays(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-22", time="20:00"), row())
    report = undo_latest(house, now=NOW + timedelta(hours=3))
    assert [(one.starts, one.status) for one in stored(house)] == [("22 20:00", "scheduled"), ("26 20:00", "cancelled")]
    assert [(one.code, one.value) for one in report.problems] == [("undo-begun", "Red Rocket, 2026-11-22 20:00")]
    assert report.counts.kept == 1


def test_what_had_begun_before_it_was_moved_stays_where_it_is(house: Engine) -> None:
    publish_sheet(house, row(date="2026-11-22", time="20:00"))
    publish_sheet(house, row(date="2026-11-22", time="22:00"))
    report = undo_latest(house, now=NOW + timedelta(hours=3))
    assert starts(house) == ["22 22:00"]
    assert [one.code for one in report.problems] == ["undo-begun"]


def test_a_status_set_by_hand_since_stays(house: Engine) -> None:
    publish_sheet(house, *OLD)
    publish_sheet(house, *NEW)
    moved = next(one for one in stored(house) if one.starts == "26 20:30")
    set_by_hand(house, moved.id, "sold-out")
    report = undo_latest(house)
    again = next(one for one in stored(house) if one.id == moved.id)
    assert (again.starts, again.status) == ("26 20:00", "sold-out")
    assert [(one.code, one.message) for one in report.problems] == [
        ("undo-set-by-hand", "Its status was set by hand: it stays sold-out.")
    ]


def test_what_a_schedule_added_is_cancelled_though_it_was_sold_out_by_hand(house: Engine) -> None:
    publish_sheet(house, row())
    set_by_hand(house, 1, "sold-out")
    report = undo_latest(house)
    assert stored(house)[0].status == "cancelled"
    assert "set to sold-out by hand, and is cancelled" in report.problems[0].message


def test_what_was_cancelled_by_hand_since_stays_cancelled(house: Engine) -> None:
    publish_sheet(house, row())
    publish_sheet(house, row(booking_url="https://kino.example/1"))
    set_by_hand(house, 1, "cancelled")
    undo_latest(house)
    assert stored(house)[0].status == "cancelled"


def test_a_schedule_is_undone_once(house: Engine) -> None:
    number = int(publish_sheet(house, row()).id or 0)
    undo_latest(house, schedule_id=number)
    with pytest.raises(ScheduleUndoneError, match=f"Schedule {number} is undone already"):
        undo_latest(house, schedule_id=number)


def test_only_the_latest_schedule_is_undone(house: Engine) -> None:
    first = int(publish_sheet(house, row()).id or 0)
    second = int(publish_sheet(house, row(time="22:00")).id or 0)
    with pytest.raises(ScheduleNotLatestError, match=f"Undo {second} first"):
        undo_latest(house, schedule_id=first)


def test_the_latest_is_the_one_published_last_not_the_one_uploaded_last(house: Engine) -> None:
    first = upload_sheet(house, row())
    second = upload_sheet(house, row(time="22:00"))
    publish_uploaded_sheet(house, second)
    publish_uploaded_sheet(house, first)
    assert undo_latest(house).id == first.id


def test_a_schedule_that_was_only_checked_cannot_be_undone(house: Engine) -> None:
    number = int(upload_sheet(house, row()).id or 0)
    with pytest.raises(ScheduleNotPublishedError, match="never published"):
        undo_latest(house, schedule_id=number)


def test_a_schedule_of_another_cinema_is_not_known(house: Engine) -> None:
    add_cinema(house, "odeon")
    number = int(publish_sheet(house, row()).id or 0)
    for schedule_id in (number, 404):
        with pytest.raises(UnknownScheduleError, match=f"odeon has no schedule {schedule_id}"):
            undo_latest(house, schedule_id=schedule_id, cinema="odeon")


def test_another_cinemas_programme_is_left_alone(house: Engine) -> None:
    add_cinema(house, "odeon")
    publish_sheet(house, row())
    publish_sheet(house, row(time="21:00"), cinema="odeon")
    undo_latest(house)
    assert starts(house) == ["26 21:00"]


def test_what_an_older_kinonah_published_is_not_undone_by_guessing(house: Engine) -> None:
    publish_sheet(house, row())
    with writing(house) as session:
        session.connection().exec_driver_sql("DELETE FROM screening_change")
    with pytest.raises(ChangesUnknownError, match="did not keep what it changed"):
        undo_latest(house)


def test_films_that_became_one_since_are_no_hindrance(house: Engine) -> None:
    publish_sheet(house, row(title="Roter Raketerich", source_id="7"))
    publish_sheet(house, row(title="Red Rocket", source_id="7", time="21:00"))
    with writing(house) as session:
        session.connection().exec_driver_sql("UPDATE screening_film SET film_id = 1 WHERE film_id = 2")
        session.connection().exec_driver_sql("DELETE FROM film_title WHERE film_id = 2")
        session.connection().exec_driver_sql("DELETE FROM film WHERE id = 2")
    undo_latest(house)
    with house.connect() as connection:
        assert set(connection.exec_driver_sql("SELECT film_id FROM screening_film").scalars()) == {1}
    assert starts(house) == ["26 20:00"]
