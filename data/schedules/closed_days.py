"""The closed days of a cinema in the database, as schedules enter them and take them back; by hand: the catalogue."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlmodel import Session, col, delete, select

from data.schedules.closing import Closing, KnownClosed
from data.tables.closed_day import ClosedDay
from data.tables.schedule import Schedule
from data.times.programme_day import programme_on


class ClosedDayChange(msgspec.Struct, frozen=True, omit_defaults=True):
    """A day that a schedule has `closed`, or `opened` after another schedule, which is named, had closed it."""

    kind: str
    on: date
    note: str | None = None
    schedule: str | None = None


def known_closed(session: Session, cinema_id: int, first_on: date) -> list[KnownClosed]:
    """Read the closed days of a cinema from a programme date on."""
    query = select(ClosedDay).where(ClosedDay.cinema_id == cinema_id, col(ClosedDay.programme_on) >= first_on)
    days = session.exec(query.order_by(col(ClosedDay.programme_on)))
    return [KnownClosed(one.programme_on, one.note, one.schedule_id) for one in days]


def changes_of_closing(closing: Closing) -> list[ClosedDayChange]:
    """Write down what would be closed and opened, by day."""
    changes = [ClosedDayChange("closed", one.programme_on, one.note) for one in closing.closed]
    changes += [ClosedDayChange("opened", one.programme_on, one.note, str(one.schedule_id)) for one in closing.opened]
    return sorted(changes, key=lambda change: change.on)


def write_closing(session: Session, cinema_id: int, schedule_id: int, closing: Closing, now: datetime) -> None:
    """Enter and take back what a schedule says."""
    _open(session, cinema_id, [one.programme_on for one in closing.opened])
    session.add_all(
        ClosedDay(
            cinema_id=cinema_id, programme_on=one.programme_on, note=one.note, schedule_id=schedule_id, closed_at=now
        )
        for one in closing.closed
    )
    session.flush()


def undo_closing(
    session: Session, schedule: Schedule, changes: Iterable[ClosedDayChange], *, now: datetime, zone: ZoneInfo
) -> list[ClosedDayChange]:
    """Let the days to come be what they were before a schedule; what was entered by hand since stays."""
    cinema_id, today = schedule.cinema_id, programme_on(now, zone)
    known = {one.programme_on: one for one in known_closed(session, cinema_id, today)}
    own = {day for day, one in known.items() if one.schedule_id == schedule.id}
    _open(session, cinema_id, sorted(own))
    again = [one for one in changes if one.kind == "opened" and one.on >= today and one.on not in known]
    session.add_all(
        ClosedDay(
            cinema_id=cinema_id,
            programme_on=one.on,
            note=one.note,
            schedule_id=int(one.schedule) if one.schedule else None,
            closed_at=now,
        )
        for one in again
    )
    undone = [ClosedDayChange("opened", day, known[day].note, str(schedule.id)) for day in own]
    undone += [ClosedDayChange("closed", one.on, one.note) for one in again]
    return sorted(undone, key=lambda change: change.on)


def _open(session: Session, cinema_id: int, days: list[date]) -> None:
    if days:
        these = (col(ClosedDay.cinema_id) == cinema_id, col(ClosedDay.programme_on).in_(days))
        session.execute(delete(ClosedDay).where(*these))
