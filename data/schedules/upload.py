"""A file is uploaded and looked at first, and published when somebody says so: by then the programme may be another.

To understand a large file takes many seconds, in which nobody else could write. So that is done while reading, and the
turn to write is taken for no longer than to write.
"""

from collections.abc import Callable, Set
from datetime import datetime
from typing import TypeAlias

import msgspec
from sqlalchemy import Engine
from sqlmodel import Session

from data.schedules.asked_scope import AS_THE_FILE_SAYS, AskedScope
from data.schedules.forgotten import forget_unpublished
from data.schedules.history import kept_report
from data.schedules.kept import asked_of, digest_of, document_of, keep, schedule_of
from data.schedules.overtaken import is_overtaken, mark_of
from data.schedules.plan import Document, Mode, Plan, plan_schedule
from data.schedules.publish import Consent, publish
from data.schedules.report import Report
from data.schedules.stored import cinema_of
from data.schedules.upload_keys import answered_before, remember_answer
from data.tables.database import reading, writing
from data.tables.schedule import Schedule

# A plan that others overtook as often is made with the turn in hand.
_ATTEMPTS = 2
# What else is done when something is published: a note of who did it, for one.
Also: TypeAlias = Callable[[Session, Report], None]


def upload(
    engine: Engine,
    cinema_slug: str,
    document: Document,
    *,
    now: datetime,
    by: str,
    mode: Mode = Mode.REPLACE,
    asked: AskedScope = AS_THE_FILE_SAYS,
    idempotency_key: str | None = None,
) -> Report:
    """Check a file and keep it. The report has the id by which it can be published.

    A repeated `idempotency_key` gets the first answer. Raises UnknownCinemaError, FileUnreadableError, and for a key
    QuestionError and UploadKeyReusedError.
    """
    digest = _digest(document, mode, asked)
    with reading(engine) as session:
        if earlier := _answered(session, cinema_slug, idempotency_key, digest, now):
            return earlier
        plan = plan_schedule(session, cinema_slug, document, now=now, mode=mode, asked=asked)
    report = plan.report(state="checked")
    with writing(engine) as session:
        # The same may have come twice at once.
        if earlier := _answered(session, cinema_slug, idempotency_key, digest, now):
            return earlier
        schedule = keep(session, plan, now=now, by=by)
        forget_unpublished(session, schedule.cinema_id, now)
        report = msgspec.structs.replace(report, id=str(schedule.id))
        schedule.report = report.plain()
        if idempotency_key is not None:
            remember_answer(session, schedule.cinema_id, idempotency_key, digest, report, now)
    return report


def nothing_else(_session: Session, _report: Report) -> None:
    """Do nothing besides publishing."""


def publish_uploaded(
    engine: Engine,
    cinema_slug: str,
    schedule_id: int,
    *,
    now: datetime,
    by: str,
    accept: Set[Consent] = frozenset(),
    also: Also = nothing_else,
) -> Report:
    """Publish what was uploaded, compared anew with the programme as it is now; `also` is done in the same transaction.

    What is published already is answered as it was, and nothing is written; what was undone is published again as a
    schedule of its own. Raises UnknownCinemaError, UnknownScheduleError, ConsentMissingError.
    """
    for _ in range(_ATTEMPTS):
        with reading(engine) as session:
            schedule = schedule_of(session, cinema_slug, schedule_id)
            if schedule.state == "published":
                return kept_report(schedule)
            mark, plan = mark_of(session), _plan(session, cinema_slug, schedule, now)
        with writing(engine) as session:
            if not is_overtaken(session, plan, mark):
                return _publish(session, cinema_slug, schedule_id, plan, now=now, by=by, accept=accept, also=also)
    with writing(engine) as session:
        return _publish(session, cinema_slug, schedule_id, None, now=now, by=by, accept=accept, also=also)


def _publish(
    session: Session,
    cinema_slug: str,
    schedule_id: int,
    plan: Plan | None,
    *,
    now: datetime,
    by: str,
    accept: Set[Consent],
    also: Also,
) -> Report:
    """Publish a schedule by a plan that holds, or without one by a plan that is made here."""
    schedule = schedule_of(session, cinema_slug, schedule_id)
    if schedule.state == "published":
        return kept_report(schedule)
    plan = plan or _plan(session, cinema_slug, schedule, now)
    waiting = schedule if schedule.state == "checked" else None
    report = publish(session, plan, now=now, by=by, accept=accept, schedule=waiting)
    if report.state == "published":
        also(session, report)
    return report


def _plan(session: Session, cinema_slug: str, schedule: Schedule, now: datetime) -> Plan:
    document, mode = document_of(session, schedule), Mode(schedule.mode)
    return plan_schedule(session, cinema_slug, document, now=now, mode=mode, asked=asked_of(schedule))


def _answered(session: Session, cinema_slug: str, key: str | None, digest: str, now: datetime) -> Report | None:
    cinema = cinema_of(session, cinema_slug)
    return None if key is None else answered_before(session, cinema.id, key, digest, now)


def _digest(document: Document, mode: Mode, asked: AskedScope) -> str:
    """Tell one upload from another."""
    said = (document.name, document.origin, mode, asked, digest_of(document.content))
    return digest_of(msgspec.json.encode(said))
