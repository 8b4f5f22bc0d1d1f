"""A file is uploaded first and published later: against the programme as it is then, once, and with its history."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import func, select

from data.errors import FileUnreadableError, QuestionError
from data.schedules.errors import UnknownScheduleError, UploadKeyReusedError
from data.schedules.forgotten import MOST_WAITING
from data.schedules.history import PastSchedule, history_of, report_of
from data.schedules.kept import file_of
from data.schedules.plan import Document, Mode
from data.schedules.publish import Consent, ConsentMissingError
from data.schedules.report import Report
from data.schedules.upload import upload
from data.schedules.upload_keys import MOST_KEYS
from data.tables.change import Change
from data.tables.database import open_database, reading, writing
from data.tables.schedule import Schedule, ScheduleFile, UploadKey
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

pytestmark = pytest.mark.both_databases
BAD = row(time="2o:00", title="Anderer")


def history(engine: Engine, cinema: str = "moviemento") -> list[PastSchedule]:
    with reading(engine) as session:
        return history_of(session, cinema)


def count(engine: Engine, table: type[Schedule | ScheduleFile | UploadKey | Change]) -> int:
    with reading(engine) as session:
        return session.exec(select(func.count()).select_from(table)).one()


def kept(engine: Engine, report: Report) -> Report:
    with reading(engine) as session:
        return report_of(session, "moviemento", int(report.id or 0))


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


def test_clients_that_publish_the_same_file_at_once_publish_it_once(house: Engine, database_url: str) -> None:
    def upload_and_publish(name: str) -> str:
        engine = open_database(database_url)
        report = publish_uploaded_sheet(engine, upload_sheet(engine, row(), row(time="22:00"), by=name))
        engine.dispose()
        return report.state

    with ThreadPoolExecutor(4) as clients:
        states = list(clients.map(upload_and_publish, ["one", "two", "one", "two"]))
    assert set(states) <= {"published", "unchanged"}
    assert starts(house) == ["26 20:00", "26 22:00"]
    assert count(house, Change) == 1
    assert [one.state for one in history(house)].count("published") == 1


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


def test_a_repeated_key_gets_the_first_answer(house: Engine) -> None:
    first = upload_sheet(house, row(), idempotency_key="k")
    publish_uploaded_sheet(house, first)
    before = dump(house)
    again = upload_sheet(house, row(), idempotency_key="k", now=NOW + timedelta(hours=23))
    assert (again, dump(house)) == (first, before)


@pytest.mark.parametrize("other", [{"rows": [row(time="21:00")]}, {"mode": "add"}, {"by": "me", "rows": []}])
def test_a_key_is_not_used_for_two_uploads(house: Engine, other: dict[str, Any]) -> None:
    asked = {"rows": [row()]} | other
    upload_sheet(house, row(), idempotency_key="k")
    with pytest.raises(UploadKeyReusedError, match="Send a new key"):
        upload_sheet(house, *asked.pop("rows"), idempotency_key="k", **asked)


def test_the_same_key_of_another_cinema_is_another_key(house: Engine) -> None:
    add_cinema(house, "odeon")
    upload_sheet(house, row(), idempotency_key="k")
    assert upload_sheet(house, row(time="21:00"), idempotency_key="k", cinema="odeon").cinema == "odeon"


def test_a_key_is_forgotten_after_a_day(house: Engine) -> None:
    upload_sheet(house, row(), idempotency_key="k")
    upload_sheet(house, row(), idempotency_key="other", now=NOW + timedelta(hours=24))
    assert count(house, UploadKey) == 1
    report = upload_sheet(house, row(time="21:00"), idempotency_key="k", now=NOW + timedelta(hours=24))
    assert report.state == "checked"


def test_a_cinema_has_no_more_than_so_many_keys(house: Engine) -> None:
    upload_sheet(house, row())
    with writing(house) as session:
        session.add_all(
            UploadKey(cinema_id=1, key=str(number), asked="", report={}, used_at=NOW) for number in range(MOST_KEYS)
        )
    upload_sheet(house, row(), idempotency_key="new", now=NOW + timedelta(minutes=1))
    assert count(house, UploadKey) == MOST_KEYS
    assert upload_sheet(house, row(), idempotency_key="new", now=NOW + timedelta(minutes=1)).id == "1"


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_that_is_none_is_refused(house: Engine, key: str) -> None:
    with pytest.raises(QuestionError, match="1 to 200 signs"):
        upload_sheet(house, row(), idempotency_key=key)


def test_the_same_key_twice_at_once_gets_one_answer(house: Engine, database_url: str) -> None:
    def send(_: int) -> Report:
        engine = open_database(database_url)
        report = upload_sheet(engine, row(), row(time="22:00"), idempotency_key="k")
        engine.dispose()
        return report

    with ThreadPoolExecutor(4) as clients:
        first, *others = clients.map(send, range(4))
    assert others == [first] * 3
    assert (count(house, Schedule), count(house, ScheduleFile), count(house, UploadKey)) == (1, 1, 1)


def test_another_cinema_writes_while_a_large_file_is_understood(house: Engine) -> None:
    add_cinema(house, "odeon")
    days = [NOW + timedelta(days=day) for day in range(4, 304)]
    large = [
        row(date=f"{day:%Y-%m-%d}", time=f"{8 + number // 6:02}:{number % 6 * 9:02}", title=f"Film {number}")
        for day in days
        for number in range(60)
    ]
    with ThreadPoolExecutor(1) as other:
        begun = time.monotonic()
        uploading = other.submit(upload_sheet, house, *large)
        waits = list[float]()
        while not uploading.done():
            before = time.monotonic()
            publish_sheet(house, row(time=f"20:{len(waits) % 60:02}"), cinema="odeon")
            waits.append(time.monotonic() - before)
        took = time.monotonic() - begun
    assert uploading.result().counts.screenings == len(large)
    # Who waits for a turn that is taken while a file is understood, waits for most of that.
    assert len(waits) > 3
    assert max(waits) < took / 2


def test_a_plan_that_another_publish_overtook_is_made_anew(house: Engine, database_url: str) -> None:
    uploads = [upload_sheet(house, row(time=f"{hour}:00"), row(title="Neu"), mode=Mode.ADD) for hour in range(12, 20)]

    def send(uploaded: Report) -> str:
        engine = open_database(database_url)
        state = publish_uploaded_sheet(engine, uploaded).state
        engine.dispose()
        return state

    with ThreadPoolExecutor(4) as clients:
        assert list(clients.map(send, uploads)) == ["published"] * 8
    assert starts(house) == sorted([*(f"26 {hour}:00" for hour in range(12, 20)), "26 20:00"])


def test_of_what_is_never_published_the_newest_are_kept(house: Engine) -> None:
    add_cinema(house, "odeon")
    published = upload_sheet(house, row(time="10:00"))
    publish_uploaded_sheet(house, published)
    upload_sheet(house, row(time="10:10"), cinema="odeon")
    for minute in range(10, 10 + MOST_WAITING + 5):
        upload_sheet(house, row(time=f"20:{minute}"), now=NOW + timedelta(minutes=minute))
    kept_now = history(house)
    assert [one.state for one in kept_now] == ["checked"] * MOST_WAITING + ["published"]
    assert kept_now[0].uploaded_at == NOW + timedelta(minutes=10 + MOST_WAITING + 4)
    # The other cinema's, though it is that of a forgotten one too, and those that are left.
    assert count(house, ScheduleFile) == MOST_WAITING + 2
    assert kept(house, published).state == "published"


def test_what_is_not_published_for_a_month_is_forgotten(house: Engine) -> None:
    old = upload_sheet(house, row(time="10:00"))
    again = upload_sheet(house, row(time="11:00"))
    upload_sheet(house, row(time="11:00"), now=NOW + timedelta(days=29))
    upload_sheet(house, row(time="12:00"), now=NOW + timedelta(days=31))
    assert [one.state for one in history(house)] == ["checked"] * 2
    assert kept(house, again).state == "checked"
    with pytest.raises(UnknownScheduleError):
        kept(house, old)
    assert count(house, ScheduleFile) == 2
