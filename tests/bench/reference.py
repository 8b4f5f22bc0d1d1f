"""What shows a film in a window, straight from a world's columns: no index of ours, no bound, none of its kernels."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.bench.entries import make_entries
from tests.bench.facts import Facts
from tests.bench.wanted import Wanted
from tests.bench.worlds import World


class Showing(NamedTuple):
    """Cinemas that show what is wanted, ascending, shape (n,), and their rows: those of cinema i from begins[i] on."""

    cinemas: NDArray[np.int32]
    begins: NDArray[np.intp]
    rows: NDArray[np.intp]

    def rows_of(self, cinema: int) -> NDArray[np.intp]:
        """Give the rows of one of the cinemas, by position, in order of time."""
        return self.rows[self.begins[cinema] : self.begins[cinema + 1]]


class Reference:
    """A world's rows, sorted by film."""

    def __init__(self, world: World, facts: Facts) -> None:
        self.world, self.facts = world, facts
        entries = make_entries(world)
        self._rows = entries.row
        self._begins = np.searchsorted(entries.film, np.arange(world.film_shares.size + 1))

    def showing(self, wanted: Wanted) -> Showing:
        """Go through all rows of the film."""
        world = self.world
        rows = self._rows[self._begins[wanted.film] : self._begins[wanted.film + 1]]
        minutes = world.minute[rows]
        rows = rows[(minutes >= wanted.from_minute) & (minutes < wanted.until_minute)]
        if wanted.versions:
            version = self.facts.version_of[world.language[world.film[rows]], world.label[rows]]
            rows = rows[np.isin(version, wanted.versions)]
        cinemas, begins = np.unique(world.cinema[rows], return_index=True)
        return Showing(cinemas, np.append(begins, rows.size), rows)
