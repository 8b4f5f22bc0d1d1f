"""A database of today's tables for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.tables.database import migrate, open_database
from tests.databases import NewDatabase, empty


@pytest.fixture(scope="session")
def shared_postgresql(new_postgresql: NewDatabase) -> str:
    """Say where the database is that tests on PostgreSQL share, one after the other."""
    url = new_postgresql()
    _migrated(url).dispose()
    return url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with today's tables, to be copied: a tenth of the work of a new one."""
    file = tmp_path_factory.mktemp("migrated") / "kinonah.db"
    _migrated(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if database_kind == "sqlite":
        file = tmp_path / "kinonah.db"
        shutil.copy(request.getfixturevalue("migrated_file"), file)
        return f"sqlite:///{file}"
    url: str = request.getfixturevalue("shared_postgresql")
    return url


@pytest.fixture
def engine(database_kind: str, database_url: str) -> Iterator[Engine]:
    engine = open_database(database_url)
    if database_kind == "postgresql":
        empty(engine)
    yield engine
    engine.dispose()


def _migrated(url: str) -> Engine:
    engine = open_database(url)
    migrate(engine)
    return engine
