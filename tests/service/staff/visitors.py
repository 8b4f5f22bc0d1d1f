"""Visitors of the small town's staff pages: with a session or a token, that counts or not."""

from datetime import timedelta

from fastapi.testclient import TestClient
from sqlmodel import Session

from data.schedules.stored import cinema_of
from data.tables.account import Account
from data.tables.database import writing
from service.staff.accounts import account_of, add_memberships
from service.staff.passwords import hash_password
from service.staff.session_cookie import PLAIN_NAME
from service.staff.sessions import LASTS, begin_session, end_sessions
from service.staff.tokens import issue_token, revoke_tokens
from tests.service.api.staff_of_town import engine_of
from tests.service.staff.access import Visitor
from tests.service.town import NOW

ORIGIN = {"Origin": "http://testserver"}
PASSWORD = "vier Wörter sind genug"
# A hash costs a twentieth of a second: one for all tests.
PASSWORD_HASH = hash_password(PASSWORD)
_ELSEWHERE = (Visitor.SESSION_ELSEWHERE, Visitor.TOKEN_ELSEWHERE)


def add_account(
    session: Session,
    email: str = "ada@example.org",
    *cinemas: str,
    is_editor: bool = False,
    is_administrator: bool = False,
) -> Account:
    """Make an account with PASSWORD, or find the one that is there."""
    account = account_of(session, email) or Account(email=email, created_at=NOW)
    account.password_hash, account.is_editor, account.is_administrator = PASSWORD_HASH, is_editor, is_administrator
    session.add(account)
    session.flush()
    add_memberships(session, account, [cinema_of(session, slug).id for slug in cinemas])
    return account


def headers_of(town: TestClient, visitor: Visitor) -> dict[str, str]:
    """Give the headers that a visitor comes with, from a page of ours."""
    if visitor is Visitor.NOBODY:
        return dict(ORIGIN)
    email = f"{visitor.name.lower().replace('_', '-')}@example.org"
    cinemas = ["rollberg"] if visitor in _ELSEWHERE else ["moviemento"]
    with writing(engine_of(town)) as session:
        if visitor.name.startswith("TOKEN"):
            lasts = timedelta(0) if visitor is Visitor.TOKEN_EXPIRED else timedelta(days=1)
            token = issue_token(session, email, cinemas, now=NOW, lasts=lasts)
            if visitor is Visitor.TOKEN_REVOKED:
                revoke_tokens(session, email, now=NOW)
            return ORIGIN | {"Authorization": f"Bearer {token}"}
        editor, administrator = visitor is Visitor.SESSION_EDITOR, visitor is Visitor.SESSION_ADMINISTRATOR
        own = [] if editor or administrator else cinemas
        account = add_account(session, email, *own, is_editor=editor, is_administrator=administrator)
        began_at = NOW - LASTS if visitor is Visitor.SESSION_EXPIRED else NOW
        secret = begin_session(session, account.id, "Firefox, Android", began_at)
        if visitor is Visitor.SESSION_ENDED:
            end_sessions(session, account.id)
    return ORIGIN | {"Cookie": f"{PLAIN_NAME}={secret}"}
