"""The change log is written in one place, so that its numbers become visible in their order."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from data.tables.change import Change
from data.tables.turn import take_turn


def log_change(
    session: Session, *, now: datetime, kind: str, cinema_id: int | None = None, film_ids: Collection[int] = ()
) -> None:
    """Note in the log what the session's transaction changed; to be called last in it.

    The number is taken in turn, which lasts until the transaction ends. Else one that began earlier could bring a
    smaller number after a reader has passed it, and that reader would never see it.
    """
    take_turn(session.connection())
    session.add(Change(changed_at=now, kind=kind, cinema_id=cinema_id, film_ids=sorted(film_ids)))
    session.flush()
