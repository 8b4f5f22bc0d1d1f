"""A feed is read: fetched where it changed, understood as any file is, and published unless a person has to look."""

from datetime import datetime
from typing import Protocol

import msgspec
from sqlalchemy import Engine

from data.errors import DataError
from data.feeds.errors import FetchError
from data.feeds.lease import HeldFeed
from data.feeds.timetable import next_reading
from data.schedules.kept import digest_of
from data.schedules.plan import Document, Plan, plan_schedule
from data.schedules.publish import Consent, ConsentMissingError
from data.schedules.report import Report
from data.schedules.upload import publish_uploaded, upload
from data.sentence import Sentence, together
from data.tables.database import reading, writing
from data.tables.feed import Feed

BY = "feed"


class Fetched(msgspec.Struct, frozen=True):
    """What an address gave: null content where it said that nothing changed."""

    content: bytes | None
    name: str
    etag: str | None
    last_modified: str | None


class Fetch(Protocol):
    """Asks an address for its document; raises FetchError."""

    def __call__(self, url: str, *, etag: str | None, last_modified: str | None) -> Fetched:
        """Give the document, or that it has not changed since it said `etag` and `last_modified`."""


class FeedReading(msgspec.Struct, frozen=True):
    """What came of reading a feed: `unchanged`, `published`, `waiting` or `failing`, with a sentence for the last two.

    `report` is that of the schedule, where there is one.
    """

    cinema: str
    url: str
    outcome: str
    problem: str | None = None
    report: Report | None = None


def read_feed(engine: Engine, feed: HeldFeed, fetch: Fetch, *, now: datetime) -> FeedReading:
    """Read a feed that is held, note what came of it, and let it go. Never raises for what the address does."""
    fetched = None
    try:
        fetched = fetch(feed.url, etag=feed.etag, last_modified=feed.last_modified)
        came = _take_in(engine, feed, fetched, now)
    except DataError as error:
        came = FeedReading(feed.cinema, feed.url, "failing", str(error))
    _note(engine, feed, fetched, came, now)
    return came


def _take_in(engine: Engine, feed: HeldFeed, fetched: Fetched, now: datetime) -> FeedReading:
    # What came before is not done again: by now a person may have undone it, or published another file.
    if fetched.content is None or digest_of(fetched.content) == feed.sha256:
        return FeedReading(feed.cinema, feed.url, "unchanged")
    document = Document(name=fetched.name, content=fetched.content)
    with reading(engine) as session:
        plan = plan_schedule(session, feed.cinema, document, now=now)
    _require_rows(plan)
    report = upload(engine, feed.cinema, document, now=now, by=BY)
    accept = frozenset({Consent.ERRORS})
    try:
        report = publish_uploaded(engine, feed.cinema, int(report.id or 0), now=now, by=BY, accept=accept)
    except ConsentMissingError as missing:
        sentence = f"{missing} Look at what came, and publish it if it is right."
        return FeedReading(feed.cinema, feed.url, "waiting", sentence, report)
    return FeedReading(feed.cinema, feed.url, "published", _left_out(report), report)


def _require_rows(plan: Plan) -> None:
    """An address that has moved, or broke, often answers with something: that is no programme without screenings."""
    if not plan.checked.rows:
        raise FetchError(Sentence("What came holds no screening. Check the address in a browser; nothing was changed."))
    if len(plan.checked.unreadable) == plan.checked.rows:
        first = next((problem.message for problem in plan.checked.problems), "")
        none = Sentence("None of the {rows} screenings that came can be read.", rows=plan.checked.rows)
        raise FetchError(together(none, first))


def _left_out(report: Report) -> str | None:
    if not report.counts.errors:
        return None
    return f"{report.counts.errors} of {report.counts.rows} rows could not be read and were left out."


def _note(engine: Engine, held: HeldFeed, fetched: Fetched | None, came: FeedReading, now: datetime) -> None:
    with writing(engine) as session:
        feed = session.get(Feed, held.id)
        # Somebody removed it meanwhile.
        if feed is None:
            return
        feed.leased_until, feed.tried_at = None, now
        is_failing = came.outcome == "failing"
        feed.failures = feed.failures + 1 if is_failing else 0
        feed.next_at = next_reading(now, feed.every_minutes, feed.failures)
        if is_failing:
            feed.state, feed.problem = "failing", came.problem
        else:
            feed.read_at = now
        if came.outcome in ("published", "waiting"):
            feed.state = "waiting" if came.outcome == "waiting" else "read"
            feed.problem = came.problem
            feed.schedule_id = int(came.report.id) if came.report and came.report.id else None
        elif came.outcome == "unchanged" and feed.state != "waiting":
            feed.state, feed.problem = "read", None if feed.state == "failing" else feed.problem
        if fetched is not None and not is_failing:
            feed.etag, feed.last_modified = fetched.etag or feed.etag, fetched.last_modified or feed.last_modified
            if fetched.content is not None:
                feed.etag, feed.last_modified = fetched.etag, fetched.last_modified
                feed.sha256 = digest_of(fetched.content)
        session.add(feed)
