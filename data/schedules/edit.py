"""A screening is changed by hand."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec
from sqlmodel import Session, col, select

from data import errors
from data.errors import QuestionError
from data.schedules.errors import ScreeningBegunError, UnknownScreeningError
from data.schedules.logged import log_rewritten
from data.schedules.rewrite import rewrite
from data.schedules.snapshot import Snapshot, snapshots_by_id
from data.schedules.status import STATUSES
from data.schedules.stored import cinema_of
from data.sentence import Sentence, listed, word
from data.tables.cinema import Cinema
from data.tables.redirect import ScreeningRedirect
from data.tables.screening import Screening


class OwnCinema(NamedTuple):
    """The cinema that a screening belongs to."""

    id: int
    slug: str


def cinema_of_screening(session: Session, screening_id: int) -> OwnCinema:
    """Say whose a screening is, a cancelled one too. Raises UnknownScreeningError of `data.errors`."""
    query = select(Cinema.id, Cinema.slug).join(Screening, col(Screening.cinema_id) == Cinema.id)
    found = session.exec(query.where(Screening.id == screening_id)).first()
    if found is None:
        raise errors.UnknownScreeningError(screening_id)
    return OwnCinema(*found)


def set_status(session: Session, cinema_slug: str, screening_id: int, status: str, *, now: datetime) -> str:
    """Say that a screening is `scheduled`, `sold-out` or `cancelled`, and name it. The same again changes nothing.

    It stays so whatever a file says, but for one that says worse; `scheduled` leaves it to the files again. Raises
    UnknownCinemaError, UnknownScreeningError, QuestionError, ScreeningBegunError.
    """
    if status not in STATUSES:
        possible = listed([word(one) for one in STATUSES])
        raise QuestionError(
            "status", Sentence("status {status!r} is none. Write one of: {possible}.", status=status, possible=possible)
        )
    cinema = cinema_of(session, cinema_slug)
    screening_id, before = coming_screening(session, cinema, screening_id, now)
    by_hand = None if status == "scheduled" else status
    return write_edited(session, cinema, screening_id, before, now, status=status, status_by_hand=by_hand)


def coming_screening(session: Session, cinema: Cinema, screening_id: int, now: datetime) -> tuple[int, Snapshot]:
    """Find a screening that may still be changed, with the id under which it is shown.

    Raises UnknownScreeningError, ScreeningBegunError.
    """
    # One that turned out to be another is changed where it is shown.
    if twin := session.get(ScreeningRedirect, screening_id):
        screening_id = twin.same_as_id
    found = snapshots_by_id(session, cinema.id, [screening_id])
    if screening_id not in found:
        raise UnknownScreeningError(cinema.slug, screening_id)
    if found[screening_id].starts_at < now:
        raise ScreeningBegunError(screening_id)
    return screening_id, found[screening_id]


def write_edited(
    session: Session, cinema: Cinema, screening_id: int, before: Snapshot, now: datetime, **news: object
) -> str:
    """Give columns of a screening what a person said of it, and name it; nothing new is not written."""
    after = msgspec.structs.replace(before, **news)
    if after != before:
        log_rewritten(session, cinema.id, rewrite(session, cinema.id, [(screening_id, after)]), now)
    return f"{after.title_raw}, {after.starts_at.astimezone(ZoneInfo(cinema.time_zone)):%Y-%m-%d %H:%M}"
