"""Interleaved rounds: in each, all are put the same questions in turn, so that the machine's moods meet everyone."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.question import Question
from tests.bench.opponent import Opponent

# Seconds, shape (rounds, questions), NaN where an opponent was not asked.
Seconds = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Span:
    """Microseconds of one step; the mean and its ratio to ours are medians over the rounds."""

    p50: float
    p99: float
    mean: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Timing:
    """An opponent's time until all is found and ordered, and until the answer's bytes (finding included)."""

    name: str
    found: Span
    written: Span
    exact_share: float


class Times(NamedTuple):
    """What was measured of an opponent."""

    found: Seconds
    written: Seconds


def measure(opponents: list[Opponent], questions: list[Question], rounds: int) -> list[Times]:
    """Time finding and writing for each of the opponents."""
    shape = (rounds, len(questions))
    times = [Times(np.full(shape, np.nan), np.full(shape, np.nan)) for _ in opponents]
    gc.collect()
    # What a world holds is not walked through again and again while others are measured.
    gc.freeze()
    for turn in range(rounds):
        # The order rotates: nobody always follows the same one.
        for place in range(len(opponents)):
            which = (place + turn) % len(opponents)
            if turn >= opponents[which].rounds:
                continue
            for seconds, ask in zip(times[which], (opponents[which].find, opponents[which].write), strict=True):
                for number in range(0, len(questions), opponents[which].every):
                    seconds[turn, number] = _seconds(ask, questions[number])
    gc.unfreeze()
    return times


def summarise(name: str, times: Times, ours: Times, exact_share: float) -> Timing:
    """Sum up one opponent."""
    return Timing(name, _span(times.found, ours.found), _span(times.written, ours.written), exact_share)


def _span(seconds: Seconds, ours: Seconds) -> Span:
    """Compare the rounds and questions that both were asked."""
    asked = ~np.isnan(seconds).all(axis=1)
    seconds, ours = seconds[asked], ours[asked]
    in_common = np.where(np.isnan(seconds), np.nan, ours)
    means = np.nanmean(seconds, axis=1)
    return Span(
        p50=float(np.nanpercentile(seconds, 50)) * 1e6,
        p99=float(np.nanpercentile(seconds, 99)) * 1e6,
        mean=float(np.median(means)) * 1e6,
        ratio=float(np.median(means / np.nanmean(in_common, axis=1))),
    )


def _seconds(ask: Callable[[Question], object], question: Question) -> float:
    begun = time.perf_counter()
    ask(question)
    return time.perf_counter() - begun
