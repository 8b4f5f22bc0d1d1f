"""Commands end with the promised exit codes, and with sentences instead of tracebacks."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data.errors import DatabaseUnavailableError, FileUnreadableError, UnknownCinemaError
from geo.errors import PositionUnreadableError
from service.cli.exit_codes import exit_code_of, sentence_of
from tests.service.cli.conftest import Kinonah


def test_the_version_is_told(kinonah: Kinonah) -> None:
    ended = kinonah("--version")
    assert ended.code == 0
    assert ended.out.startswith("kinonah ")


@pytest.mark.parametrize("arguments", [("dance",), ("serve", "--port", "eighty"), ("serve", "--port", "70000")])
def test_wrong_usage_ends_with_2(kinonah: Kinonah, arguments: tuple[str, ...]) -> None:
    assert kinonah(*arguments).code == 2


def test_wrong_settings_end_with_2_and_a_sentence(kinonah: Kinonah, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINONAH_WORKERS", "0")
    ended = kinonah("serve")
    assert (ended.code, ended.err) == (2, "KINONAH_WORKERS: Write 1 or more.\n")


def test_migrating_makes_the_tables_and_is_harmless_when_run_twice(kinonah: Kinonah, tmp_path: Path) -> None:
    assert [kinonah("migrate").code for _ in range(2)] == [0, 0]
    with closing(sqlite3.connect(tmp_path / "kinonah.db")) as connection:
        assert connection.execute("SELECT count(*) FROM screening").fetchone() == (0,)


def test_a_database_that_is_none_ends_with_3(kinonah: Kinonah, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINONAH_DATABASE_URL", "nonsense")
    ended = kinonah("migrate")
    assert ended.code == 3
    assert ended.err.startswith("KINONAH_DATABASE_URL is no database")
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileUnreadableError("This is no sheet."), 1),
        (UnknownCinemaError("nowhere"), 2),
        (PositionUnreadableError("This is no position."), 2),
        (DatabaseUnavailableError("It is gone."), 3),
    ],
)
def test_each_named_error_has_its_exit_code(error: Exception, code: int) -> None:
    assert exit_code_of(error) == code
    assert sentence_of(error) == str(error)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "programme.csv").read_bytes()
    assert exit_code_of(caught.value) == 3
    assert sentence_of(caught.value) == f"{tmp_path}/programme.csv cannot be opened: No such file or directory."
