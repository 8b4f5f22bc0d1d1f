"""A screening is moved by hand: to another time, another auditorium, or both."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from sqlmodel import Session

from data.schedules.clash import SHORTEST, running_beside
from data.schedules.edit import coming_screening, write_edited
from data.schedules.errors import MoveRefusedError
from data.schedules.row_start import A_DAY, LONGEST_AHEAD, Start
from data.schedules.showing import Showing, Slot
from data.schedules.snapshot import Snapshot, showing_of
from data.schedules.status import CANCELLED
from data.schedules.stored import cinema_of, coming_screenings, film_minutes, film_slugs
from data.sentence import Sentence
from data.text import folded, plain_text
from data.times.cells import read_time_cell
from data.times.programme_day import evening_of
from data.times.wall import Doubt, instant_of

LONGEST_AUDITORIUM = 60
# What began so long ago may still run.
_LONGEST_RUN = timedelta(hours=12)


def move_screening(
    session: Session, cinema_slug: str, screening_id: int, *, on: str, clock: str, auditorium: str, now: datetime
) -> str:
    """Let a screening begin on another day of the calendar, at another time, or in another auditorium, and name it.

    It stays the same screening, with its version, link and status, and stays there while files have it where it was
    (`moved_by_hand`); moved back, it is theirs again. The same again changes nothing. Raises UnknownCinemaError,
    UnknownScreeningError, ScreeningBegunError, MoveRefusedError.
    """
    cinema = cinema_of(session, cinema_slug)
    screening_id, before = coming_screening(session, cinema, screening_id, now)
    if before.status == CANCELLED:
        raise MoveRefusedError(Sentence("It is cancelled. Say first that it takes place, then move it."))
    zone = ZoneInfo(cinema.time_zone)
    start = _start(on, clock, zone, now)
    coming = coming_screenings(session, cinema.id, now - _LONGEST_RUN)
    others = [one.showing for one in coming if one.id != screening_id]
    known = [before.auditorium, *(other.auditorium for other in others)]
    room = _as_known(plain_text(auditorium)[:LONGEST_AUDITORIUM], known)
    after = msgspec.structs.replace(before, starts_at=start.at, programme_on=start.programme_on, auditorium=room)
    _refuse_taken(session, after, others, zone)
    was = _moved_from(before, Slot(start.at, room))
    return write_edited(
        *(session, cinema, screening_id, before, now),
        starts_at=start.at,
        programme_on=start.programme_on,
        auditorium=room,
        moved_from_at=was.starts_at if was else None,
        moved_from_auditorium=was.auditorium if was else None,
    )


def _start(on: str, clock: str, zone: ZoneInfo, now: datetime) -> Start:
    said = read_time_cell(clock).time
    try:
        day = date.fromisoformat(on)
    except ValueError:
        day = None
    if day is None or said is None:
        raise MoveRefusedError(Sentence("Write the day as 2026-11-26 and the time as 20:15."))
    start, today = f"{on} {said.clock:%H:%M}", now.astimezone(zone).date()
    if day - today > LONGEST_AHEAD:
        raise MoveRefusedError(Sentence("{start} is more than a year away. Is the year a slip?", start=start))
    if day < today:
        raise _past(start)
    day = day + A_DAY if said.is_next_day else day
    instant = instant_of(day, said.clock, zone)
    if instant.doubt is Doubt.MISSING:
        raise MoveRefusedError(
            Sentence(
                "The clocks are put forward that night: {start} does not exist. Write what the clock will show.",
                start=start,
            )
        )
    if instant.at < now:
        raise _past(start)
    return Start(instant.at, evening_of(day, said.clock))


def _past(start: str) -> MoveRefusedError:
    return MoveRefusedError(Sentence("{start} is over. Choose a start that is to come.", start=start))


def _as_known(auditorium: str, known: Iterable[str | None]) -> str | None:
    """Give an auditorium as the programme names it already, so that `kino 2` is no second one; null for none."""
    same = (name for name in known if name and folded(name) == folded(auditorium))
    return next(same, auditorium) or None


def _refuse_taken(session: Session, after: Snapshot, others: Iterable[Showing], zone: ZoneInfo) -> None:
    minutes = film_minutes(session)
    running = running_beside(showing_of(after, film_slugs(session, after.film_ids)), others, minutes)
    if running is None:
        return
    begins, ends = running.showing.starts_at.astimezone(zone), running.free_at.astimezone(zone)
    # Of a film whose length nobody knows, only the start is sure.
    span = f"{begins:%H:%M}–{ends:%H:%M}" if ends - begins > SHORTEST else f"{begins:%H:%M}"
    raise MoveRefusedError(
        Sentence(
            "{auditorium} is taken then: {title}, {span}. Choose another time or auditorium, or move that one first.",
            auditorium=after.auditorium or "",
            title=running.showing.title,
            span=span,
        )
    )


def _moved_from(before: Snapshot, now_at: Slot) -> Slot | None:
    """Give where it was before anybody moved it; null where it is there again."""
    at, auditorium = before.moved_from_at, before.moved_from_auditorium
    was = Slot(at, auditorium) if at else Slot(before.starts_at, before.auditorium)
    return None if was == now_at else was
