"""An account is deleted: nothing personal is left, and what it did was done by a former member."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col

from data.tables.invitation import Invitation
from data.tables.schedule import Schedule
from service.staff.accounts import known_account
from service.staff.audit import FORMER_MEMBER, forget_name, note


def delete_account(session: Session, email: str, *, by: str, now: datetime) -> None:
    """Delete an account with its password, cinemas, tokens and sessions. Raises QuestionError for an unknown one."""
    account = known_account(session, email)
    for column in (Schedule.uploaded_by, Schedule.published_by, Schedule.undone_by):
        session.exec(update(Schedule).where(col(column) == account.email).values({column: FORMER_MEMBER}))
    session.exec(delete(Invitation).where(col(Invitation.email) == account.email))
    session.exec(update(Invitation).where(col(Invitation.invited_by) == account.email).values(invited_by=FORMER_MEMBER))
    note(session, "deleted an account", by=by, now=now, about=account.email)
    forget_name(session, account.email)
    session.delete(account)
