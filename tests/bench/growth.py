"""From a thousand screenings to a million: how long a question takes as the world grows (ten million is the world)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.programme.programme import Programme
from tests.bench.database import fill_database
from tests.bench.facts import Facts, make_facts
from tests.bench.ours import load_ours, opponent_of
from tests.bench.questions import WITHIN_M, make_questions
from tests.bench.timing import Span, measure, summarise
from tests.bench.worlds import SIZES, Size, World, world_of

_SCREENINGS = (1_000, 10_000, 100_000, 1_000_000)
_ROUNDS, _QUESTIONS = 3, 500


@dataclass(frozen=True, slots=True)
class Step:
    """A size, and what a question takes there."""

    screenings: int
    found: Span
    written: Span


def measure_growth(folder: Path, say: Callable[[str], None]) -> list[Step]:
    """Make, fill, load and ask worlds of each size."""
    steps = []
    for screenings in _SCREENINGS:
        world = world_of(f"growth-{screenings}", _size(screenings))
        facts = make_facts(world)
        engine = fill_database(world, facts, folder / f"growth-{screenings}.db")
        steps.append(measure_step(world, facts, load_ours(engine)))
        engine.dispose()
        say(f"growth: {screenings:,} screenings are measured")
    return steps


def measure_step(world: World, facts: Facts, programme: Programme) -> Step:
    """Ask questions within 50 km."""
    opponent = opponent_of(programme)
    questions = make_questions(world, facts, _QUESTIONS, WITHIN_M)
    times = measure([opponent], questions, _ROUNDS)[0]
    timing = summarise(opponent.name, times, times, 1.0)
    return Step(world.cinema.size, timing.found, timing.written)


def _size(screenings: int) -> Size:
    """Shrink the world in proportion, its screenings a cinema and cinemas a city kept."""
    whole = SIZES["world"]
    part = screenings / whole.screenings
    return Size(
        cinemas=round(whole.cinemas * part),
        screenings=screenings,
        films=max(30, round(whole.films * part)),
        cities=max(1, round(whole.cities * part)),
        box=whole.box,
        spread_km=whole.spread_km,
        is_one_zone=False,
    )
