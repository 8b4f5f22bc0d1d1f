"""Requests per second of the heart over HTTP: beside bare bytes on the same server, and beside the usual service."""

import pickle
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.exact import read_shown
from tests.bench.facts import Facts
from tests.bench.paths import cold_paths, evening_paths
from tests.bench.served import Server, read, resident_bytes, serving, serving_ours, wait_for
from tests.bench.worlds import World
from tests.bench.wrk import Wrk

ROUNDS = 5
SECONDS = 2
_SAMPLE = 300
_COMPARED = 50
# So many different answers fit into what is kept.
_SHARED = 500
_WARM_SECONDS = 3

OURS, BARE, OTHER = "ours", "bare", "other"


@dataclass(frozen=True, slots=True)
class Rates:
    """Requests a second, medians of the rounds; `share` of bare and `lead` over the other are medians of ratios."""

    a_second: Mapping[str, float]
    share: float
    lead: float | None
    answer_bytes: int


@dataclass(frozen=True, slots=True)
class HttpRates:
    """Cold answers; the evening's; those asked for again and again. `alike`: the share of answers the other agrees on.

    `distinct`: the share of the evening's addresses that are asked for the first time, as far as the list goes.
    """

    cold: Rates
    evening: Rates
    repeated: Rates
    distinct: float
    alike: float | None
    worker_bytes: int | None


def measure_http(database_url: str, socket: Path | None, world: World, facts: Facts, folder: Path) -> HttpRates:
    """Load the servers in turn, one at a time; `socket` is a filled cluster's folder. Raises MissingError."""
    cold, evening = cold_paths(world, facts), evening_paths(world, facts)
    with ExitStack() as stack:
        ours = stack.enter_context(serving_ours(database_url, folder / "kinonah.log"))
        wait_for(ours.url + cold[0])
        others = {}
        if socket:
            others[OTHER] = stack.enter_context(_serving_other(socket, facts, folder))
            wait_for(others[OTHER].url + cold[0])
        alike = _alike(ours, others[OTHER], cold) if others else None
        cold_rates = _in_rounds({OURS: ours} | others, cold, folder)
        others.clear()
        with _publishing(database_url, folder):
            evening_rates = _in_rounds({OURS: ours}, evening, folder)
            repeated_rates = _in_rounds({OURS: ours}, list(dict.fromkeys(evening))[:_SHARED], folder)
        workers = resident_bytes(ours.worker_pids[0]) if Path("/proc").exists() else None
    distinct = len(set(evening)) / len(evening)
    return HttpRates(cold_rates, evening_rates, repeated_rates, distinct, alike, workers)


def _in_rounds(servers: dict[str, Server], paths: list[str], folder: Path) -> Rates:
    """Load each server in each round, and bare bytes of the same size."""
    wrk = Wrk(paths, folder)
    step = max(1, len(paths) // _SAMPLE)
    size = round(statistics.mean(len(read(servers[OURS].url + path)) for path in paths[::step]))
    with serving("tests.bench.bare", str(size), log=folder / "bare.log") as bare:
        wait_for(bare.url)
        all_servers = {BARE: bare} | servers
        for server in all_servers.values():
            wrk.rate(server.url, _WARM_SECONDS)
        rounds = [{name: wrk.rate(server.url, SECONDS) for name, server in all_servers.items()} for _ in range(ROUNDS)]
    return Rates(
        a_second={name: statistics.median(one[name] for one in rounds) for name in all_servers},
        share=statistics.median(one[OURS] / one[BARE] for one in rounds),
        lead=statistics.median(one[OURS] / one[OTHER] for one in rounds) if OTHER in servers else None,
        answer_bytes=size,
    )


@contextmanager
def _serving_other(socket: Path, facts: Facts, folder: Path) -> Iterator[Server]:
    file = folder / "facts.pickle"
    file.write_bytes(pickle.dumps(facts))
    with serving("tests.bench.asyncpg_app", str(socket), str(file), log=folder / "other.log") as server:
        yield server


def _alike(ours: Server, other: Server, paths: list[str]) -> float:
    """Give the share of questions for which both answer the same cinemas and screenings in the same order."""
    pairs = [(read_shown(read(ours.url + path)), read_shown(read(other.url + path))) for path in paths[:_COMPARED]]
    return sum(one == two for one, two in pairs) / len(pairs)


@contextmanager
def _publishing(database_url: str, folder: Path) -> Iterator[None]:
    """Publish two schedules a second meanwhile, in a process of its own."""
    with (folder / "publisher.log").open("wb") as log:
        command = [sys.executable, "-m", "tests.bench.publisher", database_url]
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            yield
            if process.poll() is not None:
                raise RuntimeError(f"The publisher ended early: {(folder / 'publisher.log').read_text()[-300:]}")
        finally:
            process.terminate()
            process.wait(timeout=30)
