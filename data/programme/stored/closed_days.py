"""The days on which cinemas say that they are closed, read from the database."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlmodel import Session, col, select

from data.tables.closed_day import ClosedDay


def load_closed_days(
    session: Session, cinema_ids: Collection[int] | None = None
) -> dict[int, Mapping[date, str | None]]:
    """Read the closed days of all cinemas, or of some, with what they say about them, by cinema and day."""
    query = select(ClosedDay).order_by(col(ClosedDay.programme_on))
    if cinema_ids is not None:
        query = query.where(col(ClosedDay.cinema_id).in_(cinema_ids))
    days: dict[int, dict[date, str | None]] = defaultdict(dict)
    for one in session.exec(query):
        days[one.cinema_id][one.programme_on] = one.note
    return dict(days)
