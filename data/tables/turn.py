"""Writers take turns: one after the other, whatever they write, on every engine.

Cinemas share films, and an editor joins or renames what a publish is about to name: whoever writes relies on what it
has read. That all wait for a publish, some tenths of a second, is a smaller harm than to try again what was overtaken.
"""

from sqlalchemy import Connection

WAIT_SECONDS = 10
# Any number that nobody else locks in our database.
_TURN = 5466642


def take_turn(connection: Connection) -> None:
    """Wait on PostgreSQL until no other writer is under way; the turn ends with the transaction.

    On SQLite, to begin as a writer (BEGIN IMMEDIATE) is to wait for one's turn.
    """
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'; SELECT pg_advisory_xact_lock({_TURN})")
