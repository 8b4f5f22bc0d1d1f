"""SQLite as our database: an embedded file that is read while it is written, and written by one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from time import sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from data.errors import DatabaseUnavailableError
from data.tables.turn import WAIT_SECONDS

_WAL_PAUSE_SECONDS = 0.02


def open_sqlite(url: URL) -> Engine:
    """Open a file with WAL (readers never wait for a writer), foreign keys and a busy time-out; its folder is made."""
    if url.database and url.database != ":memory:":
        _make_folder(Path(url.database))
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 (the driver's own connection)
        # The driver would begin only before the first write; we say ourselves when (below).
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}")
        _use_wal(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer that begins as a reader can be refused half-way; so it says at once that it will write.
        is_writing = connection.get_execution_options().get("is_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnavailableError(f"The folder of {file} cannot be made: {error.strerror}.") from error


def _use_wal(connection: Any) -> None:  # noqa: ANN401 (as above)
    """Switch to WAL. The busy time-out does not cover the switch of a new file by several at once, so wait here."""
    for _ in range(round(WAIT_SECONDS / _WAL_PAUSE_SECONDS)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if error.sqlite_errorcode & 0xFF != SQLITE_BUSY:
                raise
            sleep(_WAL_PAUSE_SECONDS)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def references_unchecked(connection: Connection) -> Iterator[None]:
    """Let SQLite put a new table in an old one's place: it would take that for a deletion of all rows."""
    if connection.dialect.name != "sqlite":
        yield
        return
    # Past SQLAlchemy, which would begin a transaction, within which SQLite ignores this.
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()
