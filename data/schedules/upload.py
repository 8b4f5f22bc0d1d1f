"""A file is uploaded and looked at first, and published when somebody says so: by then the programme may be another."""

from collections.abc import Set
from datetime import datetime

import msgspec
from sqlmodel import Session

from data.schedules.asked_scope import AS_THE_FILE_SAYS, AskedScope
from data.schedules.history import kept_report
from data.schedules.kept import asked_of, digest_of, document_of, keep, schedule_of
from data.schedules.plan import Document, Mode, plan_schedule
from data.schedules.publish import Consent, publish
from data.schedules.report import Report
from data.schedules.stored import cinema_of, hold_cinema
from data.schedules.upload_keys import answered_before, remember_answer


def upload(
    session: Session,
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
    cinema = cinema_of(session, cinema_slug)
    hold_cinema(session, cinema.id)
    digest = _digest(document, mode, asked)
    if idempotency_key is not None:
        earlier = answered_before(session, cinema.id, idempotency_key, digest, now)
        if earlier:
            return earlier
    plan = plan_schedule(session, cinema_slug, document, now=now, mode=mode, asked=asked)
    schedule = keep(session, plan, now=now, by=by)
    report = plan.report(state="checked", schedule_id=schedule.id)
    schedule.report = report.plain()
    if idempotency_key is not None:
        remember_answer(session, cinema.id, idempotency_key, digest, report, now)
    session.flush()
    return report


def publish_uploaded(
    session: Session,
    cinema_slug: str,
    schedule_id: int,
    *,
    now: datetime,
    by: str,
    accept: Set[Consent] = frozenset(),
) -> Report:
    """Publish what was uploaded, compared anew with the programme as it is now.

    What is published already is answered as it was, and nothing is written; what was undone is published again as a
    schedule of its own. Raises UnknownCinemaError, UnknownScheduleError, ConsentMissingError.
    """
    schedule = schedule_of(session, cinema_slug, schedule_id)
    if schedule.state == "published":
        return kept_report(schedule)
    plan = plan_schedule(
        session,
        cinema_slug,
        document_of(session, schedule),
        now=now,
        mode=Mode(schedule.mode),
        asked=asked_of(schedule),
    )
    waiting = schedule if schedule.state == "checked" else None
    return publish(session, plan, now=now, by=by, accept=accept, schedule=waiting)


def _digest(document: Document, mode: Mode, asked: AskedScope) -> str:
    """Tell one upload from another."""
    said = (document.name, document.origin, mode, asked, digest_of(document.content))
    return digest_of(msgspec.json.encode(said))
