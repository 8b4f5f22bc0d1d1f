"""The program itself, started as an operator starts it, over a demo city of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

GREETING = "Kinonah serves on "
COMMAND = [sys.executable, "-m", "service.cli.main"]


def over(folder: Path) -> dict[str, str]:
    """Give the settings for a database in a folder."""
    return {"KINONAH_DATABASE_URL": f"sqlite:///{folder / 'kinonah.db'}"}


@contextmanager
def served(folder: Path, *, is_demo: bool = True, **settings: str) -> Iterator[str]:
    """Serve a database in a folder, by default the demo city; gives the address, and ends the program it started.

    What it logs is in `server.log` of that folder. `settings` are named as in `service.settings`.
    """
    environment = {
        **os.environ,
        **over(folder),
        **{f"KINONAH_{name.upper()}": value for name, value in settings.items()},
    }
    if is_demo:
        subprocess.run([*COMMAND, "demo"], env=environment, check=True, capture_output=True)
    with (
        (folder / "server.log").open("w") as log,
        subprocess.Popen(
            [*COMMAND, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, stderr=log, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            greeting = process.stdout.readline().strip()
            assert greeting.startswith(GREETING), (folder / "server.log").read_text()
            yield greeting.removeprefix(GREETING)
        finally:
            process.terminate()
            process.wait(timeout=30)


def api(server: str, path: str, **parameters: object) -> Any:  # noqa: ANN401 (JSON as it comes)
    """Ask the API."""
    address = f"{server}/api/v1{path}?{urlencode(parameters)}"
    assert urlsplit(address).scheme == "http"
    with urlopen(address, timeout=30) as answer:  # noqa: S310 (our own server's address)
        return json.load(answer)
