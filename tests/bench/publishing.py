"""A schedule of 60 screenings is published: when every worker answers with it, and what questions meanwhile wait."""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
from sqlalchemy import Engine

from data.tables.database import open_database
from tests.bench.asking import Asked, asking
from tests.bench.publisher import cinema_slugs, publish_week
from tests.bench.reaching import reach_workers
from tests.bench.served import serving_ours, wait_for
from tests.bench.worlds import DAYS, NOW

_TIMES = 10
_GIVE_UP_SECONDS = 30.0
_POLL_SECONDS = 0.005
_AFTERWARDS_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Published:
    """Seconds from the commit until every worker answers with it (median, worst); milliseconds over the usual.

    `slowest_ms`: the slowest question from a commit until half a second after it was seen (median of the publishes,
    worst), over the median question; `quiet_ms` the same over spans as long in which nobody published.
    """

    workers: int
    visible: float
    visible_worst: float
    usual_ms: float
    slowest_ms: float
    slowest_worst_ms: float
    quiet_ms: float


def measure_publishing(database_url: str, paths: list[str], folder: Path, *, workers: int) -> Published:
    """Publish some times into a running service that is asked all the while."""
    questions = folder / "asked-meanwhile.txt"
    questions.write_text("\n".join(paths))
    with serving_ours(database_url, folder / f"publishing-{workers}.log", workers=workers) as server:
        wait_for(server.url + paths[0])
        connections = reach_workers(server, workers, paths[0])
        engine = open_database(database_url)
        with asking(server.url, questions) as found:
            time.sleep(1)
            spans = [_publish(engine, slug, edition, connections) for edition, slug in _editions(engine)]
            time.sleep(2 * len(spans) * (_AFTERWARDS_SECONDS + 0.3))
        engine.dispose()
    return _sum_up(found.asked, spans, workers)


def _editions(engine: Engine) -> Iterator[tuple[int, str]]:
    # Editions that no earlier publisher has used.
    slugs = cinema_slugs(engine)
    first = int(time.time())
    return ((first + turn, slugs[turn * 7 % len(slugs)]) for turn in range(_TIMES))


def _publish(engine: Engine, cinema: str, edition: int, connections: list[HTTPConnection]) -> tuple[float, float]:
    """Publish, and ask every worker until it shows the new links; give when it was committed and when seen."""
    links = publish_week(engine, cinema, edition).encode()
    committed = time.monotonic()
    window = {"from": NOW.isoformat(), "until": NOW.replace(day=NOW.day + DAYS // 2).isoformat()}
    path = f"/api/v1/showtimes?{urlencode({'cinema': cinema} | window)}"
    for connection in connections:
        while links not in _ask(connection, path):
            if time.monotonic() > committed + _GIVE_UP_SECONDS:
                raise RuntimeError("What was published did not show.")
            time.sleep(_POLL_SECONDS)
    seen = time.monotonic()
    time.sleep(_AFTERWARDS_SECONDS)
    return committed, seen


def _ask(connection: HTTPConnection, path: str) -> bytes:
    connection.request("GET", path)
    return connection.getresponse().read()


def _sum_up(asked: Asked, spans: list[tuple[float, float]], workers: int) -> Published:
    at, took = np.array(asked.at), np.array(asked.seconds)
    usual = float(np.median(took))
    slowest = [float(took[(at > begun - usual) & (at < seen + _AFTERWARDS_SECONDS)].max()) for begun, seen in spans]
    length = statistics.mean(seen + _AFTERWARDS_SECONDS - begun for begun, seen in spans)
    quiet_at = at[at > spans[-1][1] + _AFTERWARDS_SECONDS]
    begins = np.arange(quiet_at[0], quiet_at[-1] - length, length)
    quiet = [float(took[(at >= begin) & (at < begin + length)].max()) for begin in begins]
    visible = [seen - begun for begun, seen in spans]
    return Published(
        workers=workers,
        visible=statistics.median(visible),
        visible_worst=max(visible),
        usual_ms=usual * 1000,
        slowest_ms=(statistics.median(slowest) - usual) * 1000,
        slowest_worst_ms=(max(slowest) - usual) * 1000,
        quiet_ms=(statistics.median(quiet) - usual) * 1000,
    )
