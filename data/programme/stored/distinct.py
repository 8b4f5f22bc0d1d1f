"""What repeats is read once and kept once; wherever it occurs stands its number."""

from collections.abc import Callable, Collection, Hashable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Hashable)


class Distinct(dict[Key, int], Generic[Key, Value]):
    """Numbers by key. A number is a position in `known`: what the keys read as, each once."""

    def __init__(self, read: Callable[[Key], Value]) -> None:
        super().__init__()
        self.known: list[Value] = []
        self._read = read
        self._by_value: dict[Value, int] = {}

    def __missing__(self, key: Key) -> int:
        value = self._read(key)
        if value not in self._by_value:
            self._by_value[value] = len(self.known)
            self.known.append(value)
        self[key] = self._by_value[value]
        return self[key]

    def of(self, keys: Collection[Key]) -> NDArray[np.int32]:
        """Give the numbers of keys, shape (n,)."""
        return np.fromiter(map(self.__getitem__, keys), np.int32, len(keys))
