"""A server in a process of its own, as long as it is needed; its log goes to a file, as in earnest."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.opponent import MissingError

_START_SECONDS = 300.0
_STOP_SECONDS = 60.0
_PAGE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Server:
    """Where it listens, and its first process."""

    url: str
    pid: int

    @property
    def worker_pids(self) -> list[int]:
        """The processes that answer: the first one's children, or itself."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        workers = [int(pid) for pid in children if b"resource_tracker" not in _command(pid)]
        return workers or [self.pid]


def _command(pid: str) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


@contextmanager
def serving(module: str, *arguments: str, log: Path, environment: dict[str, str] | None = None) -> Iterator[Server]:
    """Run `python -m module` until done; it prints its address. Raises MissingError where it does not start."""
    variables = os.environ | {"PYTHONUNBUFFERED": "1"} | (environment or {})
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments], env=variables, stdout=subprocess.PIPE, stderr=file, text=True
        )
        try:
            assert process.stdout is not None
            said = (re.search(r"http://\S+", line) for line in process.stdout)
            address = next((found.group() for found in said if found), None)
            if address is None:
                raise MissingError(f"{module} did not start: {log.read_text()[-300:]}")
            yield Server(address, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=_STOP_SECONDS)


def serving_ours(database_url: str, log: Path, *, workers: int = 1) -> AbstractContextManager[Server]:
    """Serve as an operator does."""
    arguments = ("serve", "--port", "0", "--workers", str(workers))
    return serving("service.cli.main", *arguments, log=log, environment={"KINONAH_DATABASE_URL": database_url})


def read(url: str) -> bytes:
    """Ask once."""
    with urlopen(url, timeout=60) as answer:  # noqa: S310 (an address of ours)
        body: bytes = answer.read()
        return body


def wait_for(url: str) -> bytes:
    """Ask until there is an answer."""
    ends = time.monotonic() + _START_SECONDS
    while True:
        try:
            return read(url)
        except (URLError, TimeoutError):
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)


def resident_bytes(pid: int | str = "self") -> int | None:
    """Ask Linux how much memory a process holds; null elsewhere."""
    source = Path(f"/proc/{pid}/statm")
    return int(source.read_text().split()[1]) * _PAGE_BYTES if source.exists() else None
