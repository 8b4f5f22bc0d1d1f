"""The device: the frontend's own TypeScript in the Node of our environment; what it sends, and what it shows."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

NODE = Path(sys.executable).with_name("node")
SCRIPT = Path(__file__).with_name("device.mjs")


class Position(NamedTuple):
    """A position with the radius that a device vouches for, exact or coarse."""

    lat: float
    lon: float
    accuracy_m: float


class Device:
    """One process for all questions."""

    def __init__(self, asking: IO[str], answering: IO[str]) -> None:
        self._asking = asking
        self._answering = answering

    def coarsen(self, exact: Position) -> Position:
        """Give what the device sends of an exact position."""
        coarse = self._ask(f'"ask": "coarsen", "exact": {_written(exact)}')
        return Position(coarse["lat"], coarse["lon"], coarse["accuracyM"])

    def nearest(self, answer: bytes, exact: Position, limit: int) -> list[tuple[str, float]]:
        """Give the slugs that the device shows of an answer (its bytes), each with its distance in metres."""
        shown = self._ask(
            f'"ask": "nearest", "exact": {_written(exact)}, "limit": {limit}, "answer": {answer.decode()}'
        )
        return [(slug, metres) for slug, metres in shown]

    def films(self, answer: bytes, exact: Position, limit: int) -> list[tuple[str, list[str]]]:
        """Give the slugs of the films that the device shows of an answer (its bytes), each with its starts' ids."""
        shown = self._ask(f'"ask": "films", "exact": {_written(exact)}, "limit": {limit}, "answer": {answer.decode()}')
        return [(slug, ids) for slug, ids in shown]

    def _ask(self, fields: str) -> Any:  # noqa: ANN401 (JSON as it comes)
        self._asking.write(f"{{{fields}}}\n")
        self._asking.flush()
        return json.loads(self._answering.readline())


def _written(exact: Position) -> str:
    return json.dumps({"lat": exact.lat, "lon": exact.lon, "accuracyM": exact.accuracy_m})


@contextmanager
def device() -> Iterator[Device]:
    """Start a device; it ends with its input."""
    with subprocess.Popen([NODE, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Device(process.stdin, process.stdout)
        process.stdin.close()
