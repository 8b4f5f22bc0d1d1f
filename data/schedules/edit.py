"""A screening is changed by hand."""

from datetime import datetime

import msgspec
from sqlmodel import Session

from data.errors import QuestionError
from data.schedules.errors import ScreeningBegunError, UnknownScreeningError
from data.schedules.logged import log_rewritten
from data.schedules.rewrite import rewrite
from data.schedules.snapshot import snapshots_by_id
from data.schedules.status import STATUSES
from data.schedules.stored import cinema_of, hold_cinema


def set_status(session: Session, cinema_slug: str, screening_id: int, status: str, *, now: datetime) -> None:
    """Say that a screening is `scheduled`, `sold-out` or `cancelled`. The same again changes nothing.

    What is sold out stays so when a file comes that does not say otherwise; what is cancelled comes back with a file
    that shows it. Raises UnknownCinemaError, UnknownScreeningError, QuestionError, ScreeningBegunError.
    """
    if status not in STATUSES:
        raise QuestionError("status", f"status {status!r} is none. Write one of: {', '.join(STATUSES)}.")
    cinema = cinema_of(session, cinema_slug)
    hold_cinema(session, cinema.id)
    found = snapshots_by_id(session, cinema.id, [screening_id])
    if screening_id not in found:
        raise UnknownScreeningError(cinema_slug, screening_id)
    if found[screening_id].starts_at < now:
        raise ScreeningBegunError(screening_id)
    if found[screening_id].status != status:
        after = msgspec.structs.replace(found[screening_id], status=status)
        log_rewritten(session, cinema.id, rewrite(session, cinema.id, [(screening_id, after)]), now)
