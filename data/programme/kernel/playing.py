"""By film: at how many cinemas it still comes, and which start is the next at the nearest one."""

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.tables import Packed, Tables
from geo.compiled import compiled
from geo.packed import unpacked

NOWHERE = -1


@compiled
def coming_films(packed: Packed, from_minute: int, film_count: int) -> NDArray[np.int64]:
    """Count the cinemas where a film has a start from a minute on, shape (film_count,)."""
    columns = unpacked(packed, Tables).columns
    counts = np.zeros(film_count, dtype=np.int64)
    for place in range(columns.start.size):
        last = NOWHERE
        for row in range(columns.start[place], columns.stop[place]):
            film = columns.film[row]
            # The rows of a film stand together.
            if film > last and columns.minute[row] >= from_minute:
                counts[film] += 1
                last = film
    return counts


@compiled
def next_nearby(
    packed: Packed, from_minute: int, film_count: int, places: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the first of the places where a film still comes, as a position among them (NOWHERE), and its next row."""
    columns = unpacked(packed, Tables).columns
    nearest, rows = np.full(film_count, NOWHERE, dtype=np.int64), np.full(film_count, NOWHERE, dtype=np.int64)
    for number in range(places.size):
        place = places[number]
        for row in range(columns.start[place], columns.stop[place]):
            film = columns.film[row]
            # A film's rows are in order of time.
            if film >= 0 and nearest[film] == NOWHERE and columns.minute[row] >= from_minute:
                nearest[film], rows[film] = number, row
    return nearest, rows
