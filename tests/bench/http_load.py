"""Requests per second of the heart over HTTP, against bare bytes of the same size on the same server."""

import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from data.programme.question import Question
from tests.bench.opponent import MissingError, find_program

ROUNDS = 3
SECONDS = 2
CONNECTIONS = 8
_START_SECONDS = 120.0
_SCRIPT = """
local paths, turn = {paths}, 0
request = function() turn = turn % #paths + 1; return wrk.format("GET", paths[turn]) end
"""


@dataclass(frozen=True, slots=True)
class HttpRates:
    """Requests a second, medians of the rounds; the median of the rounds' shares; bytes of a mean answer."""

    ours: float
    bare: float
    share: float
    answer_bytes: int


def measure_http(database_url: str, questions: list[Question], folder: Path) -> HttpRates:
    """Load both servers in turn, one at a time. Raises MissingError without wrk."""
    wrk = find_program("wrk", "wrk")
    paths = [_path(question) for question in questions]
    with _serving(["-m", "service.cli.main", "serve", "--port", "0", "--workers", "1"], database_url) as ours:
        _wait_for(ours + paths[0])
        sizes = [len(_read(ours + path)) for path in paths]
        size = round(statistics.mean(sizes))
        script = folder / "paths.lua"
        # A JSON list of paths is a Lua table but for its brackets.
        script.write_text(_SCRIPT.replace("{paths}", "{" + json.dumps(paths)[1:-1] + "}"))
        with _serving(["-m", "tests.bench.bare", str(size)], database_url) as bare:
            _wait_for(bare)
            rates = [(_rate(wrk, script, ours), _rate(wrk, script, bare)) for _ in range(ROUNDS)]
    share = statistics.median(ours_rate / bare_rate for ours_rate, bare_rate in rates)
    own, bound = (statistics.median(column) for column in zip(*rates, strict=True))
    return HttpRates(own, bound, share, size)


def _path(question: Question) -> str:
    assert question.near is not None
    asked = [
        ("lat", f"{question.near.lat:.6f}"),
        ("lon", f"{question.near.lon:.6f}"),
        ("film", question.films[0]),
        ("from", question.window.from_at.isoformat()),
        ("until", question.window.until_at.isoformat()),
        ("limit", str(question.limit)),
        *(("version", label) for label in question.versions),
    ]
    if question.within_m is not None:
        asked.append(("within_km", f"{question.within_m / 1000:g}"))
    return f"/api/v1/showtimes?{urlencode(asked)}"


@contextmanager
def _serving(arguments: list[str], database_url: str) -> Iterator[str]:
    """Run a server of ours until done; give its address, which it prints."""
    environment = os.environ | {"KINONAH_DATABASE_URL": database_url, "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        [sys.executable, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if address := re.search(r"http://\S+", line):
                yield address.group()
                return
        raise MissingError("The server did not start.")
    finally:
        server.terminate()
        server.wait(timeout=30)


def _read(url: str) -> bytes:
    with urlopen(url, timeout=30) as answer:  # noqa: S310 (an address of ours)
        body: bytes = answer.read()
        return body


def _wait_for(url: str) -> None:
    ends = time.monotonic() + _START_SECONDS
    while True:
        try:
            _read(url)
        except URLError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)
        else:
            return


def _rate(wrk: str, script: Path, address: str) -> float:
    """Ask as fast as it goes for a few seconds; one failed answer spoils the measurement."""
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(script), address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if found is None or "Non-2xx" in said:
        raise MissingError(f"wrk says: {said.strip()[-200:]}")
    return float(found.group(1))
