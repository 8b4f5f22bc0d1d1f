"""How much work something is: counted, not timed, so that it is the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType


def calls_of(work: Callable[[], object]) -> int:
    """Count the functions that are called meanwhile, Python's and C's."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def is_linear(work: Callable[[int], object], length: int) -> bool:
    """Say whether what is four times as long is at most some four times the work; with the square it would be sixteen.

    What grows with the square within one call of C is not counted, and takes minutes.
    """
    work(length // 8)
    return calls_of(lambda: work(length)) <= 6 * calls_of(lambda: work(length // 4)) + 1_000
