"""An account is deleted: nothing personal is left, and what it did was done by a former member."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, SQLModel, col

from data.tables.feed import Feed
from data.tables.invitation import Invitation
from data.tables.merge import Merge
from data.tables.schedule import Schedule
from service.staff.accounts import known_account
from service.staff.audit import FORMER_MEMBER, forget_name, note
from service.staff.deeds import Deed

# Where it stands who did something.
SIGNED: Mapping[type[SQLModel], tuple[str, ...]] = {
    Schedule: ("uploaded_by", "published_by", "undone_by"),
    Invitation: ("invited_by",),
    Feed: ("added_by",),
    Merge: ("merged_by", "undone_by"),
}


def delete_account(session: Session, email: str, *, by: str, now: datetime) -> None:
    """Delete an account with its password, cinemas, tokens and sessions. Raises QuestionError for an unknown one."""
    account = known_account(session, email)
    session.exec(delete(Invitation).where(col(Invitation.email) == account.email))
    for table, names in SIGNED.items():
        for name in names:
            signed = col(getattr(table, name)) == account.email
            session.exec(update(table).where(signed).values({name: FORMER_MEMBER}))
    note(session, Deed.DELETED_ACCOUNT, by=by, now=now, about=account.email)
    forget_name(session, account.email)
    session.delete(account)
