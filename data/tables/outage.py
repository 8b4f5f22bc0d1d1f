"""What a database's refusal means to the person who waits: one sentence, without what the URL keeps secret."""

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from data.errors import DatabaseUnavailableError
from data.tables.turn import WAIT_SECONDS

_BUSY = ("database is locked", "lock timeout")


def outage(engine: Engine, error: DBAPIError) -> DatabaseUnavailableError:
    """Say why the database cannot be used, and where it was looked for."""
    reason = str(error.orig).strip()
    if any(sign in reason for sign in _BUSY):
        return DatabaseUnavailableError(
            f"Somebody else has been writing to the database for {WAIT_SECONDS} seconds. Try again in a moment."
        )
    # The first line says what is wrong; further ones, of PostgreSQL, guess why. No driver is known to tell a password.
    reason = reason.partition("\n")[0].rstrip(".")
    if engine.url.password:
        reason = reason.replace(str(engine.url.password), "***")
    return DatabaseUnavailableError(f"The database cannot be opened or written: {reason}.")
