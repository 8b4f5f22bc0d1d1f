"""`python -m tests.bench.asking URL LIST`: a question every few milliseconds until ended; how long each one took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from select import select
from subprocess import PIPE, Popen
from urllib.parse import urlsplit

import msgspec

_PAUSE_SECONDS = 0.002


class Asked(msgspec.Struct, frozen=True):
    """When questions were put (`time.monotonic`), and how many seconds each took."""

    at: list[float]
    seconds: list[float]


class Asking:
    """A process that asks; what it measured stands in `asked` once it has ended."""

    asked: Asked = Asked([], [])


@contextmanager
def asking(url: str, paths: Path) -> Iterator[Asking]:
    """Ask meanwhile, apart from whoever publishes: two in one process would wait for each other."""
    found = Asking()
    with Popen([sys.executable, "-m", "tests.bench.asking", url, str(paths)], stdin=PIPE, stdout=PIPE) as process:
        yield found
        said, _ = process.communicate(b"\n")
    found.asked = msgspec.json.decode(said, type=Asked)


def main() -> None:
    """Ask, one connection, until told to end."""
    connection = HTTPConnection(urlsplit(sys.argv[1]).netloc)
    at, seconds = [], []
    for path in cycle(Path(sys.argv[2]).read_text().split()):
        begun = time.monotonic()
        connection.request("GET", path)
        connection.getresponse().read()
        at.append(begun)
        seconds.append(time.monotonic() - begun)
        if select([sys.stdin], [], [], _PAUSE_SECONDS)[0]:
            break
    sys.stdout.buffer.write(msgspec.json.encode(Asked(at, seconds)))


if __name__ == "__main__":
    main()
