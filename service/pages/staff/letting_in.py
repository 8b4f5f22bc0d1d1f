"""The moment in which a browser becomes somebody's: a new session, whatever it brought along."""

from datetime import datetime

from fastapi import Request
from sqlmodel import Session

from data.tables.account import Account
from service.errors import TooManyAttemptsError, WrongPasswordError
from service.pages.language import Language
from service.pages.staff.phrases import STAFF_PHRASES
from service.staff.device import device_of
from service.staff.session_cookie import session_secret
from service.staff.sessions import begin_session, end_session_of
from service.staff.sign_in import Doorkeeper


def doorkeeper_of(request: Request) -> Doorkeeper:
    """Give who counts failing sign-ins."""
    doorkeeper: Doorkeeper = request.app.state.doorkeeper
    return doorkeeper


def let_in(request: Request, session: Session, account_id: int, now: datetime) -> str:
    """Begin a session for this browser, end the one that it had, and give what goes into its cookie.

    Raises WrongPasswordError for an account that was deleted while its password was compared.
    """
    if session.get(Account, account_id) is None:
        raise WrongPasswordError
    earlier = session_secret(request)
    if earlier is not None:
        end_session_of(session, earlier)
    return begin_session(session, account_id, device_of(request.headers.get("user-agent", "")), now)


def wait_sentence(language: Language, error: TooManyAttemptsError) -> str:
    """Say how long to wait."""
    return STAFF_PHRASES[language].problems["too-many"].format(-(-error.wait_seconds // 60))
