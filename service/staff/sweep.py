"""What is kept for a while is forgotten when the while is over: files, the audit log, addresses, links, sessions."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event

from sqlalchemy import ColumnElement, Engine, delete, or_
from sqlmodel import Session, col

from data.errors import DatabaseUnavailableError
from data.schedules.forgotten import forget_all_unpublished, forget_files
from data.tables.account import Token
from data.tables.audit import Audit
from data.tables.database import writing
from data.tables.invitation import Invitation
from data.tables.staff_session import StaffSession
from service.settings import Settings
from service.staff.sessions import IDLE

# A process that starts has better things to do at first, and several that start together sweep one after the other.
FIRST_AFTER = timedelta(minutes=2)
EVERY = timedelta(days=1)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """How many of each are gone."""

    files: int
    audit: int
    invitations: int
    sessions: int
    tokens: int


def sweep(session: Session, settings: Settings, now: datetime) -> Swept:
    """Forget what was kept for long enough; harmless when repeated."""
    forget_all_unpublished(session, now)
    before = now - timedelta(days=settings.address_days)
    return Swept(
        files=forget_files(session, now - timedelta(days=settings.file_days)),
        audit=_delete(session, Audit, col(Audit.done_at) <= now - timedelta(days=settings.audit_days)),
        invitations=_delete(
            session, Invitation, or_(col(Invitation.expires_at) <= before, col(Invitation.used_at) <= before)
        ),
        sessions=_delete(
            session, StaffSession, or_(col(StaffSession.expires_at) <= now, col(StaffSession.seen_at) <= now - IDLE)
        ),
        tokens=_delete(session, Token, or_(col(Token.expires_at) <= before, col(Token.revoked_at) <= before)),
    )


def keep_sweeping(engine: Engine, settings: Settings, clock: Callable[[], datetime], stopping: Event) -> None:
    """Sweep soon after the start and then daily, until told to stop."""
    wait = FIRST_AFTER
    while not stopping.wait(wait.total_seconds()):
        wait = EVERY
        try:
            with writing(engine) as session:
                _log.info("Swept: %s", sweep(session, settings, clock()))
        except DatabaseUnavailableError as error:
            _log.warning("Nothing was swept: %s", error)


def _delete(
    session: Session, table: type[Audit | Invitation | StaffSession | Token], is_old: ColumnElement[bool]
) -> int:
    return session.exec(delete(table).where(is_old)).rowcount
