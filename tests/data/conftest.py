"""A database of today's tables for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.tables.database import migrate, open_database
from tests.databases import NewDatabase, empty


@pytest.fixture(scope="session")
def shared_postgresql(new_postgresql: NewDatabase) -> str:
    """Say where the database is that tests on PostgreSQL share, one after the other."""
    return new_postgresql()


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if database_kind == "sqlite":
        return f"sqlite:///{tmp_path / 'kinonah.db'}"
    url: str = request.getfixturevalue("shared_postgresql")
    return url


@pytest.fixture
def engine(database_kind: str, database_url: str) -> Iterator[Engine]:
    engine = open_database(database_url)
    migrate(engine)
    if database_kind == "postgresql":
        empty(engine)
    yield engine
    engine.dispose()
