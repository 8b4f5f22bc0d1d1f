"""The screenings as columns of numbers: all that finding looks at, 10 bytes a row."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

# A named tuple given as a plain one: compiled code tells these apart in half the time.
Plain = tuple[Any, ...]

# Stands among films for a screening of none.
NO_FILM = -1
ALL_DAYS = 0xFFFF


class Columns(NamedTuple):
    """The rows of place p (a cinema in spatial order) stand together from start[p] to stop[p]: by film, then by time.

    `film` is a position in the programme's list, -1 for none; a double feature has a row for each of its films.
    `minute` counts from 1970 (UTC). `kind` is a position in the programme's list of kinds; the programme date is
    kind_evening[kind] days after the date of the start in UTC. `id` is the screening's.
    """

    start: NDArray[np.int64]
    stop: NDArray[np.int64]
    film: NDArray[np.int32]
    minute: NDArray[np.int32]
    kind: NDArray[np.uint16]
    kind_evening: NDArray[np.int8]
    id: NDArray[np.int64]


class Kind(NamedTuple):
    """What many screenings share: version and set of formats (positions), and how the evening is counted (days)."""

    version: int
    format_set: int
    evening: int


class Places(NamedTuple):
    """Cinemas in question, ascending; where among the rows of each to begin: at the asked film's, or the first.

    `days` has a bit for each day with a start there (days since 1970, UTC, modulo 16): most cinemas of most films are
    passed over by it without a look at their rows.
    """

    place: NDArray[np.int32]
    offset: NDArray[np.uint8]
    days: NDArray[np.uint16]


class Wish(NamedTuple):
    """What a screening has to be: minutes from ≤ start < until, an evening (ordinal date; 0: any), films, kinds.

    Where one film is asked for, `film` is it; else it is -1 and `films` marks those that are wanted, the last entry
    standing for screenings of no film. `kinds` marks the wanted kinds; `days` are those of the window (Places).
    """

    from_minute: int
    until_minute: int
    evening: int
    film: int
    films: NDArray[np.bool_]
    kinds: NDArray[np.bool_]
    days: int


def days_between(from_minute: int, until_minute: int) -> int:
    """Give the bits of the days from one minute to before another."""
    first, last = from_minute // (24 * 60), (until_minute - 1) // (24 * 60)
    if last - first >= 15:
        return ALL_DAYS
    bits = (1 << last - first + 1) - 1 << first % 16
    return (bits | bits >> 16) & ALL_DAYS


def some_of(places: Places, wanted: NDArray[np.bool_]) -> Places:
    """Keep the places that are marked, shape (n,)."""
    return Places(places.place[wanted], places.offset[wanted], places.days[wanted])


def from_their_first_row(places: NDArray[np.int32]) -> Places:
    """Give places (ascending) to be looked at from their first row on, on any day."""
    zeros = np.zeros(places.size, dtype=np.uint8)
    return Places(places, zeros, np.full(places.size, ALL_DAYS, dtype=np.uint16))
