"""A cinema says on which days it is closed, or that it is open after all."""

from datetime import date, datetime, timedelta

from sqlmodel import Session, col, delete, func, select

from data.errors import QuestionError
from data.schedules.stored import cinema_of
from data.sentence import Sentence
from data.tables.change_log import log_change
from data.tables.closed_day import ClosedDay
from data.tables.screening import Screening
from data.text import plain_text
from data.times.years import YEARS

# A house that closes for longer takes another file, or none at all.
MOST_DAYS = 366
LONGEST_NOTE = 200


def close_days(
    session: Session, slug: str, first_on: date, last_on: date, *, note: str | None = None, now: datetime
) -> int:
    """Declare a cinema closed from a programme date to another one, both included; what was noted then is replaced.

    What is published for these days stays, and counts; its number is given, for whoever closes to know. Raises
    UnknownCinemaError, and QuestionError where these are no days.
    """
    cinema_id = _forget(session, slug, first_on, last_on)
    said = plain_text(note or "") or None
    if said and len(said) > LONGEST_NOTE:
        raise QuestionError(
            "note", Sentence("The note has more than {most} characters. Shorten it.", most=LONGEST_NOTE)
        )
    days = (first_on + timedelta(days=number) for number in range((last_on - first_on).days + 1))
    session.add_all(ClosedDay(cinema_id=cinema_id, programme_on=day, note=said, closed_at=now) for day in days)
    _log(session, cinema_id, now)
    shown = select(func.count()).where(
        col(Screening.cinema_id) == cinema_id,
        col(Screening.programme_on).between(first_on, last_on),
        col(Screening.status) != "cancelled",
    )
    return session.exec(shown).one()


def open_days(session: Session, slug: str, first_on: date, last_on: date, *, now: datetime) -> None:
    """Take back that a cinema is closed on these days. Raises what `close_days` does."""
    cinema_id = _forget(session, slug, first_on, last_on)
    _log(session, cinema_id, now)


def _forget(session: Session, slug: str, first_on: date, last_on: date) -> int:
    _check(first_on, last_on)
    cinema_id = cinema_of(session, slug).id
    day = col(ClosedDay.programme_on)
    session.execute(delete(ClosedDay).where(col(ClosedDay.cinema_id) == cinema_id, day.between(first_on, last_on)))
    return cinema_id


def _check(first_on: date, last_on: date) -> None:
    if last_on < first_on:
        raise QuestionError("until", Sentence("The last day is before the first: until must not be before on."))
    if (last_on - first_on).days >= MOST_DAYS:
        raise QuestionError(
            "until", Sentence("That is more than {most} days. Close a cinema for a year at most.", most=MOST_DAYS)
        )
    if first_on.year not in YEARS or last_on.year not in YEARS:
        raise QuestionError("on", Sentence("No cinema plays in that year: write the day as 2026-12-24."))


def _log(session: Session, cinema_id: int, now: datetime) -> None:
    # As for a schedule: what is read anew is this cinema alone.
    log_change(session, now=now, kind="schedule", cinema_id=cinema_id)
