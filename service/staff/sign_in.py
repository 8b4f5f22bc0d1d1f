"""Signing in: a password is compared with an account's, and whoever guesses is slowed down.

First who tries one account from one place; then who tries one account from many; last, and generously, who tries many
accounts from one place, for behind one address may be a whole mobile carrier.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from anyio import CapacityLimiter, to_thread
from sqlalchemy import Engine

from data.errors import QuestionError
from data.tables.database import reading
from service.errors import TooManyAttemptsError, WrongPasswordError
from service.staff.accounts import account_of, address_of
from service.staff.attempts import Attempts, caller_of
from service.staff.passwords import is_right

T = TypeVar("T")
# Each takes 19 MB and a twentieth of a second of a processor.
MOST_AT_ONCE = 2
MOST_WAITING = 50
_BUSY_FOR = timedelta(seconds=10)


class Doorkeeper:
    """Counts failing sign-ins, and lets few passwords be compared at a time."""

    def __init__(self) -> None:
        self._from_here = Attempts(5, timedelta(minutes=15))
        self._at_account = Attempts(50, timedelta(hours=1))
        self._from_address = Attempts(300, timedelta(hours=1))
        self._turns = CapacityLimiter(MOST_AT_ONCE)

    async def in_turn(self, work: Callable[[], T]) -> T:
        """Do work with passwords when its turn has come. Raises TooManyAttemptsError where very many wait."""
        if self._turns.statistics().tasks_waiting >= MOST_WAITING:
            raise TooManyAttemptsError(_BUSY_FOR)
        return await to_thread.run_sync(work, limiter=self._turns)

    def check_password(self, engine: Engine, email: str, password: str, *, address: str, now: datetime) -> int:
        """Give the id of the account whose password this is.

        Raises WrongPasswordError, after the same time and with the same words whether there is such an account or not,
        and TooManyAttemptsError.
        """
        try:
            name = address_of(email)
        except QuestionError:
            name = ""
        here = f"{name} {caller_of(address)}"
        self._from_here.refuse_many(here, now)
        self._at_account.refuse_many(name, now)
        self._from_address.refuse_many(address, now)
        account_id, password_hash = _stored(engine, name)
        if is_right(password, password_hash) and account_id is not None:
            self._from_here.forget(here)
            return account_id
        self._from_here.note_failure(here, now)
        self._at_account.note_failure(name, now)
        self._from_address.note_failure(address, now)
        raise WrongPasswordError


def _stored(engine: Engine, name: str) -> tuple[int | None, str | None]:
    if not name:
        return None, None
    with reading(engine) as session:
        account = account_of(session, name)
        return (account.id, account.password_hash) if account else (None, None)
