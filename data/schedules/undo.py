"""The latest schedule is taken back: the future is as it was before, but for what was changed by hand since."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlmodel import Session, select

from data.schedules.closed_days import ClosedDayChange, undo_closing
from data.schedules.diff import Diff, sort_change
from data.schedules.errors import (
    ChangesUnknownError,
    NothingToUndoError,
    ScheduleNotLatestError,
    ScheduleNotPublishedError,
    ScheduleUndoneError,
)
from data.schedules.history import kept_report, latest_published
from data.schedules.kept import schedule_of
from data.schedules.logged import log_rewritten
from data.schedules.merged_since import merged_films, refuse_joined_since
from data.schedules.report import Report, changes_of, count_undone
from data.schedules.rewrite import Rewritten, rewrite
from data.schedules.showing import Published
from data.schedules.snapshot import Snapshot, showing_of, snapshots_by_id
from data.schedules.stored import cinema_of, film_slugs
from data.schedules.taking_back import Changed, TakenBack, take_back
from data.tables.cinema import Cinema
from data.tables.schedule import Schedule, ScreeningChange


def undo(session: Session, cinema_slug: str, schedule_id: int | None = None, *, now: datetime, by: str) -> Report:
    """Take back a cinema's latest published schedule; `schedule_id` says which one that is meant to be.

    Screenings that it added are cancelled and keep their ids; those that it removed, moved or changed are again what
    they were. What has begun stays, and so does a status that was set by hand meanwhile: the report names them.
    Raises UnknownCinemaError, UnknownScheduleError, and ScheduleRefusedError where there is nothing to take back.
    """
    cinema = cinema_of(session, cinema_slug)
    schedule = _undoable(session, cinema, schedule_id)
    taken = take_back(_changes_of(session, schedule), now, ZoneInfo(cinema.time_zone))
    rewritten = rewrite(session, cinema.id, taken.restored)
    closed = undo_closing(
        session, schedule, kept_report(schedule).closed_days, now=now, zone=ZoneInfo(cinema.time_zone)
    )
    schedule.state, schedule.undone_at, schedule.undone_by = "undone", now, by
    log_rewritten(session, cinema.id, rewritten, now)
    return _report(session, cinema, schedule, rewritten, taken, closed)


def _undoable(session: Session, cinema: Cinema, schedule_id: int | None) -> Schedule:
    latest = latest_published(session, cinema.id)
    if schedule_id is not None:
        schedule = schedule_of(session, cinema.slug, schedule_id)
        if schedule.state == "undone":
            raise ScheduleUndoneError(schedule_id)
        if schedule.state == "checked":
            raise ScheduleNotPublishedError(schedule_id)
    if latest is None:
        raise NothingToUndoError(cinema.slug)
    if schedule_id not in (None, latest.id):
        raise ScheduleNotLatestError(schedule_id or 0, latest.id)
    return latest


def _changes_of(session: Session, schedule: Schedule) -> list[Changed]:
    """Read what a schedule changed, beside what is there today."""
    kept = session.exec(select(ScreeningChange).where(ScreeningChange.schedule_id == schedule.id)).all()
    if not kept and _has_changed_something(schedule):
        raise ChangesUnknownError(schedule.id)
    refuse_joined_since(session, schedule)
    today = snapshots_by_id(session, schedule.cinema_id, [one.screening_id for one in kept])
    changes = [
        Changed(
            screening_id=one.screening_id,
            before=msgspec.convert(one.before, Snapshot | None),
            after=msgspec.convert(one.after, Snapshot),
            today=today[one.screening_id],
        )
        for one in kept
        if one.screening_id in today
    ]
    return _of_living_films(session, changes)


def _has_changed_something(schedule: Schedule) -> bool:
    counts = schedule.report.get("counts", {})
    return any(counts.get(kind, 1) for kind in ("added", "moved", "changed", "removed"))


def _of_living_films(session: Session, changes: list[Changed]) -> list[Changed]:
    """Films may have become one since: then that one is meant; of one that is gone, a screening keeps today's."""
    merged = merged_films(session)
    changes = [one.with_films(merged) for one in changes]
    before = {film_id for one in changes if one.before for film_id in one.before.film_ids}
    living = film_slugs(session, before)
    return [
        one if one.before is None or living.keys() >= set(one.before.film_ids) else one.with_films_of_today()
        for one in changes
    ]


def _report(
    session: Session,
    cinema: Cinema,
    schedule: Schedule,
    rewritten: list[Rewritten],
    taken: TakenBack,
    closed: list[ClosedDayChange],
) -> Report:
    """Say what undoing has changed. No row of a file is read, so none is counted."""
    both = [snapshot for one in rewritten for snapshot in (one.before, one.after) if snapshot]
    both += [one for _, one in taken.kept]
    slugs = film_slugs(session, {film_id for one in both for film_id in one.film_ids})
    difference = Diff(kept=[Published(number, showing_of(one, slugs)) for number, one in taken.kept])
    for one in rewritten:
        if one.before:
            sort_change(
                difference, showing_of(one.after, slugs), Published(one.screening_id, showing_of(one.before, slugs))
            )
    return msgspec.structs.replace(
        kept_report(schedule),
        counts=count_undone(difference, taken.problems),
        problems=[one.plain() for one in taken.problems],
        changes=changes_of(difference, ZoneInfo(cinema.time_zone), cinema.country),
        ignored_columns=[],
        elsewhere={},
        closed_days=closed,
    )
