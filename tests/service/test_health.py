"""Whoever runs the service learns whether it lives, what it holds, and whether its database answers."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from data.programme.refresh import ProgrammeKeeper
from data.tables.database import open_database
from service.freshness import Freshness
from service.settings import Settings


def change_database(settings: Settings, statement: str) -> None:
    with closing(sqlite3.connect(settings.database_url.removeprefix("sqlite:///"))) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.fixture
def freshness(app: FastAPI, settings: Settings) -> Iterator[Freshness]:
    """A loaded programme in the app, refreshed by nobody but the test."""
    engine = open_database(settings.database_url)
    app.state.keeper = ProgrammeKeeper(engine, language="de")
    app.state.freshness = Freshness(engine, app.state.keeper)
    app.state.freshness.bring_up_to_date()
    yield app.state.freshness
    engine.dispose()


def lose_database(settings: Settings) -> None:
    change_database(settings, "ALTER TABLE change RENAME TO change_gone")


def give_database_back(settings: Settings) -> None:
    change_database(settings, "ALTER TABLE change_gone RENAME TO change")


def test_a_running_service_is_live(client: TestClient) -> None:
    answer = client.get("/health/live")
    assert answer.json() == {"status": "live"}
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_empty_database_is_ready_at_once(client: TestClient) -> None:
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    body = answer.json()
    assert (body["cinemas"], body["films"], body["screenings"], body["as_of"]) == (0, 0, 0, None)
    assert (body["stale"], body["stale_since"]) == (False, None)


def test_reading_goes_on_through_an_outage(app: FastAPI, freshness: Freshness, settings: Settings) -> None:
    lose_database(settings)
    freshness.bring_up_to_date()
    answer = TestClient(app).get("/health/ready")
    assert answer.status_code == 200
    assert answer.json()["stale"] is True
    assert answer.json()["stale_since"] is not None


def test_an_outage_ends_when_the_database_answers(app: FastAPI, freshness: Freshness, settings: Settings) -> None:
    lose_database(settings)
    freshness.bring_up_to_date()
    give_database_back(settings)
    freshness.bring_up_to_date()
    assert TestClient(app).get("/health/ready").json()["stale"] is False


def test_an_outage_is_logged_once(freshness: Freshness, settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    lose_database(settings)
    for _ in range(3):
        freshness.bring_up_to_date()
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1
    assert "OperationalError" in errors[0].getMessage()


def test_without_a_programme_the_service_is_live_but_not_ready(app: FastAPI, tmp_path: Path) -> None:
    (tmp_path / "kinonah.db").write_bytes(b"this is no database, and long enough to be seen as none" * 20)
    with TestClient(app) as client:
        assert client.get("/health/live").status_code == 200
        answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["type"] == "/problems/not-ready"
