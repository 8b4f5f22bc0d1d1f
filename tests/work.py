"""How much work something is: counted, not timed, so that it is the same on every machine."""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType


def functions_of(work: Callable[[], object]) -> Counter[str]:
    """Count the functions that are called meanwhile, Python's and C's, by their names."""
    called: Counter[str] = Counter()

    def note(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            called[frame.f_code.co_name] += 1
        elif event == "c_call":
            called[getattr(argument, "__name__", "")] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return called


def calls_of(work: Callable[[], object]) -> int:
    """Count the calls of functions meanwhile, Python's and C's."""
    return functions_of(work).total()


def is_linear(work: Callable[[int], object], length: int) -> bool:
    """Say whether what is four times as long is at most some four times the work; with the square it would be sixteen.

    What grows with the square within one call of C is not counted, and takes minutes.
    """
    work(length // 8)
    return calls_of(lambda: work(length)) <= 6 * calls_of(lambda: work(length // 4)) + 1_000
