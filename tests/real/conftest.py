"""The real files, and a database that one real week was published into."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests.real.brute_force import House, read_week
from tests.real.door import call
from tests.real.understood import shared_folder

BEGINNING = "2026-07-24T00:00"


@dataclass(frozen=True, slots=True)
class Filled:
    """A database, the report of the cinemas' import into it, and those of the schedules by cinema."""

    file: Path
    import_report: dict[str, Any]
    reports: dict[str, dict[str, Any]]

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file}"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the real files: KINONAH_SHARED, else `shared` next to the repository."""
    folder = shared_folder()
    if not folder.is_dir():
        pytest.fail("The real files are not there. Put them in ../shared, or say in KINONAH_SHARED where they are.")
    return folder


@pytest.fixture(scope="session")
def week_folder(shared: Path) -> Path:
    return shared / "real" / "berlin-2026-07"


@pytest.fixture(scope="session")
def week(week_folder: Path) -> list[House]:
    """What the files say, read without our code."""
    return read_week(week_folder)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, week_folder: Path) -> Filled:
    """The week as it comes in through the command line. Tests that write take a copy."""
    file = tmp_path_factory.mktemp("week") / "kinonah.db"
    imported = call(f"sqlite:///{file}", "cinemas", "import", str(week_folder / "cinemas.csv"), "--json")
    assert (imported.code, imported.err) == (0, "")
    reports = publish_all(f"sqlite:///{file}", week_folder)
    return Filled(file, imported.json(), reports)


@pytest.fixture
def copy_url(filled: Filled, tmp_path: Path) -> str:
    """A copy of the filled database, to write into."""
    file = tmp_path / "copy.db"
    with closing(sqlite3.connect(filled.file)) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def client(filled: Filled) -> Iterator[TestClient]:
    """The HTTP door of the filled database."""
    with TestClient(create_app(Settings(database_url=filled.url))) as client:
        yield client


@pytest.fixture(scope="session")
def film_slug(client: TestClient) -> Callable[[str], str]:
    """Find a film's slug by its title, as a caller of the API does."""

    def find(title: str) -> str:
        found = client.get("/api/v1/films", params={"q": title}).json()["films"]
        # "Obsession" is also a word of other titles.
        return str(min(found, key=lambda film: len(film["title"]))["slug"])

    return find


def publish_all(url: str, week_folder: Path, now: str = BEGINNING) -> dict[str, dict[str, Any]]:
    """Publish the files of all cinemas, by default at the beginning of the week; give the reports by cinema."""
    reports = {}
    for file in sorted((week_folder / "schedules").glob("*.csv")):
        ended = call(url, "schedule", "publish", str(file), "--cinema", file.stem, "--now", now, "--json")
        assert (ended.code, ended.err) == (0, ""), file.name
        reports[file.stem] = ended.json()
    return reports


def dump(url: str) -> str:
    """Write down a whole database, all tables and rows."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
        return "\n".join(database.iterdump())
