"""The database: opened from a URL, brought to today's tables, written in one transaction at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from time import sleep
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError
from sqlmodel import Session

from data.errors import DatabaseUnavailableError

BUSY_TIMEOUT_MS = 10_000
_WAL_PAUSE_MS = 20


def open_database(url: str) -> Engine:
    """Open the database behind a URL, without touching its tables.

    An embedded SQLite file gets WAL (readers never wait for a writer), foreign keys and a busy time-out; its folder
    is made where it is missing. Raises DatabaseUnavailableError for a URL that is none.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _open_sqlite(url, parsed.database)
        return create_engine(parsed, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseUnavailableError(
            "KINONAH_DATABASE_URL is no database that this installation can open. "
            "For an embedded file write sqlite:///var/kinonah.db."
        ) from error


def _open_sqlite(url: str, path: str | None) -> Engine:
    if path and path != ":memory:":
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnavailableError(f"The folder of {path} cannot be made: {error.strerror}.") from error
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 (the driver's own connection)
        # The driver would begin only before the first write; we say ourselves when (below).
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        _use_wal(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer that begins as a reader can be refused half-way; so it says at once that it will write.
        is_writing = connection.get_execution_options().get("is_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def _use_wal(connection: Any) -> None:  # noqa: ANN401 (as above)
    """Switch to WAL. The busy time-out does not cover the switch of a new file by several at once, so wait here."""
    for _ in range(BUSY_TIMEOUT_MS // _WAL_PAUSE_MS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if error.sqlite_errorcode & 0xFF != SQLITE_BUSY:
                raise
            sleep(_WAL_PAUSE_MS / 1000)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Give a session whose work is committed as a whole at the end, or not at all. The one place that commits."""
    with Session(engine.execution_options(is_writing=True)) as session:
        yield session
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Give a session that sees one state of the database and changes nothing."""
    with Session(engine) as session:
        yield session
        session.rollback()


def migrate(engine: Engine) -> None:
    """Bring the tables to today's form; harmless when they are. Raises DatabaseUnavailableError."""
    configuration = Config()
    configuration.set_main_option("script_location", "data:migrations")
    try:
        # As a writer from the first look on: of processes that start together, one migrates and the others wait.
        with engine.execution_options(is_writing=True).connect() as connection, _references_unchecked(connection):
            configuration.attributes["connection"] = connection
            command.upgrade(configuration, "head")
    except CommandError as error:
        raise DatabaseUnavailableError(
            "The database was written by a newer Kinonah than this one. Update Kinonah, or use another database."
        ) from error
    except DatabaseError as error:
        raise DatabaseUnavailableError(f"The database cannot be opened or written: {error.orig}.") from error


@contextmanager
def _references_unchecked(connection: Connection) -> Iterator[None]:
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
