"""An array that only grows at its end, so that what was handed out before stays as it was."""

from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T", bound=np.generic)

# Room asked for is not memory used until something is written there.
_ROOM = 1.5


class Arena(Generic[T]):
    """Values of one type, one after the other; views of them share memory with it."""

    def __init__(self, kind: type[T]) -> None:
        self._values = np.empty(0, dtype=kind)
        self.size = 0

    def append(self, values: NDArray[Any]) -> int:
        """Put values, of this or a wider type, at the end; give where they begin."""
        begin, end = self.size, self.size + values.size
        if end > self._values.size:
            wider = np.empty(int(end * _ROOM) + 64, dtype=self._values.dtype)
            wider[:begin] = self._values[:begin]
            self._values = wider
        self._values[begin:end] = values
        self.size = end
        return begin

    def view(self) -> NDArray[T]:
        """Give all values so far; later ones do not show in it."""
        return self._values[: self.size]
