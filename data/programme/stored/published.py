"""When cinemas last published something, read from the database."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from data.tables.schedule import Schedule


def load_published_at(session: Session, cinema_ids: Collection[int] | None = None) -> dict[int, datetime]:
    """Read when all cinemas, or some, last published a schedule that is not taken back, by cinema."""
    query = (
        select(Schedule.cinema_id, func.max(Schedule.published_at))
        .where(Schedule.state == "published")
        .group_by(col(Schedule.cinema_id))
    )
    if cinema_ids is not None:
        query = query.where(col(Schedule.cinema_id).in_(cinema_ids))
    return {cinema_id: at for cinema_id, at in session.exec(query) if at is not None}
