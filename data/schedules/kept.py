"""What was uploaded is kept, as it came and by its content; and found again."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from data.schedules.asked_scope import AskedScope
from data.schedules.errors import FileForgottenError, UnknownScheduleError
from data.schedules.plan import Document, Plan
from data.schedules.stored import cinema_of
from data.tables.schedule import Schedule, ScheduleFile


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file as it came; `sha256` is that of its content, in hexadecimal."""

    name: str
    content: bytes
    sha256: str


def keep(session: Session, plan: Plan, *, now: datetime, by: str) -> Schedule:
    """Keep an uploaded document as a checked schedule. The very same waiting to be published already is that one."""
    document, asked = plan.document, plan.asked
    kept = Schedule(
        cinema_id=plan.cinema_id,
        state="checked",
        origin=document.origin,
        reader=plan.sheet.reader,
        mode=plan.mode,
        file_name=document.name,
        sha256=_keep_file(session, document.content),
        asked_from=asked.from_on,
        asked_until=asked.until_on,
        asked_auditoriums=None if asked.auditoriums is None else list(asked.auditoriums),
        report={},
        uploaded_by=by,
        uploaded_at=now,
    )
    schedule = _waiting_like(session, kept) or kept
    schedule.uploaded_at = now
    note_plan(schedule, plan)
    session.add(schedule)
    session.flush()
    return schedule


def note_plan(schedule: Schedule, plan: Plan) -> None:
    """Note what a file speaks of, as it was last understood."""
    scope = plan.scope
    schedule.reader = plan.sheet.reader
    schedule.scope_from = scope.from_on if scope else None
    schedule.scope_until = scope.until_on if scope else None
    schedule.scope_auditoriums = list(scope.auditoriums) if scope and scope.auditoriums else None


def schedule_of(session: Session, cinema_slug: str, schedule_id: int) -> Schedule:
    """Find a schedule of a cinema. Raises UnknownCinemaError, UnknownScheduleError."""
    cinema = cinema_of(session, cinema_slug)
    query = select(Schedule).where(Schedule.id == schedule_id, Schedule.cinema_id == cinema.id)
    schedule = session.exec(query).first()
    if schedule is None:
        raise UnknownScheduleError(cinema_slug, schedule_id)
    return schedule


def document_of(session: Session, schedule: Schedule) -> Document:
    """Give the document that was uploaded. Raises FileForgottenError once it was kept for long enough."""
    file = session.get_one(ScheduleFile, schedule.sha256)
    if file.size_bytes and not file.content:
        raise FileForgottenError(schedule.file_name)
    return Document(name=schedule.file_name, content=file.content, origin=schedule.origin)


def asked_of(schedule: Schedule) -> AskedScope:
    """Give what was asked when it was uploaded."""
    names = schedule.asked_auditoriums
    return AskedScope(schedule.asked_from, schedule.asked_until, None if names is None else tuple(names))


def file_of(session: Session, cinema_slug: str, schedule_id: int) -> KeptFile:
    """Give the file of a schedule as it came. Raises UnknownCinemaError, UnknownScheduleError."""
    schedule = schedule_of(session, cinema_slug, schedule_id)
    document = document_of(session, schedule)
    return KeptFile(name=document.name, content=document.content, sha256=schedule.sha256)


def digest_of(content: bytes) -> str:
    """Give the name of a content: its SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _keep_file(session: Session, content: bytes) -> str:
    sha256 = digest_of(content)
    known = select(ScheduleFile.sha256).where(ScheduleFile.sha256 == sha256)
    if session.exec(known).first() is None:
        session.add(ScheduleFile(sha256=sha256, content=content, size_bytes=len(content)))
        session.flush()
    # It was forgotten, and is here again.
    emptied = (col(ScheduleFile.sha256) == sha256, col(ScheduleFile.content) == b"")
    session.exec(update(ScheduleFile).where(*emptied).values(content=content))
    return sha256


def _waiting_like(session: Session, kept: Schedule) -> Schedule | None:
    query = select(Schedule).where(
        Schedule.cinema_id == kept.cinema_id,
        Schedule.state == "checked",
        Schedule.sha256 == kept.sha256,
        Schedule.uploaded_by == kept.uploaded_by,
    )
    same = ("origin", "mode", "file_name", "asked_from", "asked_until", "asked_auditoriums")
    waiting = session.exec(query.order_by(Schedule.id)).all()  # type: ignore[arg-type]  # a column, to SQLAlchemy
    return next((one for one in waiting if all(getattr(one, name) == getattr(kept, name) for name in same)), None)
