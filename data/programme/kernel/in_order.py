"""The first few of many, kept in order while they come: an insertion into a short sorted list, compiled."""

import numpy as np
from numpy.typing import NDArray

from geo.compiled import compiled_in_place

Ints = NDArray[np.int64]


@compiled_in_place
def insert(keys: Ints, values: Ints, begin: int, end: int, key: int, value: int) -> int:
    """Put a value where its key belongs between begin and end, and give the new end.

    A key that is there already changes nothing; where the array is full, what is last goes.
    """
    at = end
    while at > begin and keys[at - 1] > key:
        at -= 1
    if at > begin and keys[at - 1] == key:
        return end
    if end == keys.size:
        if at == end:
            return end
        end -= 1
    for to in range(end, at, -1):
        keys[to], values[to] = keys[to - 1], values[to - 1]
    keys[at], values[at] = key, value
    return end + 1
