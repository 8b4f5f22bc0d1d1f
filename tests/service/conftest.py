"""A running app over an empty database of its own, as its callers see it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from fastapi import FastAPI, Query
from fastapi.testclient import TestClient
from sqlalchemy.engine import make_url

from data.errors import DatabaseUnavailableError, QuestionError, UnknownFilmError
from geo.point import Point
from service.app import create_app
from service.settings import Settings
from tests.service.town import NOW, build_town

WIDGET = "customElements.define('kinonah-showtimes', class extends HTMLElement {});\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{tmp_path}/kinonah.db")


@pytest.fixture
def static_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "widget.js").write_text(WIDGET)
    (folder / "pages.css").write_text("body { margin: 0 }\n")
    (folder / "ahead.js").write_text("askAhead();\n")
    return folder


@pytest.fixture
def app(settings: Settings, static_folder: Path) -> FastAPI:
    """The app with routes besides that fail in each way a route can."""
    app = create_app(settings, static_folder=static_folder)

    @app.get("/api/near")
    async def near(lat: Annotated[float, Query(ge=-90, le=90)], lon: float) -> None:
        Point(lat, lon)

    @app.get("/api/film")
    async def film() -> None:
        raise UnknownFilmError("red-rocket")

    @app.get("/api/question")
    async def question() -> None:
        raise QuestionError("limit", "Ask for 100 cinemas or fewer.")

    @app.get("/api/outage")
    async def outage() -> None:
        raise DatabaseUnavailableError("db.internal does not answer")

    @app.get("/api/fault")
    async def fault() -> None:
        try:
            {"Berlin": 0}["52.520008"]
        except KeyError as error:
            raise RuntimeError("near 52.520008") from error

    return app


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


@pytest.fixture(scope="session")
def town_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the small town, to be copied."""
    file = tmp_path_factory.mktemp("town") / "kinonah.db"
    build_town(f"sqlite:///{file}")
    return file


@pytest.fixture
def town(settings: Settings, static_folder: Path, town_file: Path) -> Iterator[TestClient]:
    """The app over a small town with a programme, on the afternoon before it."""
    shutil.copy(town_file, make_url(settings.database_url).database or "")
    app = create_app(settings, static_folder=static_folder, clock=lambda: NOW)
    with TestClient(app) as client:
        yield client
