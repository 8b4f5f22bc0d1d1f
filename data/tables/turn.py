"""Writers take turns: one after the other, whatever they write, on every engine."""

from sqlalchemy import Connection

WAIT_SECONDS = 10
# Any number that nobody else locks in our database.
_TURN = 5466642


def take_turn(connection: Connection) -> None:
    """Wait until no other writer is under way; the turn ends with the transaction, and who has it may ask again.

    On SQLite a transaction that says at once that it will write (BEGIN IMMEDIATE) has its turn.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'; SELECT pg_advisory_xact_lock({_TURN})")
