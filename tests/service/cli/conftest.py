"""The command line as a user calls it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from service.cli.main import main


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: object
    out: str
    err: str


Kinonah = Callable[..., Ended]


@pytest.fixture
def kinonah(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Kinonah:
    """Run a command against a database of the test's own."""
    monkeypatch.setenv("KINONAH_DATABASE_URL", f"sqlite:///{tmp_path}/kinonah.db")

    def run(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        captured = capsys.readouterr()
        return Ended(ended.value.code, captured.out, captured.err)

    return run


@pytest.fixture
def kinonah_in_town(kinonah: Kinonah, town_file: Path, tmp_path: Path) -> Kinonah:
    """Run a command over the small town."""
    shutil.copy(town_file, tmp_path / "kinonah.db")
    return kinonah
