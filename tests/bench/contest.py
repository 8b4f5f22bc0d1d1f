"""All opponents over one world: opened, held against the truth, measured in turn, closed."""

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench.exact import exact_answer, exact_share
from tests.bench.facts import Facts
from tests.bench.opponent import MissingError, Opening, Opponent
from tests.bench.questions import REACHES, make_questions
from tests.bench.reference import Reference
from tests.bench.timing import Timing, measure, summarise
from tests.bench.worlds import World

ROUNDS = 7
QUESTIONS = 200

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Contest:
    """What came of it: timings by reach, ours first; seconds to build each; and why some did not take part."""

    timings: Mapping[str, list[Timing]]
    build_seconds: Mapping[str, float]
    missing: dict[str, str]


def hold_contest(
    world: World, facts: Facts, reference: Reference, openings: Mapping[str, Opening], folder: Path, say: Say
) -> Contest:
    """Open all, ask all, close all."""
    with ExitStack() as stack:
        opponents: list[Opponent] = []
        seconds: dict[str, float] = {}
        missing: dict[str, str] = {}
        for number, (name, opening) in enumerate(openings.items()):
            own = folder / f"opponent-{number}"
            own.mkdir()
            begun = time.perf_counter()
            try:
                opponents.append(stack.enter_context(opening(world, facts, own)))
            except MissingError as error:
                missing[name] = str(error)
                say(f"{world.name}: {name} is missing: {error}")
                continue
            seconds[name] = time.perf_counter() - begun
            say(f"{world.name}: {name} is ready after {seconds[name]:,.1f} s")
        timings = {reach: _ask(reference, opponents, within_m) for reach, within_m in REACHES.items()}
    return Contest(timings, seconds, missing)


def _ask(reference: Reference, opponents: list[Opponent], within_m: float | None) -> list[Timing]:
    questions = make_questions(reference.world, reference.facts, QUESTIONS, within_m)
    truths = [exact_answer(reference, question) for question in questions]
    # Before the clock runs: whoever caches or plans at the first question has done so.
    shares = [exact_share(opponent, questions, truths) for opponent in opponents]
    times = measure(opponents, questions, ROUNDS)
    return [
        summarise(opponent.name, taken, times[0], share)
        for opponent, taken, share in zip(opponents, times, shares, strict=True)
    ]
