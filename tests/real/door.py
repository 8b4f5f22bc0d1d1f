"""The command line over a database: in this process where there are hundreds of calls, and as the program itself."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from service.cli.main import main

PROGRAM = Path(sys.executable).with_name("kinonah")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    def json(self) -> Any:  # noqa: ANN401 (whatever the command printed)
        """Read what it printed."""
        return msgspec.json.decode(self.out)


def call(database_url: str, *arguments: str) -> Ended:
    """Run a command in this process."""
    # With bytes beneath, as a process has them.
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setenv("KINONAH_DATABASE_URL", database_url)
        with pytest.raises(SystemExit) as ended:
            main(arguments)
    return Ended(int(ended.value.code or 0), _written(out), _written(err))


def run_program(database_url: str, *arguments: str) -> Ended:
    """Run a command as a person does, in a process of its own."""
    environment = {**os.environ, "KINONAH_DATABASE_URL": database_url}
    ended = subprocess.run(
        [PROGRAM, *arguments], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
