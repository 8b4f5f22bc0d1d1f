"""One process at a time reads a feed: it holds the feed for a while, in the database, where all see it."""

from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Engine, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.tables.feed import Feed

# Longer than a reading takes; a process that dies holds a feed no longer than this.
LEASE = timedelta(minutes=5)


class HeldFeed(msgspec.Struct, frozen=True):
    """What whoever reads a feed needs to know of it."""

    id: int
    cinema: str
    url: str
    etag: str | None
    last_modified: str | None
    sha256: str | None


def hold_next(engine: Engine, now: datetime, *, cinema_slug: str | None = None) -> HeldFeed | None:
    """Take the feed that is due for longest, so that nobody else takes it; null where none is due."""
    # Most looks find nothing, and need no turn to write.
    if _due(engine, now, cinema_slug) is None:
        return None
    with writing(engine) as session:
        found = session.exec(_query(now, cinema_slug)).first()
        if found is None:
            return None
        feed, slug = found
        feed.leased_until = now + LEASE
        session.add(feed)
        return HeldFeed(feed.id, slug, feed.url, feed.etag, feed.last_modified, feed.sha256)


def _due(engine: Engine, now: datetime, cinema_slug: str | None) -> int | None:
    with reading(engine) as session:
        found = session.exec(_query(now, cinema_slug)).first()
        return found[0].id if found else None


def _query(now: datetime, cinema_slug: str | None) -> Select[Feed, str]:
    query = (
        select(Feed, Cinema.slug)
        .join(Cinema, col(Cinema.id) == Feed.cinema_id)
        .where(col(Feed.is_paused).is_(False), Feed.next_at <= now)
        .where(or_(col(Feed.leased_until).is_(None), col(Feed.leased_until) <= now))
        .order_by(col(Feed.next_at), col(Feed.id))
        .limit(1)
    )
    return query.where(Cinema.slug == cinema_slug) if cinema_slug is not None else query
