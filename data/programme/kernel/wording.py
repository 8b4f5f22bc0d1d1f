"""All that answers say again and again, as pieces of JSON ready to be copied."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.assembly.arena import Arena

Ints = NDArray[np.int64]


class Phrases:
    """Pieces of text by number, kept in an arena that several share."""

    def __init__(self, text: Arena[np.uint8]) -> None:
        self._text = text
        self.begin = np.empty(0, dtype=np.int64)
        self.end = np.empty(0, dtype=np.int64)

    def extend(self, pieces: Iterable[bytes]) -> None:
        """Add pieces under the next numbers."""
        begin, end = self._keep(list(pieces))
        self.begin, self.end = np.concatenate([self.begin, begin]), np.concatenate([self.end, end])

    def replace(self, numbers: list[int], pieces: list[bytes]) -> None:
        """Say something else under known numbers from now on; who holds the old arrays reads what was said before."""
        self.begin, self.end = self.begin.copy(), self.end.copy()
        self.begin[numbers], self.end[numbers] = self._keep(pieces)

    def _keep(self, pieces: list[bytes]) -> tuple[Ints, Ints]:
        at = self._text.append(np.frombuffer(b"".join(pieces), dtype=np.uint8))
        ends = at + np.cumsum([len(piece) for piece in pieces], dtype=np.int64)
        return ends - np.array([len(piece) for piece in pieces], dtype=np.int64), ends


class Wording(NamedTuple):
    """Where the pieces stand in `text`: piece n of a sort from its begin[n] to before its end[n].

    A cinema's comes before its distance, a bill's before a start, a kind's after the evening, an auditorium's before
    the booking link, a status' after it. `bill_minutes` is how long a bill's films are, 0 unknown;
    `advertising_minutes` is what runs before them at a cinema.
    """

    text: NDArray[np.uint8]
    cinema_begin: Ints
    cinema_end: Ints
    bill_begin: Ints
    bill_end: Ints
    kind_begin: Ints
    kind_end: Ints
    auditorium_begin: Ints
    auditorium_end: Ints
    status_begin: Ints
    status_end: Ints
    bill_minutes: Ints
    advertising_minutes: Ints
