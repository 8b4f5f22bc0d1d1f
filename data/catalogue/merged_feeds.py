"""Two houses that are each read from an address: as one, each feed would overwrite what the other brings. One rests."""

from collections.abc import Sequence

from sqlmodel import Session, select

from data.catalogue.journal import Journal
from data.tables.feed import Feed


def feeds_to_pause(session: Session, kept_id: int, merged_id: int) -> list[Feed]:
    """Give the feeds that have to rest after a merge; none where only one of the two is read.

    They are those of the merged house, but where only these bring anything, those of the kept one.
    """
    kept, merged = _feeds(session, kept_id), _feeds(session, merged_id)
    # Of an address that both have, the kept one's feed stays.
    ours, addresses = [one for one in kept if not one.is_paused], {one.url for one in kept}
    theirs = [one for one in merged if not one.is_paused and one.url not in addresses]
    if not ours or not theirs:
        return []
    return ours if any(map(_brings, theirs)) and not any(map(_brings, ours)) else theirs


def pause_feeds(journal: Journal, feed_ids: Sequence[int]) -> None:
    """Let feeds rest until somebody resumes them, or the houses are two again."""
    table = journal.tables.tables["feed"]
    for feed_id in feed_ids:
        journal.fill(table, {"id": feed_id}, "is_paused", False, True)  # noqa: FBT003 (before and after)


def _feeds(session: Session, cinema_id: int) -> Sequence[Feed]:
    return session.exec(select(Feed).where(Feed.cinema_id == cinema_id).order_by(Feed.url)).all()


def _brings(feed: Feed) -> bool:
    return feed.read_at is not None and feed.state != "failing"
