"""`python -m tests.bench.publish_speed [WORLD]`: how long a cinema waits until its week of 60 is published."""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from sqlalchemy import Engine

from data.schedules.undo import undo
from data.tables.database import open_database, writing
from tests.bench.database import fill_database
from tests.bench.facts import make_facts
from tests.bench.publisher import cinema_slugs, publish_week
from tests.bench.worlds import NOW, make_world

_TURNS = 7


@dataclass(frozen=True, slots=True)
class PublishSpeed:
    """Seconds from the file's bytes to the commit, medians of some cinemas.

    `first` is a week in another one's place, `changed` the same with all links new, `undone` that taken back.
    """

    first: float
    changed: float
    undone: float


def measure_publish_speed(database_url: str) -> PublishSpeed:
    """Publish, change and take back the weeks of some cinemas."""
    engine = open_database(database_url)
    slugs = cinema_slugs(engine)
    # Whoever serves has published before: what is compiled and remembered by a process is so already.
    _turn(engine, slugs[-1])
    turns = [_turn(engine, slugs[turn * len(slugs) // _TURNS]) for turn in range(_TURNS)]
    engine.dispose()
    return PublishSpeed(*(median(seconds) for seconds in zip(*turns, strict=True)))


def _turn(engine: Engine, cinema: str) -> tuple[float, float, float]:
    # No edition that an earlier publisher has used.
    edition = int(time.time())
    return (
        _seconds(lambda: publish_week(engine, cinema, edition)),
        _seconds(lambda: publish_week(engine, cinema, edition + 1)),
        _seconds(lambda: _undo(engine, cinema)),
    )


def _undo(engine: Engine, cinema: str) -> None:
    with writing(engine) as session:
        undo(session, cinema, now=NOW, by="bench")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Fill a world's database, measure, and say it."""
    world = make_world(sys.argv[1] if len(sys.argv) > 1 else "country")
    with tempfile.TemporaryDirectory(prefix="kinonah-bench-") as folder:
        engine = fill_database(world, make_facts(world), Path(folder) / "bench.db")
        engine.dispose()
        speed = measure_publish_speed(str(engine.url))
    Console(highlight=False).print(
        f"A week of 60 screenings among {world.cinema.size:,}: published in {speed.first * 1000:.0f} ms, "
        f"changed in {speed.changed * 1000:.0f} ms, undone in {speed.undone * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
