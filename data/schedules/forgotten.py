"""What was uploaded and never published is forgotten: so much of each cinema is kept, and for so long."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from data.tables.schedule import Schedule, ScheduleFile

MOST_WAITING = 20
WAITS_FOR = timedelta(days=30)


def forget_unpublished(session: Session, cinema_id: int, now: datetime) -> None:
    """Forget a cinema's schedules that were only checked, but for the newest ones, and files that nobody refers to."""
    query = select(Schedule.id, Schedule.sha256, Schedule.uploaded_at).where(
        Schedule.cinema_id == cinema_id, Schedule.state == "checked"
    )
    newest_first = session.exec(query.order_by(col(Schedule.uploaded_at).desc(), col(Schedule.id).desc())).all()
    gone = [
        (number, sha256)
        for place, (number, sha256, uploaded_at) in enumerate(newest_first)
        if place >= MOST_WAITING or uploaded_at <= now - WAITS_FOR
    ]
    if not gone:
        return
    session.exec(delete(Schedule).where(col(Schedule.id).in_([number for number, _ in gone])))
    is_referred_to = select(Schedule.id).where(Schedule.sha256 == ScheduleFile.sha256).exists()
    files = col(ScheduleFile.sha256).in_({sha256 for _, sha256 in gone})
    session.exec(delete(ScheduleFile).where(files, ~is_referred_to))


def forget_all_unpublished(session: Session, now: datetime) -> None:
    """Forget what was only checked, of every cinema: some upload nothing more that would forget it."""
    for cinema_id in session.exec(select(Schedule.cinema_id).where(Schedule.state == "checked").distinct()).all():
        forget_unpublished(session, cinema_id, now)


def forget_files(session: Session, before: datetime) -> int:
    """Empty the files that nobody has sent since a moment; say how many. Their names and what they published stay."""
    is_newer = select(Schedule.id).where(Schedule.sha256 == ScheduleFile.sha256, col(Schedule.uploaded_at) >= before)
    old = (col(ScheduleFile.content) != b"", ~is_newer.exists())
    return session.exec(update(ScheduleFile).where(*old).values(content=b"")).rowcount
