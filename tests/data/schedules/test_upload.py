"""A file is uploaded first and published later: against the programme as it is then, once, and with its history."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from data.errors import FileUnreadableError
from data.schedules.errors import UnknownScheduleError
from data.schedules.kept import file_of
from data.schedules.plan import Document
from data.schedules.publish import Consent, ConsentMissingError
from data.schedules.upload import upload
from data.tables.change import Change
from data.tables.database import reading
from data.tables.schedule import Schedule, ScheduleFile
from tests.data.factories import (
    NOW,
    add_cinema,
    dump,
    publish_sheet,
    publish_uploaded_sheet,
    row,
    sheet,
    starts,
    undo_latest,
    upload_sheet,
)
from tests.data.schedules.kept_schedules import count, history, kept

pytestmark = pytest.mark.both_databases
BAD = row(time="2o:00", title="Anderer")


def test_an_upload_is_kept_and_publishes_nothing(house: Engine) -> None:
    report = upload_sheet(house, row())
    assert (report.state, report.counts.added, report.id) == ("checked", 1, "1")
    assert starts(house) == []
    assert count(house, Change) == 0
    assert kept(house, report) == report


def test_what_was_uploaded_is_published_by_its_id(house: Engine) -> None:
    uploaded = upload_sheet(house, row())
    report = publish_uploaded_sheet(house, uploaded)
    assert (report.id, report.state) == (uploaded.id, "published")
    assert starts(house) == ["26 20:00"]
    assert kept(house, report) == report


def test_it_is_compared_with_the_programme_of_the_moment_of_publishing(house: Engine) -> None:
    uploaded = upload_sheet(house, row(), row(time="22:00"))
    publish_sheet(house, row())
    report = publish_uploaded_sheet(house, uploaded)
    assert (uploaded.counts.added, report.counts.added, report.counts.unchanged) == (2, 1, 1)


def test_what_has_begun_since_the_upload_is_not_published(house: Engine) -> None:
    uploaded = upload_sheet(house, row(date="2026-11-22", time="20:00"), row())
    report = publish_uploaded_sheet(house, uploaded, now=NOW + timedelta(hours=3))
    assert (report.counts.past, starts(house)) == (1, ["26 20:00"])


def test_publishing_what_is_published_answers_the_same_and_writes_nothing(house: Engine) -> None:
    uploaded = upload_sheet(house, row(), BAD)
    first = publish_uploaded_sheet(house, uploaded)
    before = dump(house)
    again = publish_uploaded_sheet(house, uploaded, now=NOW + timedelta(hours=1), accept=frozenset())
    assert (again, dump(house)) == (first, before)


def test_publishing_an_upload_that_changes_nothing_writes_nothing(house: Engine) -> None:
    publish_sheet(house, row())
    uploaded = upload_sheet(house, row())
    before = dump(house)
    report = publish_uploaded_sheet(house, uploaded)
    assert (report.state, report.id, dump(house)) == ("unchanged", uploaded.id, before)


def test_publishing_asks_before_it_harms(house: Engine) -> None:
    uploaded = upload_sheet(house, row(), BAD)
    with pytest.raises(ConsentMissingError) as refusal:
        publish_uploaded_sheet(house, uploaded, accept=frozenset())
    assert refusal.value.consents == {Consent.ERRORS}
    assert starts(house) == []


def test_what_was_undone_is_published_again_as_a_schedule_of_its_own(house: Engine) -> None:
    uploaded = upload_sheet(house, row())
    publish_uploaded_sheet(house, uploaded)
    undo_latest(house)
    again = publish_uploaded_sheet(house, uploaded)
    assert (again.state, again.id != uploaded.id, starts(house)) == ("published", True, ["26 20:00"])
    assert [one.state for one in history(house)] == ["published", "undone"]


def test_after_an_undo_the_same_file_is_uploaded_and_published_again(house: Engine) -> None:
    publish_uploaded_sheet(house, upload_sheet(house, row()))
    undo_latest(house)
    assert publish_uploaded_sheet(house, upload_sheet(house, row())).state == "published"
    assert starts(house) == ["26 20:00"]


def test_the_very_same_upload_waiting_already_is_that_one(house: Engine) -> None:
    first, second = upload_sheet(house, row()), upload_sheet(house, row())
    assert (first.id, count(house, Schedule)) == (second.id, 1)
    others: list[dict[str, Any]] = [{"by": "somebody else"}, {"cinema": "odeon"}]
    add_cinema(house, "odeon")
    for number, other in enumerate(others, start=2):
        upload_sheet(house, row(), **other)
        assert count(house, Schedule) == number
    assert count(house, ScheduleFile) == 1


def test_a_file_is_kept_once_and_given_back_as_it_came(house: Engine) -> None:
    uploaded = upload_sheet(house, row())
    publish_uploaded_sheet(house, uploaded)
    again = upload_sheet(house, row())
    assert (count(house, ScheduleFile), count(house, Schedule)) == (1, 2)
    with reading(house) as session:
        files = [file_of(session, "moviemento", int(one.id or 0)) for one in (uploaded, again)]
    assert [one.content for one in files] == [sheet(row())] * 2


def test_an_upload_that_cannot_be_read_leaves_nothing(house: Engine) -> None:
    before = dump(house)
    with pytest.raises(FileUnreadableError):
        upload(house, "moviemento", Document(name="a.csv", content=b""), now=NOW, by="me")
    assert dump(house) == before


def test_a_schedule_of_another_cinema_is_not_known(house: Engine) -> None:
    add_cinema(house, "odeon")
    uploaded = upload_sheet(house, row())
    with pytest.raises(UnknownScheduleError, match="odeon has no schedule 1"):
        publish_uploaded_sheet(house, uploaded, cinema="odeon")


def test_the_history_says_who_did_what_when_and_what_it_did(house: Engine) -> None:
    uploaded = upload_sheet(house, row(), by="anna@kino.example")
    publish_uploaded_sheet(house, uploaded, now=NOW + timedelta(hours=1), by="ben@kino.example")
    upload_sheet(house, row(time="21:00"), now=NOW + timedelta(hours=2))
    publish_sheet(house, row(time="22:00"), now=NOW + timedelta(hours=3))
    undo_latest(house, now=NOW + timedelta(hours=4))
    undone, checked, published = history(house)
    assert (undone.state, undone.uploaded_by, undone.undone_by) == ("undone", "command line", "kasse@kino.example")
    assert (checked.state, checked.published_at, checked.is_latest) == ("checked", None, False)
    assert (published.state, published.is_latest) == ("published", True)
    assert (published.uploaded_by, published.uploaded_at) == ("anna@kino.example", NOW)
    assert (published.published_by, published.published_at) == ("ben@kino.example", NOW + timedelta(hours=1))
    assert published.counts is not None
    assert (published.counts.added, published.file) == (1, "programme.csv")
