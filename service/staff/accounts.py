"""Accounts: found by their address, with what they may."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import delete
from sqlmodel import Session, col, select

from data.errors import QuestionError
from data.schedules.stored import cinema_of
from data.tables.account import Account, Membership, Token, TokenCinema
from data.tables.cinema import Cinema
from service.staff.person import Person

_LONGEST_ADDRESS = 254


class NamedCinema(NamedTuple):
    """A cinema as people know it."""

    slug: str
    name: str
    city: str | None


def address_of(email: str) -> str:
    """Write an e-mail address as it is stored: in small letters, without look-alikes. Raises QuestionError."""
    address = unicodedata.normalize("NFKC", email).strip().lower()
    name, at, domain = address.rpartition("@")
    if not (name and at and domain) or not address.isprintable() or " " in address or len(address) > _LONGEST_ADDRESS:
        raise QuestionError("email", "This is no e-mail address. Write it as ada@example.org.")
    return address


def account_of(session: Session, email: str) -> Account | None:
    """Find an account. Raises QuestionError for what is no address."""
    return session.exec(select(Account).where(Account.email == address_of(email))).first()


def known_account(session: Session, email: str) -> Account:
    """Find an account that is there. Raises QuestionError for an unknown one."""
    account = account_of(session, email)
    if account is None:
        raise QuestionError("email", "No account has this address. kinonah staff list names all.")
    return account


def person_of(session: Session, account: Account, *, session_id: int | None = None) -> Person:
    """Say what an account may."""
    return Person(
        account_id=account.id,
        email=account.email,
        cinemas=frozenset(cinemas_of(session, account.id)),
        is_editor=account.is_editor,
        is_administrator=account.is_administrator,
        session_id=session_id,
    )


def people(session: Session) -> list[Person]:
    """List everybody who has an account, by address."""
    return [person_of(session, account) for account in session.exec(select(Account).order_by(Account.email))]


def cinemas_of(session: Session, account_id: int) -> Sequence[str]:
    """Give the slugs of the cinemas whose staff an account belongs to."""
    query = select(Cinema.slug).join(Membership, col(Membership.cinema_id) == Cinema.id)
    return session.exec(query.where(Membership.account_id == account_id).order_by(Cinema.slug)).all()


def named_cinemas(session: Session, slugs: Iterable[str] | None = None) -> list[NamedCinema]:
    """Name cinemas, all or those of these slugs, by name."""
    query = select(Cinema.slug, Cinema.name, Cinema.city).order_by(Cinema.name, Cinema.slug)
    if slugs is not None:
        query = query.where(col(Cinema.slug).in_(list(slugs)))
    return [NamedCinema(*found) for found in session.exec(query)]


def set_roles(
    session: Session, account: Account, *, cinemas: Iterable[str], is_editor: bool, is_administrator: bool
) -> None:
    """Let an account be the staff of these cinemas and of no others, and be what else is said.

    Raises UnknownCinemaError.
    """
    wanted = {slug: cinema_of(session, slug).id for slug in cinemas}
    for slug in set(cinemas_of(session, account.id)).difference(wanted):
        end_membership(session, account, slug)
    add_memberships(session, account, wanted.values())
    account.is_editor, account.is_administrator = is_editor, is_administrator
    session.add(account)


def add_memberships(session: Session, account: Account, cinema_ids: Iterable[int]) -> None:
    """Make an account the staff of cinemas, of some of which it may be already."""
    for cinema_id in cinema_ids:
        if session.get(Membership, (account.id, cinema_id)) is None:
            session.add(Membership(account_id=account.id, cinema_id=cinema_id))
    session.flush()


def end_membership(session: Session, account: Account, slug: str) -> bool:
    """Take a cinema from an account, and from its tokens; say whether there was anything to take.

    Raises UnknownCinemaError.
    """
    cinema = cinema_of(session, slug)
    own_tokens = select(Token.id).where(Token.account_id == account.id)
    ended = session.exec(
        delete(Membership).where(col(Membership.account_id) == account.id, col(Membership.cinema_id) == cinema.id)
    )
    cut = session.exec(
        delete(TokenCinema).where(col(TokenCinema.token_id).in_(own_tokens), col(TokenCinema.cinema_id) == cinema.id)
    )
    return bool(ended.rowcount or cut.rowcount)
