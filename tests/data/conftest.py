"""A database of today's tables for each test: a real SQLite file; with the mark `both_databases` PostgreSQL as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.tables.database import migrate, open_database
from tests.databases import NewDatabase, postgresql_databases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_url" in metafunc.fixturenames and metafunc.definition.get_closest_marker("both_databases"):
        metafunc.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def new_postgresql() -> Iterator[NewDatabase]:
    with postgresql_databases() as new_database:
        yield new_database


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if getattr(request, "param", "sqlite") == "sqlite":
        return f"sqlite:///{tmp_path / 'kinonah.db'}"
    new_database: NewDatabase = request.getfixturevalue("new_postgresql")
    return new_database()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_database(database_url)
    migrate(engine)
    yield engine
    engine.dispose()
