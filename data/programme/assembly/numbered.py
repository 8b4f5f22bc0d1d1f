"""Values that repeat, each kept once under a number."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

# Up to here a table is quicker than sorting.
_TABLE_SIZE = 1 << 24

V = TypeVar("V", bound=Hashable)


class Numbered(Generic[V]):
    """Gives equal values the same number, from 0 on; numbers never change."""

    def __init__(self) -> None:
        self.values: list[V] = []
        self._numbers: dict[V, int] = {}

    @property
    def count(self) -> int:
        """How many different ones there are."""
        return len(self.values)

    def number(self, value: V) -> int:
        """Give the number of a value, a new one where it is new."""
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number

    def numbers(self, values: Iterable[V]) -> NDArray[np.int64]:
        """Give the number of each value, shape (n,)."""
        return np.fromiter(map(self.number, values), dtype=np.int64)


def distinct_of(numbers: NDArray[np.int64], bound: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the distinct of n numbers below a bound, ascending, and the position of each among them, shape (n,)."""
    if bound > _TABLE_SIZE:
        distinct, positions = np.unique(numbers, return_inverse=True)
        return distinct, positions
    occurs = np.zeros(bound, dtype=np.bool_)
    occurs[numbers] = True
    return np.flatnonzero(occurs), (np.cumsum(occurs) - 1)[numbers]
