"""Links that let somebody in once: written, looked at, used. Who looks at one, a mail scanner too, uses nothing up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete
from sqlmodel import Session, col, select

from data.errors import QuestionError
from data.schedules.stored import cinema_of
from data.tables.account import Account
from data.tables.cinema import Cinema
from data.tables.invitation import Invitation, InvitationCinema
from service.errors import InvitationGoneError
from service.staff.accounts import account_of, add_memberships, address_of, known_account
from service.staff.audit import note
from service.staff.deeds import Deed
from service.staff.link_secret import new_secret, secret_digest
from service.staff.sessions import end_sessions

COUNTS_FOR = timedelta(hours=48)


class Purpose(StrEnum):
    """What a link is for."""

    INVITATION = "invitation"
    RESET = "reset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What a link says. `has_account`: who is invited has a password already, and shows it to accept."""

    id: int
    purpose: str
    email: str
    cinemas: tuple[str, ...]
    is_editor: bool
    is_administrator: bool
    invited_by: str
    expires_at: datetime
    has_account: bool


def invite(
    session: Session,
    email: str,
    *,
    by: str,
    now: datetime,
    cinemas: Sequence[str] = (),
    is_editor: bool = False,
    is_administrator: bool = False,
) -> str:
    """Invite somebody; give the secret of the link, this once.

    Raises UnknownCinemaError, and QuestionError for what is no address, or an invitation to nothing.
    """
    if not (cinemas or is_editor or is_administrator):
        raise QuestionError("cinema", "Say what they are invited to: cinemas, the editors, or the administrators.")
    ids = [cinema_of(session, slug).id for slug in dict.fromkeys(cinemas)]
    invitation = Invitation(
        purpose=Purpose.INVITATION,
        email=address_of(email),
        sha256="",
        is_editor=is_editor,
        is_administrator=is_administrator,
        invited_by=by,
        created_at=now,
        expires_at=now + COUNTS_FOR,
    )
    secret = _keep(session, invitation)
    session.add_all(InvitationCinema(invitation_id=invitation.id, cinema_id=cinema_id) for cinema_id in ids)
    note(session, Deed.INVITED, by=by, now=now, about=invitation.email, cinema_ids=ids)
    return secret


def offer_reset(session: Session, email: str, *, by: str, now: datetime) -> str:
    """Make a link for a new password, which ends earlier ones; the old password counts until it is used.

    Raises QuestionError for an unknown account.
    """
    account = known_account(session, email)
    earlier = (col(Invitation.email) == account.email, col(Invitation.purpose) == Purpose.RESET)
    session.exec(delete(Invitation).where(*earlier, col(Invitation.used_at).is_(None)))
    reset = Invitation(
        purpose=Purpose.RESET,
        email=account.email,
        sha256="",
        invited_by=by,
        created_at=now,
        expires_at=now + COUNTS_FOR,
    )
    note(session, Deed.OFFERED_PASSWORD, by=by, now=now, about=account.email)
    return _keep(session, reset)


def invited_by_link(session: Session, secret: str, now: datetime) -> Invited:
    """Say what a link is for. Raises InvitationGoneError for one that does not count (any more)."""
    return _told(session, _open(session, secret, now))


def open_invitations(session: Session, now: datetime) -> list[Invited]:
    """List the links that nobody has used yet, the oldest first."""
    query = select(Invitation).where(col(Invitation.used_at).is_(None), col(Invitation.expires_at) > now)
    return [_told(session, one) for one in session.exec(query.order_by(col(Invitation.id)))]


def take_back(session: Session, invitation_id: int, *, by: str, now: datetime) -> None:
    """Let a link count no longer; harmless where it does not."""
    invitation = session.get(Invitation, invitation_id)
    if invitation is not None and invitation.used_at is None:
        note(session, Deed.TOOK_INVITATION_BACK, by=by, now=now, about=invitation.email)
        session.delete(invitation)


def take_back_all(session: Session, email: str) -> int:
    """Let no link for an address count any longer; say how many did."""
    waiting = (col(Invitation.email) == email, col(Invitation.used_at).is_(None))
    return session.exec(delete(Invitation).where(*waiting)).rowcount


def accept(session: Session, secret: str, *, password_hash: str | None, now: datetime) -> Account:
    """Use a link up, and give the account that it made or changed.

    `password_hash` is null where somebody who has an account has shown their password. Raises InvitationGoneError:
    of those who come at once with one link, writers taking turns, only the first finds it unused.
    """
    invitation = _open(session, secret, now)
    account = account_of(session, invitation.email)
    is_reset = invitation.purpose == Purpose.RESET
    has_password = account is not None and account.password_hash is not None
    if (is_reset and account is None) or (not is_reset and has_password != (password_hash is None)):
        raise InvitationGoneError
    account = account or Account(email=invitation.email, created_at=now)
    account.password_hash = password_hash or account.password_hash
    account.is_editor = account.is_editor or invitation.is_editor
    account.is_administrator = account.is_administrator or invitation.is_administrator
    session.add(account)
    session.flush()
    cinema_ids = _cinema_ids(session, invitation)
    add_memberships(session, account, cinema_ids)
    if is_reset:
        end_sessions(session, account.id)
    invitation.used_at = now
    session.add(invitation)
    what = Deed.SET_PASSWORD if is_reset else Deed.ACCEPTED_INVITATION
    note(session, what, by=account.email, now=now, cinema_ids=cinema_ids)
    return account


def _keep(session: Session, invitation: Invitation) -> str:
    secret = new_secret()
    invitation.sha256 = secret_digest(secret)
    session.add(invitation)
    session.flush()
    return secret


def _open(session: Session, secret: str, now: datetime) -> Invitation:
    invitation = session.exec(select(Invitation).where(Invitation.sha256 == secret_digest(secret))).first()
    if invitation is None or invitation.used_at is not None or invitation.expires_at <= now:
        raise InvitationGoneError
    return invitation


def _cinema_ids(session: Session, invitation: Invitation) -> Sequence[int]:
    query = select(InvitationCinema.cinema_id).where(InvitationCinema.invitation_id == invitation.id)
    return session.exec(query.order_by(col(InvitationCinema.cinema_id))).all()


def _told(session: Session, invitation: Invitation) -> Invited:
    account = account_of(session, invitation.email)
    slugs = select(Cinema.slug).where(col(Cinema.id).in_(_cinema_ids(session, invitation))).order_by(Cinema.slug)
    return Invited(
        id=invitation.id,
        purpose=invitation.purpose,
        email=invitation.email,
        cinemas=tuple(session.exec(slugs)),
        is_editor=invitation.is_editor,
        is_administrator=invitation.is_administrator,
        invited_by=invitation.invited_by,
        expires_at=invitation.expires_at,
        has_account=account is not None and account.password_hash is not None,
    )
