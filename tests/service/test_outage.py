"""A PostgreSQL that goes away: reading goes on, and health says so."""

from collections.abc import Iterator

import psycopg
import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import make_url

from data.programme.refresh import ProgrammeKeeper
from data.tables.database import open_database
from service.app import create_app
from service.freshness import Freshness
from service.settings import Settings
from tests.databases import NewDatabase
from tests.service.town import build_town


@pytest.fixture
def url(new_postgresql: NewDatabase) -> str:
    url = new_postgresql()
    build_town(url)
    return url


@pytest.fixture
def keeper(url: str) -> Iterator[ProgrammeKeeper]:
    engine = open_database(url)
    yield ProgrammeKeeper(engine, language="de")
    engine.dispose()


def let_in(url: str, *, is_open: bool) -> None:
    """Open a database, or shut it and end all sessions in it."""
    name, socket = make_url(url).database, make_url(url).query["host"]
    with psycopg.connect(host=str(socket), user="kinonah", dbname="postgres", autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS {is_open}')
        if not is_open:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def test_reading_goes_on_through_an_outage_and_ends_with_it(url: str, keeper: ProgrammeKeeper) -> None:
    app = create_app(Settings(database_url=url))
    freshness = Freshness(keeper.engine, keeper)
    app.state.keeper, app.state.freshness = keeper, freshness
    freshness.bring_up_to_date()
    let_in(url, is_open=False)
    freshness.bring_up_to_date()
    away = TestClient(app).get("/health/ready").json()
    assert (away["stale"], away["cinemas"]) == (True, 4)
    let_in(url, is_open=True)
    freshness.bring_up_to_date()
    assert TestClient(app).get("/health/ready").json()["stale"] is False
