"""Databases for tests, of both kinds: a SQLite file, or a database in a PostgreSQL that this run starts for itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine
from sqlmodel import SQLModel

from data.tables.database import writing
from tests.postgres_cluster import postgres_cluster

# Sorts texts as a provider's database does, not as Python.
_LOCALE = ("--locale-provider", "icu", "--icu-locale", "de", "--locale", "C.UTF-8")

NewDatabase = Callable[[], str]


@contextmanager
def postgresql_databases() -> Iterator[NewDatabase]:
    """Start a cluster; what it gives makes a new, empty database, and tells its URL."""
    # Not below pytest's folder: another user has to come in, and the path of a socket is short.
    with TemporaryDirectory(prefix="kinonah-") as folder:
        socket = Path(folder) / "cluster"
        socket.mkdir()
        with postgres_cluster(socket, {"shared_buffers": "64MB"}, *_LOCALE) as connection:
            numbers = count()

            def new_database() -> str:
                name = f"test_{next(numbers)}"
                connection.execute(f"CREATE DATABASE {name}")
                return f"postgresql://kinonah@/{name}?host={socket}"

            yield new_database


def empty(engine: Engine) -> None:
    """Make a database of today's tables as new, numbers included: a tenth of the work of a new one."""
    names = ", ".join(f'"{table.name}"' for table in SQLModel.metadata.sorted_tables)
    with writing(engine) as session:
        session.connection().exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY")
