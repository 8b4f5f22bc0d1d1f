"""A feed is read on its timetable and published, or waits for a person where something speaks against it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from data.feeds.errors import FeedAddressError, FetchError, UnknownFeedError
from data.feeds.last_read import load_last_read
from data.feeds.lease import LEASE, hold_next
from data.feeds.reading import FeedReading, Fetched, read_feed
from data.feeds.registered import FeedFacts, add_feed, list_feeds, pause_feed, remove_feed
from data.schedules.history import history_of
from data.tables.database import reading, writing
from tests.data.factories import NOW, add_cinema, add_film, publish_uploaded_sheet, row, sheet, starts, undo_latest

pytestmark = pytest.mark.both_databases
URL = "https://cinema.example/programme.csv"
HOUR = timedelta(hours=1)
WEEK = [row(time=f"{hour}:00") for hour in range(14, 23)]


@dataclass
class Address:
    """An address as a test has it: what it gives next, and what it was asked."""

    content: bytes | None = None
    failure: str | None = None
    etag: str | None = None
    asked: list[tuple[str | None, str | None]] = field(default_factory=list)

    def __call__(self, url: str, *, etag: str | None, last_modified: str | None) -> Fetched:
        self.asked.append((etag, last_modified))
        if self.failure:
            raise FetchError(self.failure)
        return Fetched(self.content, url.rsplit("/", 1)[-1], self.etag, None)


@pytest.fixture
def house(engine: Engine) -> Engine:
    add_cinema(engine)
    add_film(engine)
    with writing(engine) as session:
        add_feed(session, "moviemento", URL, every_minutes=60, now=NOW, by="anna@moviemento.example")
    return engine


def read(engine: Engine, address: Address, now: datetime = NOW) -> FeedReading:
    held = hold_next(engine, now)
    assert held is not None
    return read_feed(engine, held, address, now=now)


def feed_in(engine: Engine) -> FeedFacts:
    with reading(engine) as session:
        (feed,) = list_feeds(session, "moviemento")
    return feed


def test_what_comes_is_published(house: Engine) -> None:
    came = read(house, Address(sheet(*WEEK)))
    assert came.outcome == "published"
    assert len(starts(house)) == len(WEEK)
    feed = feed_in(house)
    assert (feed.state, feed.read_at, feed.problem) == ("read", NOW, None)
    assert feed.known_until is not None


def test_it_is_due_again_after_its_time(house: Engine) -> None:
    read(house, Address(sheet(*WEEK)))
    assert hold_next(house, NOW + HOUR - timedelta(seconds=1)) is None
    assert hold_next(house, NOW + HOUR) is not None


def test_it_is_asked_whether_anything_changed(house: Engine) -> None:
    address = Address(sheet(*WEEK), etag='"one"')
    read(house, address)
    address.content = None
    assert read(house, address, NOW + HOUR).outcome == "unchanged"
    assert address.asked == [(None, None), ('"one"', None)]
    assert feed_in(house).read_at == NOW + HOUR


def test_the_same_document_again_does_nothing(house: Engine) -> None:
    address = Address(sheet(*WEEK))
    read(house, address)
    assert read(house, address, NOW + HOUR).outcome == "unchanged"
    with reading(house) as session:
        assert len(history_of(session, "moviemento")) == 1


def test_what_a_person_undid_is_not_published_again(house: Engine) -> None:
    address = Address(sheet(*WEEK))
    read(house, address)
    undo_latest(house)
    assert read(house, address, NOW + HOUR).outcome == "unchanged"
    assert starts(house) == []


def test_a_programme_that_would_lose_a_third_waits_for_a_person(house: Engine) -> None:
    address = Address(sheet(*WEEK))
    read(house, address)
    before = starts(house)
    address.content = sheet(*WEEK[:5])
    came = read(house, address, NOW + HOUR)
    assert came.outcome == "waiting"
    assert "4 of 9 published screenings would be removed" in (came.problem or "")
    assert starts(house) == before
    waiting = feed_in(house)
    assert waiting.state == "waiting"
    assert waiting.schedule is not None
    assert came.report is not None
    publish_uploaded_sheet(house, came.report, now=NOW + HOUR)
    assert (feed_in(house).state, feed_in(house).schedule) == ("read", None)


def test_it_waits_on_while_nothing_new_comes(house: Engine) -> None:
    address = Address(sheet(*WEEK))
    read(house, address)
    address.content = sheet(*WEEK[:5])
    read(house, address, NOW + HOUR)
    read(house, address, NOW + 2 * HOUR)
    assert feed_in(house).state == "waiting"
    with reading(house) as session:
        assert [one.state for one in history_of(session, "moviemento")] == ["checked", "published"]


def test_rows_that_cannot_be_read_are_left_out_and_named(house: Engine) -> None:
    came = read(house, Address(sheet(*WEEK, row(time="2o:15"))))
    assert came.outcome == "published"
    assert came.problem == "1 of 10 rows could not be read and were left out."
    assert len(starts(house)) == len(WEEK)


@pytest.mark.parametrize("content", [b"", b"<html><body>Bad gateway</body></html>", sheet(row(time="soon"))])
def test_what_is_no_programme_changes_nothing(house: Engine, content: bytes) -> None:
    read(house, Address(sheet(*WEEK)))
    before = starts(house)
    came = read(house, Address(content), NOW + HOUR)
    assert came.outcome == "failing"
    assert came.problem
    assert starts(house) == before
    assert feed_in(house).state == "failing"


def test_an_address_that_fails_is_asked_less_and_less_often(house: Engine) -> None:
    now, waits = NOW, []
    for _ in range(7):
        read(house, Address(failure="Nobody answers."), now)
        next_at = feed_in(house).next_at
        assert next_at is not None
        waits.append(next_at - now)
        now = next_at
    assert waits == [timedelta(hours=hours) for hours in (2, 4, 8, 16, 24, 24, 24)]
    assert feed_in(house).problem == "Nobody answers."


def test_an_address_that_answers_again_is_forgiven(house: Engine) -> None:
    read(house, Address(failure="Nobody answers."))
    assert read(house, Address(sheet(*WEEK)), NOW + 2 * HOUR).outcome == "published"
    feed = feed_in(house)
    assert (feed.state, feed.problem, feed.next_at) == ("read", None, NOW + 3 * HOUR)


def test_one_process_at_a_time_reads_a_feed(house: Engine) -> None:
    assert hold_next(house, NOW) is not None
    assert hold_next(house, NOW) is None
    assert hold_next(house, NOW + LEASE) is not None


def test_a_feed_that_was_removed_meanwhile_is_no_error(house: Engine) -> None:
    held = hold_next(house, NOW)
    assert held is not None
    with writing(house) as session:
        remove_feed(session, "moviemento", held.id)
    assert read_feed(house, held, Address(failure="Nobody answers."), now=NOW).outcome == "failing"


def test_a_paused_feed_is_not_read(house: Engine) -> None:
    number = int(feed_in(house).id)
    with writing(house) as session:
        pause_feed(session, "moviemento", number, is_paused=True, now=NOW)
    assert hold_next(house, NOW + HOUR) is None
    assert feed_in(house).state == "paused"
    with writing(house) as session:
        pause_feed(session, "moviemento", number, is_paused=False, now=NOW)
    assert hold_next(house, NOW) is not None


@pytest.mark.parametrize(
    "url",
    ["", "cinema.example", "ftp://cinema.example/a", "file:///etc/passwd", "https://", "http://[", "https://a b/c"],
)
def test_an_address_that_is_none_is_refused(house: Engine, url: str) -> None:
    with writing(house) as session, pytest.raises(FeedAddressError, match="https://"):
        add_feed(session, "moviemento", url, every_minutes=60, now=NOW, by="anna@x.example")


def test_a_password_in_an_address_is_refused_and_not_repeated(house: Engine) -> None:
    with writing(house) as session, pytest.raises(FeedAddressError) as refused:
        add_feed(session, "moviemento", "https://me:secret@a.example/", every_minutes=60, now=NOW, by="a@x.example")
    assert "secret" not in str(refused.value)


def test_another_cinemas_feed_is_unknown(house: Engine) -> None:
    add_cinema(house, "sputnik")
    with writing(house) as session, pytest.raises(UnknownFeedError):
        remove_feed(session, "sputnik", int(feed_in(house).id))


def test_everybody_is_told_when_it_was_read_unless_what_came_waits(house: Engine) -> None:
    def told() -> dict[str, datetime]:
        with reading(house) as session:
            return load_last_read(session)

    assert told() == {}
    read(house, Address(sheet(*WEEK)))
    assert told() == {"moviemento": NOW}
    waits = read(house, Address(sheet(WEEK[0])), NOW + HOUR)
    assert (waits.outcome, told()) == ("waiting", {})
    assert waits.report is not None
    publish_uploaded_sheet(house, waits.report, now=NOW + HOUR)
    assert told() == {"moviemento": NOW + HOUR}
    with writing(house) as session:
        pause_feed(session, "moviemento", int(feed_in(house).id), is_paused=True, now=NOW + HOUR)
    assert told() == {}
