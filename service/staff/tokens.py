"""Tokens are issued, listed, revoked, and recognised when somebody comes with one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest

from sqlmodel import Session, col, select

from data.errors import QuestionError
from data.schedules.stored import cinema_of
from data.tables.account import Account, Token, TokenCinema
from data.tables.cinema import Cinema
from data.tables.redirect import SlugRedirect
from service.errors import TokenRefusedError
from service.staff.token_text import digest_of, is_token, new_token, prefix_of

LAST_USED_TO = timedelta(hours=1)
_NOBODYS_DIGEST = digest_of("")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenFacts:
    """What may be told of a token. `cinemas` are slugs."""

    prefix: str
    email: str
    cinemas: tuple[str, ...]
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who came with a token: its id, its account, and the slugs of the cinemas that it is for.

    `old_slugs` are those that these had before they were merged: programs go on to use them.
    """

    token_id: int
    email: str
    cinemas: frozenset[str]
    is_use_unnoted: bool
    old_slugs: frozenset[str] = frozenset()


def issue_token(session: Session, email: str, slugs: Sequence[str], *, now: datetime, lasts: timedelta) -> str:
    """Make a token for cinemas, and the account where there is none. It is given once, and never again.

    Raises UnknownCinemaError, and QuestionError for what is no e-mail address.
    """
    cinemas = [cinema_of(session, slug) for slug in dict.fromkeys(slugs)]
    account = _account(session, email) or Account(email=_address(email), created_at=now)
    session.add(account)
    session.flush()
    token = new_token()
    stored = Token(
        account_id=account.id,
        prefix=prefix_of(token),
        sha256=digest_of(token),
        created_at=now,
        expires_at=now + lasts,
    )
    session.add(stored)
    session.flush()
    session.add_all(TokenCinema(token_id=stored.id, cinema_id=cinema.id) for cinema in cinemas)
    return token


def list_tokens(session: Session, email: str | None = None) -> list[TokenFacts]:
    """List tokens, all or those of an account, the oldest first. Raises QuestionError for an unknown account."""
    query = select(Token, Account.email).join(Account, col(Account.id) == Token.account_id).order_by(col(Token.id))
    if email is not None:
        query = query.where(Token.account_id == _known_account(session, email).id)
    return [_facts(session, token, address) for token, address in session.exec(query)]


def revoke_tokens(session: Session, email: str, prefix: str | None = None, *, now: datetime) -> list[str]:
    """Revoke the tokens of an account, or only one; give how they begin. Raises QuestionError where there is none."""
    tokens = list(_living(session, _known_account(session, email), prefix))
    if prefix is not None and len(tokens) != 1:
        raise QuestionError("token", f"No single token in use begins so. kinonah staff tokens {email} lists them.")
    for token in tokens:
        token.revoked_at = now
        session.add(token)
    return [token.prefix for token in tokens]


def recognise(session: Session, text: str, now: datetime) -> Bearer:
    """Say who comes with a token. Raises TokenRefusedError, which does not say why: whoever guesses learns nothing."""
    found = select(Token, Account.email).join(Account, col(Account.id) == Token.account_id)
    token, email = session.exec(found.where(Token.prefix == prefix_of(text))).first() or (None, "")
    is_right = compare_digest(digest_of(text), token.sha256 if token else _NOBODYS_DIGEST) and is_token(text)
    if token is None or not is_right or token.revoked_at or token.expires_at <= now:
        raise TokenRefusedError
    is_unnoted = token.last_used_at is None or now - token.last_used_at >= LAST_USED_TO
    return Bearer(token.id, email, frozenset(_cinemas(session, token)), is_unnoted, _old_slugs(session, token))


def note_use(session: Session, bearer: Bearer, now: datetime) -> None:
    """Note that a token was used."""
    token = session.get_one(Token, bearer.token_id)
    token.last_used_at = now
    session.add(token)


def _address(email: str) -> str:
    address = email.strip().lower()
    name, at, domain = address.rpartition("@")
    if not (name and at and domain) or not address.isprintable() or " " in address or len(address) > 254:
        raise QuestionError("email", "This is no e-mail address. Write it as ada@example.org.")
    return address


def _account(session: Session, email: str) -> Account | None:
    return session.exec(select(Account).where(Account.email == _address(email))).first()


def _known_account(session: Session, email: str) -> Account:
    account = _account(session, email)
    if account is None:
        raise QuestionError("email", "No account has this address. kinonah staff tokens lists all.")
    return account


def _living(session: Session, account: Account, prefix: str | None) -> Iterator[Token]:
    for token in session.exec(select(Token).where(Token.account_id == account.id, col(Token.revoked_at).is_(None))):
        if prefix is None or token.prefix.startswith(prefix):
            yield token


def _cinemas(session: Session, token: Token) -> Sequence[str]:
    query = select(Cinema.slug).join(TokenCinema, col(TokenCinema.cinema_id) == Cinema.id)
    return session.exec(query.where(TokenCinema.token_id == token.id).order_by(Cinema.slug)).all()


def _old_slugs(session: Session, token: Token) -> frozenset[str]:
    query = select(SlugRedirect.slug).join(TokenCinema, col(TokenCinema.cinema_id) == SlugRedirect.cinema_id)
    return frozenset(session.exec(query.where(TokenCinema.token_id == token.id)).all())


def _facts(session: Session, token: Token, email: str) -> TokenFacts:
    return TokenFacts(
        prefix=token.prefix,
        email=email,
        cinemas=tuple(_cinemas(session, token)),
        created_at=token.created_at,
        expires_at=token.expires_at,
        last_used_at=token.last_used_at,
        revoked_at=token.revoked_at,
    )
