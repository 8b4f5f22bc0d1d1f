"""`kinonah demo`: harmless when repeated, never over somebody's work, and always around today."""

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime, timedelta
from os import environ
from pathlib import Path

import pytest

from data.times.programme_day import programme_on
from tests.data.factories import BERLIN
from tests.program import COMMAND, over
from tests.service.cli.conftest import Kinonah


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that the command has filled, to be copied."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run([*COMMAND, "demo"], env={**environ, **over(folder)}, check=True, capture_output=True)
    return folder / "kinonah.db"


@pytest.fixture
def kinonah_in_the_demo(kinonah: Kinonah, demo_file: Path, tmp_path: Path) -> Kinonah:
    shutil.copy(demo_file, tmp_path / "kinonah.db")
    return kinonah


def rows(tmp_path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(tmp_path / "kinonah.db")) as connection:
        tables = ("cinema", "film", "schedule", "screening", "change")
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608 (names of ours)


def test_a_second_time_is_harmless(kinonah_in_the_demo: Kinonah, tmp_path: Path) -> None:
    before = rows(tmp_path)
    ended = kinonah_in_the_demo("demo")
    assert (ended.code, ended.err) == (0, "")
    assert rows(tmp_path) == before


@pytest.mark.parametrize("days", [0, 1, 6, 13])
def test_its_weeks_include_today(kinonah_in_the_demo: Kinonah, days: int) -> None:
    on = (programme_on(datetime.now(BERLIN), BERLIN) + timedelta(days)).isoformat()
    asked = ("--on", on, "--from", f"{on}T05:00", "--json")
    said = json.loads(kinonah_in_the_demo("near", "52.498613,13.418027", "red-rocket", *asked).out)
    assert said["cinemas"]
    assert {screening["programme_on"] for one in said["cinemas"] for screening in one["screenings"]} == {on}


def test_unless_used_leaves_somebodys_work_alone(kinonah_in_town: Kinonah, tmp_path: Path) -> None:
    before = (tmp_path / "kinonah.db").read_bytes()
    ended = kinonah_in_town("demo", "--unless-used")
    assert (ended.code, ended.out) == (0, "The database is in use: the demo city is left out.\n")
    assert (tmp_path / "kinonah.db").read_bytes() == before


def test_unless_used_brings_the_demo_itself_up_to_date(kinonah_in_the_demo: Kinonah) -> None:
    assert kinonah_in_the_demo("demo", "--unless-used").out.startswith("The demo city stands: ")
