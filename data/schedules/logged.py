"""What touches a cinema's programme ends with one row in the change log, by which every process learns of it."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from data.schedules.rewrite import Rewritten
from data.tables.change_log import log_change


def log_rewritten(session: Session, cinema_id: int, rewritten: Iterable[Rewritten], now: datetime) -> None:
    """Log what became of screenings: the last thing that a transaction writes."""
    session.flush()
    both = [snapshot for one in rewritten for snapshot in (one.before, one.after) if snapshot]
    film_ids = {film_id for snapshot in both for film_id in snapshot.film_ids}
    log_change(session, now=now, kind="schedule", cinema_id=cinema_id, film_ids=film_ids)
