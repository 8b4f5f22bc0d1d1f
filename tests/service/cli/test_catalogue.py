"""`kinonah cinemas import` and `kinonah films import`, as they are typed."""

import json
from pathlib import Path

import pytest
import typer
from sqlmodel import select
from typer.testing import CliRunner, Result

from data.errors import FileUnreadableError
from data.tables.cinema import Cinema
from data.tables.database import migrate, open_database, reading
from service.cli.catalogue import cinemas, films
from service.cli.exit_codes import exit_code_of
from service.cli.feeds import feeds

GOOD = "name,lat,lon,note\nMoviemento,52.4903,13.4234,\nXenon,52.4863,13.3593,\n"
BAD = GOOD + "Nowhere,0,0,\nB\u202ead\x1b[31m,52.5,95x,\n"


class Kinonah:
    """The command line over a database of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder / 'kinonah.db'}"
        self.app = typer.Typer(pretty_exceptions_enable=False)
        self.app.add_typer(cinemas, name="cinemas")
        self.app.add_typer(films, name="films")
        self.app.add_typer(feeds, name="feeds")

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(self.app, arguments, env={"KINONAH_DATABASE_URL": self.url})

    def file(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text)
        return str(self.folder / name)

    def cinema_names(self) -> list[str]:
        engine = open_database(self.url)
        migrate(engine)
        with reading(engine) as session:
            names = list(session.exec(select(Cinema.name).order_by(Cinema.name)))
        engine.dispose()
        return names


@pytest.fixture
def kinonah(tmp_path: Path) -> Kinonah:
    return Kinonah(tmp_path)


def test_a_good_file_comes_in_and_is_counted(kinonah: Kinonah) -> None:
    result = kinonah.run("cinemas", "import", kinonah.file("cinemas.csv", GOOD))
    assert result.exit_code == 0
    assert "2 rows: 2 added, 0 changed, 0 unchanged, 0 left aside, 0 with errors. 0 warnings." in result.stdout
    assert "Columns that nobody reads: note." in result.stdout
    assert kinonah.cinema_names() == ["Moviemento", "Xenon"]


def test_a_bad_row_ends_with_one_after_the_good_rows_came_in(kinonah: Kinonah) -> None:
    result = kinonah.run("cinemas", "import", kinonah.file("cinemas.csv", BAD))
    assert result.exit_code == 1
    assert "error: row 4, column lat: 0, 0 means that the file knew no position" in result.stdout
    assert "error: row 5, column lon: This is no number. Write decimal degrees" in result.stdout
    assert kinonah.cinema_names() == ["Moviemento", "Xenon"]


def test_a_file_cannot_steer_the_terminal(kinonah: Kinonah) -> None:
    result = kinonah.run("cinemas", "import", kinonah.file("cinemas.csv", BAD))
    assert "hidden" not in result.stderr
    assert not {"\x1b", "\u202e"} & set(result.stdout)


def test_a_dry_run_reports_the_same_and_writes_nothing(kinonah: Kinonah) -> None:
    file = kinonah.file("cinemas.csv", BAD)
    dry = kinonah.run("cinemas", "import", file, "--dry-run", "--json")
    assert kinonah.cinema_names() == []
    wet = kinonah.run("cinemas", "import", file, "--json")
    assert (dry.stdout, dry.exit_code) == (wet.stdout, wet.exit_code)
    assert "Nothing was written" in kinonah.run("cinemas", "import", file, "--dry-run").stdout


def test_json_is_the_report_alone(kinonah: Kinonah) -> None:
    report = json.loads(kinonah.run("cinemas", "import", kinonah.file("cinemas.csv", BAD), "--json").stdout)
    assert report["counts"] == {
        "rows": 4,
        "added": 2,
        "changed": 0,
        "unchanged": 0,
        "left_aside": 0,
        "errors": 2,
        "warnings": 1,
    }
    assert report["ignored_columns"] == ["note"]
    assert report["problems"][0] == {
        "code": "position-unknown",
        "severity": "error",
        "message": "0, 0 means that the file knew no position. Look it up.",
        "row": 4,
        "column": "lat",
        "value": "0",
    }


def test_films_come_in_by_the_same_way(kinonah: Kinonah) -> None:
    file = kinonah.file("films.json", '[{"original_title": "Red Rocket"}, {"title": "Anora"}]')
    result = kinonah.run("films", "import", file)
    assert result.exit_code == 1
    assert "error: row 2, column title: Nobody reads this key." in result.stdout
    assert "2 rows: 1 added, 0 changed, 0 unchanged, 0 left aside, 1 with errors." in result.stdout


def test_a_missing_file_ends_with_three(kinonah: Kinonah) -> None:
    error = kinonah.run("films", "import", str(kinonah.folder / "none.json")).exception
    assert isinstance(error, FileNotFoundError)
    assert exit_code_of(error) == 3


def test_a_file_that_is_none_ends_with_one_and_touches_nothing(kinonah: Kinonah) -> None:
    error = kinonah.run("cinemas", "import", kinonah.file("cinemas.csv", "title\nMoviemento\n")).exception
    assert isinstance(error, FileUnreadableError)
    assert exit_code_of(error) == 1
    assert kinonah.cinema_names() == []
