"""The change log is written in one place, so that its numbers become visible in their order."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from data.tables.change import Change


def log_change(
    session: Session, *, now: datetime, kind: str, cinema_id: int | None = None, film_ids: Collection[int] = ()
) -> None:
    """Note in the log what the session's transaction changed.

    Readers ask for the numbers after the last one that they saw. That misses none because writers take turns
    (`data.tables.turn`): nobody commits a number while one who took a smaller one is still under way.
    """
    session.add(Change(changed_at=now, kind=kind, cinema_id=cinema_id, film_ids=sorted(film_ids)))
    session.flush()
