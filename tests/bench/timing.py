"""Interleaved rounds: each question is put to all in turn, so that the machine's moods meet everyone alike."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.programme.question import Question
from tests.bench.opponent import Opponent

# Seconds, shape (rounds, questions), NaN where an opponent was not asked.
Times = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Timing:
    """Microseconds: found and ordered (p50, p99), to the answer's bytes (p50, p99, mean); the mean's ratio to ours."""

    name: str
    found_p50: float
    found_p99: float
    bytes_p50: float
    bytes_p99: float
    bytes_mean: float
    ratio: float
    exact_share: float


def measure(opponents: list[Opponent], questions: list[Question], rounds: int) -> list[tuple[Times, Times]]:
    """Time finding and writing for each of the opponents."""
    shape = (rounds, len(questions))
    times = [(np.full(shape, np.nan), np.full(shape, np.nan)) for _ in opponents]
    gc.collect()
    # What a world holds is not walked through again and again while others are measured.
    gc.freeze()
    for turn in range(rounds):
        for number, question in enumerate(questions):
            # The order rotates: nobody always follows the same one.
            for place in range(len(opponents)):
                which = (place + number + turn) % len(opponents)
                if number % opponents[which].every == 0:
                    found, written = times[which]
                    found[turn, number] = _seconds(opponents[which].find, question)
                    written[turn, number] = _seconds(opponents[which].write, question)
    gc.unfreeze()
    return times


def summarise(name: str, times: tuple[Times, Times], ours: Times, exact_share: float) -> Timing:
    """Sum up. Mean and ratio are medians over the rounds; the ratio compares the questions that both were asked."""
    found, written = (one * 1e6 for one in times)
    in_common = np.where(np.isnan(written), np.nan, ours * 1e6)
    return Timing(
        name=name,
        found_p50=float(np.nanpercentile(found, 50)),
        found_p99=float(np.nanpercentile(found, 99)),
        bytes_p50=float(np.nanpercentile(written, 50)),
        bytes_p99=float(np.nanpercentile(written, 99)),
        bytes_mean=float(np.median(np.nanmean(written, axis=1))),
        ratio=float(np.median(np.nanmean(written, axis=1) / np.nanmean(in_common, axis=1))),
        exact_share=exact_share,
    )


def _seconds(ask: Callable[[Question], object], question: Question) -> float:
    begun = time.perf_counter()
    ask(question)
    return time.perf_counter() - begun
