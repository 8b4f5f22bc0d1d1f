"""`make bench`: one question asked in turn of our programme and of the way every tutorial does it."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine

from data.demo.city import fill_demo_city
from data.programme.answer import answer, encode
from data.programme.load import load_programme
from data.programme.programme import Programme
from data.programme.question import Question, window_of
from data.tables.database import migrate, open_database, reading, writing
from geo.point import Point
from tests.bench.tutorial import tutorial_answer

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
ROUNDS = 7
QUESTIONS = 15
LIMIT = 20


def main() -> None:
    """Measure in interleaved rounds, and print medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder)}/bench.db")
        migrate(engine)
        with writing(engine) as session:
            fill_demo_city(session, NOW)
        with reading(engine) as session:
            programme = load_programme(session, language="de")
        _report(programme, _measure(programme, engine))
        engine.dispose()


def _measure(programme: Programme, engine: Engine) -> dict[str, list[float]]:
    chance = random.Random(20261122)
    window = window_of(NOW, programme.zones[0], until_at=NOW + timedelta(hours=48))
    films = [film.slug for film in programme.films if programme.is_coming(film.slug, NOW)]
    ways: dict[str, Callable[[Question], bytes]] = {
        "programme in memory (numpy), to bytes": lambda question: encode(answer(programme, question)),
        "tutorial: ORM and a geopy loop, to bytes": lambda question: tutorial_answer(engine, question),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for _ in range(QUESTIONS):
            point = Point(chance.uniform(52.4, 52.6), chance.uniform(13.2, 13.6))
            question = Question(window=window, near=point, films=(chance.choice(films),), limit=LIMIT)
            for name, way in ways.items():
                begun = time.perf_counter()
                way(question)
                times[name].append(time.perf_counter() - begun)
    return times


def _report(programme: Programme, times: dict[str, list[float]]) -> None:
    ours = statistics.median(next(iter(times.values())))
    table = Table(title=f"{len(programme.cinemas)} cinemas, {programme.screening_count} screenings")
    for heading in ("way", "median µs", "p99 µs", "ratio"):
        table.add_column(heading, justify="left" if heading == "way" else "right")
    for name, taken in times.items():
        median, slowest = statistics.median(taken), statistics.quantiles(taken, n=100)[98]
        table.add_row(name, f"{median * 1e6:,.0f}", f"{slowest * 1e6:,.0f}", f"{median / ours:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
