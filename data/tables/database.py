"""The database: opened from a URL, brought to today's tables, written in one transaction at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DataError, IntegrityError
from sqlmodel import Session

from data.errors import DatabaseUnavailableError
from data.tables.outage import outage
from data.tables.postgresql import POSTGRESQL, open_postgresql
from data.tables.sqlite import open_sqlite, references_unchecked


def open_database(url: str) -> Engine:
    """Open the database behind a URL, without touching its tables.

    Raises DatabaseUnavailableError for a URL that is none, or of another kind than SQLite and PostgreSQL.
    """
    try:
        parsed = make_url(url)
    # A port that is no number is a ValueError. "None": both quote the URL, which may hold a password.
    except (ArgumentError, ValueError):
        parsed = None
    if parsed is not None and parsed.get_backend_name() == "sqlite":
        return open_sqlite(parsed)
    if parsed is not None and parsed.get_backend_name() in POSTGRESQL:
        return open_postgresql(parsed)
    raise DatabaseUnavailableError(
        "KINONAH_DATABASE_URL is no database that this installation can open. For an embedded file write "
        "sqlite:///var/kinonah.db, for a server postgresql://USER:PASSWORD@HOST:5432/NAME."
    )


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Give a session whose work is committed as a whole at the end, or not at all. The one place that commits.

    From its first statement on it is the only one that writes; what it reads stays true until it ends. Raises
    DatabaseUnavailableError where the database does not answer, or another writer takes too long.
    """
    with _answering(engine), Session(engine.execution_options(is_writing=True)) as session:
        yield session
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Give a session that sees one state of the database and changes nothing. Raises DatabaseUnavailableError."""
    with _answering(engine), Session(engine) as session:
        yield session
        session.rollback()


@contextmanager
def _answering(engine: Engine) -> Iterator[None]:
    """Put a failure of the database into words; a row or value that it refuses is our own mistake."""
    try:
        yield
    except (DataError, IntegrityError):
        raise
    except DatabaseError as error:
        raise outage(engine, error) from error


def migrate(engine: Engine) -> None:
    """Bring the tables to today's form; harmless when they are. Raises DatabaseUnavailableError."""
    configuration = Config()
    configuration.set_main_option("script_location", "data:migrations")
    try:
        # Who only reads need not wait for a writer.
        if _revision(engine) == ScriptDirectory.from_config(configuration).get_current_head():
            return
        # As a writer from the first look to the last step, in one transaction (on SQLite, Alembic would begin one for
        # each step): of processes that start together, one migrates and the others wait.
        with (
            _answering(engine),
            engine.execution_options(is_writing=True).connect() as connection,
            references_unchecked(connection),
            connection.begin(),
        ):
            configuration.attributes["connection"] = connection
            command.upgrade(configuration, "head")
    except CommandError as error:
        raise DatabaseUnavailableError(
            "The database was written by a newer Kinonah than this one. Update Kinonah, or use another database."
        ) from error


def _revision(engine: Engine) -> str | None:
    with reading(engine) as session:
        return MigrationContext.configure(session.connection()).get_current_revision()
