"""What holds for all tests: compiled code is that of the sources as they are now; databases are real ones.

A test that asks for a database gets a SQLite file, and with the mark `both_databases` it runs on PostgreSQL as well.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.programme.warm_up import forget_stale
from tests.databases import NewDatabase, postgresql_databases


def pytest_configure() -> None:
    """Forget machine code that a change of the sources has made old."""
    forget_stale()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_kind" in metafunc.fixturenames and metafunc.definition.get_closest_marker("both_databases"):
        metafunc.parametrize("database_kind", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture(scope="session")
def new_postgresql() -> Iterator[NewDatabase]:
    """Give new databases of a PostgreSQL that this run has started."""
    with postgresql_databases() as new_database:
        yield new_database


@pytest.fixture
def new_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Say where a database without tables is."""
    if database_kind == "sqlite":
        return f"sqlite:///{tmp_path / 'new.db'}"
    new_database: NewDatabase = request.getfixturevalue("new_postgresql")
    return new_database()
