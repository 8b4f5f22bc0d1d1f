"""The feeds of cinemas: added, listed, paused, removed."""

from datetime import date, datetime
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import func
from sqlmodel import Session, col, select

from data.feeds.errors import FeedAddressError, UnknownFeedError
from data.feeds.timetable import LONGEST_MINUTES, SHORTEST_MINUTES
from data.schedules.stored import cinema_of
from data.sentence import Sentence
from data.tables.cinema import Cinema
from data.tables.feed import Feed
from data.tables.schedule import Schedule

MOST_FEEDS = 5
_LONGEST_URL = 2000


class FeedFacts(msgspec.Struct, frozen=True):
    """A feed as staff see it. Moments are UTC; `known_until` is the last day of what the cinema has published.

    `state` is `new`, `read`, `waiting` (for a yes to `schedule`), `failing` or `paused`.
    """

    id: str
    cinema: str
    url: str
    every_minutes: int
    state: str
    problem: str | None
    schedule: str | None
    tried_at: datetime | None
    read_at: datetime | None
    next_at: datetime | None
    known_until: date | None


def add_feed(session: Session, cinema_slug: str, url: str, *, every_minutes: int, now: datetime, by: str) -> FeedFacts:
    """Register an address; it is due at once. The same address again only changes how often it is read.

    Raises UnknownCinemaError, FeedAddressError.
    """
    cinema = cinema_of(session, cinema_slug)
    url = _checked(url)
    if not SHORTEST_MINUTES <= every_minutes <= LONGEST_MINUTES:
        raise FeedAddressError(
            Sentence(
                "A feed is read every {shortest} to {longest} minutes.",
                shortest=SHORTEST_MINUTES,
                longest=LONGEST_MINUTES,
            )
        )
    feeds = session.exec(select(Feed).where(Feed.cinema_id == cinema.id)).all()
    feed = next((one for one in feeds if one.url == url), None)
    if feed is None and len(feeds) >= MOST_FEEDS:
        raise FeedAddressError(Sentence("A cinema has at most {most} feeds. Remove one first.", most=MOST_FEEDS))
    feed = feed or Feed(cinema_id=cinema.id, url=url, added_by=by, added_at=now, every_minutes=0, next_at=now)
    feed.every_minutes, feed.is_paused, feed.next_at = every_minutes, False, now
    session.add(feed)
    session.flush()
    return list_feeds(session, cinema_slug, feed.id)[0]


def list_feeds(session: Session, cinema_slug: str | None = None, feed_id: int | None = None) -> list[FeedFacts]:
    """List feeds, by cinema and address. Raises UnknownCinemaError."""
    query = (
        select(Feed, Cinema.slug, Schedule.state)
        .join(Cinema, col(Cinema.id) == Feed.cinema_id)
        .join(Schedule, col(Schedule.id) == Feed.schedule_id, isouter=True)
    )
    if cinema_slug is not None:
        query = query.where(Feed.cinema_id == cinema_of(session, cinema_slug).id)
    if feed_id is not None:
        query = query.where(Feed.id == feed_id)
    known = _known_until(session)
    rows = session.exec(query.order_by(Cinema.slug, Feed.url))
    return [_facts(feed, slug, state, known.get(feed.cinema_id)) for feed, slug, state in rows]


def pause_feed(session: Session, cinema_slug: str, feed_id: int, *, is_paused: bool, now: datetime) -> None:
    """Read a feed no more, or again and at once. Raises UnknownCinemaError, UnknownFeedError."""
    feed = feed_of(session, cinema_slug, feed_id)
    feed.is_paused, feed.next_at = is_paused, now


def remove_feed(session: Session, cinema_slug: str, feed_id: int) -> str:
    """Forget a feed and give its host; what it published stays. Raises UnknownCinemaError, UnknownFeedError."""
    feed = feed_of(session, cinema_slug, feed_id)
    session.delete(feed)
    return host_of(feed.url)


def host_of(url: str) -> str:
    """Say where an address is read, without its path, in which there may be a secret."""
    return urlsplit(url).hostname or ""


def feed_of(session: Session, cinema_slug: str, feed_id: int) -> Feed:
    """Find a feed of a cinema. Raises UnknownCinemaError, UnknownFeedError."""
    cinema = cinema_of(session, cinema_slug)
    feed = session.exec(select(Feed).where(Feed.id == feed_id, Feed.cinema_id == cinema.id)).first()
    if feed is None:
        raise UnknownFeedError(cinema_slug, feed_id)
    return feed


def awaits_a_person(feed: Feed, schedule_state: str | None) -> bool:
    """Say whether what came needs a yes; once a person has published or undone it, nothing waits any more."""
    return feed.state == "waiting" and schedule_state == "checked"


def _checked(url: str) -> str:
    url = url.strip()
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_whole = False
    if not is_whole or len(url) > _LONGEST_URL or not url.isprintable() or " " in url:
        raise FeedAddressError(
            Sentence("This is no address of a feed. Give one as a browser shows it, from https:// on.")
        )
    if parts.username or parts.password:
        raise FeedAddressError(
            Sentence("The address holds a name or a password before its @. Ask for one that needs none.")
        )
    return url.split("#", 1)[0]


def _known_until(session: Session) -> dict[int, date]:
    query = (
        select(Schedule.cinema_id, func.max(Schedule.scope_until))
        .where(Schedule.state == "published", col(Schedule.scope_until).is_not(None))
        .group_by(col(Schedule.cinema_id))
    )
    return {cinema_id: until for cinema_id, until in session.exec(query) if until is not None}


def _facts(feed: Feed, slug: str, schedule_state: str | None, known_until: date | None) -> FeedFacts:
    is_waiting = awaits_a_person(feed, schedule_state)
    state = "read" if feed.state == "waiting" and not is_waiting else feed.state
    return FeedFacts(
        id=str(feed.id),
        cinema=slug,
        url=feed.url,
        every_minutes=feed.every_minutes,
        state="paused" if feed.is_paused else state,
        problem=feed.problem if state == feed.state else None,
        schedule=str(feed.schedule_id) if is_waiting else None,
        tried_at=feed.tried_at,
        read_at=feed.read_at,
        next_at=None if feed.is_paused else feed.next_at,
        known_until=known_until,
    )
