"""What became of a cinema's schedules: who uploaded, published and undid what, and when."""

from datetime import datetime

import msgspec
from sqlmodel import Session, col, select

from data.schedules.kept import schedule_of
from data.schedules.report import Counts, Report, ScopeFacts
from data.schedules.stored import cinema_of
from data.tables.schedule import Schedule, ScheduleFile


class PastSchedule(msgspec.Struct, frozen=True):
    """One schedule. `is_latest`: it is the one that can be undone. `counts` say what it did, or would do.

    Moments are UTC. `file` is the name it came with.
    """

    id: str
    state: str
    file: str
    sha256: str
    size_bytes: int
    reader: str
    mode: str
    scope: ScopeFacts | None
    counts: Counts | None
    uploaded_at: datetime
    uploaded_by: str
    published_at: datetime | None
    published_by: str | None
    undone_at: datetime | None
    undone_by: str | None
    is_latest: bool


def history_of(session: Session, cinema_slug: str) -> list[PastSchedule]:
    """List a cinema's schedules, what happened last first. Raises UnknownCinemaError."""
    cinema = cinema_of(session, cinema_slug)
    query = (
        select(Schedule, ScheduleFile.size_bytes)
        .join(ScheduleFile, col(ScheduleFile.sha256) == Schedule.sha256)
        .where(Schedule.cinema_id == cinema.id)
    )
    latest = latest_published(session, cinema.id)
    latest_id = latest.id if latest else None
    rows = sorted(session.exec(query), key=lambda row: _happened_at(row[0]), reverse=True)
    return [_past(schedule, size_bytes, latest_id) for schedule, size_bytes in rows]


def report_of(session: Session, cinema_slug: str, schedule_id: int) -> Report:
    """Give the report of a schedule, with its state now. Raises UnknownCinemaError, UnknownScheduleError."""
    return kept_report(schedule_of(session, cinema_slug, schedule_id))


def kept_report(schedule: Schedule) -> Report:
    """Read the report that was kept."""
    return msgspec.convert(schedule.report | {"state": schedule.state}, Report)


def latest_published(session: Session, cinema_id: int) -> Schedule | None:
    """Find the schedule that was published last and is not undone."""
    query = select(Schedule).where(Schedule.cinema_id == cinema_id, Schedule.state == "published")
    return session.exec(query.order_by(col(Schedule.publish_number).desc())).first()


def _happened_at(schedule: Schedule) -> tuple[datetime, int, int]:
    last = schedule.undone_at or schedule.published_at or schedule.uploaded_at
    return last, schedule.publish_number or 0, schedule.id


def _past(schedule: Schedule, size_bytes: int, latest_id: int | None) -> PastSchedule:
    scope = None
    if schedule.scope_from and schedule.scope_until:
        scope = ScopeFacts(schedule.scope_from, schedule.scope_until, schedule.scope_auditoriums)
    counts = schedule.report.get("counts")
    return PastSchedule(
        id=str(schedule.id),
        state=schedule.state,
        file=schedule.file_name,
        sha256=schedule.sha256,
        size_bytes=size_bytes,
        reader=schedule.reader,
        mode=schedule.mode,
        scope=scope,
        counts=msgspec.convert(counts, Counts) if counts else None,
        uploaded_at=schedule.uploaded_at,
        uploaded_by=schedule.uploaded_by,
        published_at=schedule.published_at,
        published_by=schedule.published_by,
        undone_at=schedule.undone_at,
        undone_by=schedule.undone_by,
        is_latest=schedule.id == latest_id,
    )
