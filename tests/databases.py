"""Databases for tests, of both kinds: a SQLite file, or a database in a PostgreSQL that this run starts for itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from data.tables.database import migrate, open_database
from tests.postgres_cluster import postgres_cluster

# Sorts texts as a provider's database does, not as Python.
_LOCALE = ("--locale-provider", "icu", "--icu-locale", "de", "--locale", "C.UTF-8")

NewDatabase = Callable[[], str]


@contextmanager
def postgresql_databases() -> Iterator[NewDatabase]:
    """Start a cluster; what it gives makes a new database with today's tables, and tells its URL."""
    # Not below pytest's folder: another user has to come in, and the path of a socket is short.
    with TemporaryDirectory(prefix="kinonah-") as folder:
        socket = Path(folder) / "cluster"
        socket.mkdir()
        with postgres_cluster(socket, {"shared_buffers": "64MB"}, *_LOCALE) as connection:
            numbers = count()

            def url_of(name: str) -> str:
                return f"postgresql://kinonah@/{name}?host={socket}"

            def new_database() -> str:
                name = f"test_{next(numbers)}"
                connection.execute(f"CREATE DATABASE {name} TEMPLATE today STRATEGY file_copy")
                return url_of(name)

            _make_template(connection, url_of("today"))
            yield new_database


def _make_template(connection: psycopg.Connection, url: str) -> None:
    connection.execute("CREATE DATABASE today")
    engine = open_database(url)
    migrate(engine)
    # A template must be nobody's.
    engine.dispose()
