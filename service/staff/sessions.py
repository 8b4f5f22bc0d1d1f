"""Sessions: begun at the sign-in, recognised by the cookie, listed, and ended by whoever they belong to."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from data.tables.account import Account
from data.tables.staff_session import StaffSession
from service.staff.accounts import person_of
from service.staff.link_secret import new_secret, secret_digest
from service.staff.person import Person

LASTS = timedelta(days=90)
IDLE = timedelta(days=14)
SEEN_TO = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who came with a session, and whether it is to be noted that they did."""

    person: Person
    is_use_unnoted: bool


@dataclass(frozen=True, slots=True)
class SignedInAt:
    """A session as its owner sees it."""

    id: int
    device: str
    began_at: datetime
    seen_at: datetime


def begin_session(session: Session, account_id: int, device: str, now: datetime) -> str:
    """Begin a session and give what its cookie holds: always a new secret, never one that a browser brought along."""
    secret = new_secret()
    begun = StaffSession(
        account_id=account_id,
        sha256=secret_digest(secret),
        device=device,
        created_at=now,
        seen_at=now,
        expires_at=now + LASTS,
    )
    session.add(begun)
    session.flush()
    return secret


def recognise_session(session: Session, secret: str, now: datetime) -> Recognised | None:
    """Say who comes with a cookie; null where its session is unknown, ended or too old."""
    query = select(StaffSession, Account).join(Account, col(Account.id) == StaffSession.account_id)
    found = session.exec(query.where(StaffSession.sha256 == secret_digest(secret))).first()
    if found is None:
        return None
    begun, account = found
    if begun.expires_at <= now or begun.seen_at + IDLE <= now:
        return None
    return Recognised(person_of(session, account, session_id=begun.id), now - begun.seen_at >= SEEN_TO)


def note_seen(session: Session, session_id: int, now: datetime) -> None:
    """Note that a session was used; it may have ended meanwhile."""
    begun = session.get(StaffSession, session_id)
    if begun is not None:
        begun.seen_at = now
        session.add(begun)


def sessions_of(session: Session, account_id: int, now: datetime) -> list[SignedInAt]:
    """List where an account is signed in, the last used first."""
    query = select(StaffSession).where(
        StaffSession.account_id == account_id,
        col(StaffSession.expires_at) > now,
        col(StaffSession.seen_at) > now - IDLE,
    )
    found = session.exec(query.order_by(col(StaffSession.seen_at).desc(), col(StaffSession.id).desc()))
    return [SignedInAt(one.id, one.device, one.created_at, one.seen_at) for one in found]


def end_session(session: Session, account_id: int, session_id: int) -> None:
    """End a session of an account; harmless for one that is not there, or somebody else's."""
    own = (col(StaffSession.account_id) == account_id, col(StaffSession.id) == session_id)
    session.exec(delete(StaffSession).where(*own))


def end_sessions(session: Session, account_id: int, *, but: int | None = None) -> int:
    """End all sessions of an account, but for one; say how many."""
    others = [col(StaffSession.account_id) == account_id]
    if but is not None:
        others.append(col(StaffSession.id) != but)
    return session.exec(delete(StaffSession).where(*others)).rowcount


def end_session_of(session: Session, secret: str) -> None:
    """End the session that a cookie belongs to, whosever it is; harmless where there is none."""
    session.exec(delete(StaffSession).where(col(StaffSession.sha256) == secret_digest(secret)))
