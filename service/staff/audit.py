"""The audit log: who did what, when, of what, about whom and at which cinema; nothing of where they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from data.schedules.stored import cinema_of
from data.tables.account import Account
from data.tables.audit import Audit
from data.tables.cinema import Cinema
from service.staff.deeds import Deed

COMMAND_LINE = "command line"
FORMER_MEMBER = "a former member"
MOST_ENTRIES = 1000
LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An entry as it is shown; `what` is a Deed, or the words of an older entry; `cinema` is a slug."""

    id: int
    at: datetime
    by: str
    what: str
    subject: str | None
    about: str | None
    cinema: str | None


def note(
    session: Session,
    what: Deed,
    *,
    by: str,
    now: datetime,
    subject: str | None = None,
    about: str | None = None,
    cinema_ids: Sequence[int] = (),
) -> None:
    """Note what somebody did, once for each cinema that it is about.

    `subject` is what it was done to: a schedule's number, a film's slug, a screening, days; `about` is a person.
    """
    numbers: Sequence[int | None] = cinema_ids or [None]
    named = subject[:LONGEST_SUBJECT] if subject else None
    session.add_all(
        Audit(done_at=now, by=by, what=what, subject=named, about=about, cinema_id=number) for number in numbers
    )
    session.flush()


def note_at(session: Session, slug: str, what: Deed, subject: str | None, *, by: str, now: datetime) -> None:
    """Note what somebody did at a cinema. Raises UnknownCinemaError."""
    note(session, what, by=by, now=now, subject=subject, cinema_ids=[cinema_of(session, slug).id])


def entries(
    session: Session,
    *,
    limit: int = MOST_ENTRIES,
    before: int | None = None,
    cinema_id: int | None = None,
    person: str | None = None,
) -> list[Done]:
    """List what was done, the last first: before an entry, at a cinema, by or about a person."""
    query = select(Audit, Cinema.slug).join(Cinema, col(Cinema.id) == Audit.cinema_id, isouter=True)
    if before is not None:
        query = query.where(col(Audit.id) < before)
    if cinema_id is not None:
        query = query.where(Audit.cinema_id == cinema_id)
    if person is not None:
        query = query.where(or_(col(Audit.by) == person, col(Audit.about) == person))
    found = session.exec(query.order_by(col(Audit.id).desc()).limit(limit))
    return [_done(one, slug) for one, slug in found]


def account_numbers(session: Session, done: Sequence[Done]) -> dict[str, int]:
    """Give the numbers of the accounts that entries name, by address."""
    named = {address for one in done for address in (one.by, one.about) if address}
    query = select(Account.email, Account.id).where(col(Account.email).in_(named))
    return dict(session.exec(query).all())


def forget_name(session: Session, email: str) -> None:
    """Let nobody be found in the log by an address."""
    for column in (Audit.by, Audit.about):
        session.exec(update(Audit).where(col(column) == email).values({column: FORMER_MEMBER}))


def _done(one: Audit, slug: str | None) -> Done:
    return Done(id=one.id, at=one.done_at, by=one.by, what=one.what, subject=one.subject, about=one.about, cinema=slug)
