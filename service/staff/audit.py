"""The audit log: who did what, when, about whom and at which cinema; nothing of where they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from data.tables.audit import Audit
from data.tables.cinema import Cinema

COMMAND_LINE = "command line"
FORMER_MEMBER = "a former member"
MOST_ENTRIES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An entry as it is shown; `cinema` is a slug."""

    at: datetime
    by: str
    what: str
    about: str | None
    cinema: str | None


def note(
    session: Session, what: str, *, by: str, now: datetime, about: str | None = None, cinema_ids: Sequence[int] = ()
) -> None:
    """Note what somebody did, once for each cinema that it is about."""
    numbers: Sequence[int | None] = cinema_ids or [None]
    session.add_all(Audit(done_at=now, by=by, what=what, about=about, cinema_id=number) for number in numbers)
    session.flush()


def entries(session: Session, *, limit: int = MOST_ENTRIES) -> list[Done]:
    """List what was done, the last first."""
    query = select(Audit, Cinema.slug).join(Cinema, col(Cinema.id) == Audit.cinema_id, isouter=True)
    found = session.exec(query.order_by(col(Audit.id).desc()).limit(limit))
    return [Done(at=one.done_at, by=one.by, what=one.what, about=one.about, cinema=slug) for one, slug in found]


def forget_name(session: Session, email: str) -> None:
    """Let nobody be found in the log by an address."""
    for column in (Audit.by, Audit.about):
        session.exec(update(Audit).where(col(column) == email).values({column: FORMER_MEMBER}))
