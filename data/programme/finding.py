"""Finding in one compiled step: the nearest cinemas, in order, and their rows."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.columns import Columns, Places, Wish
from data.programme.matching import first_minutes, matches
from data.programme.nearest import Reach, nearest, soonest
from geo.atlas import Atlas
from geo.compiled import compiled
from geo.earth_centred import Spot

# A named tuple given as a plain one: told apart twice as fast when compiled code is called.
Plain = tuple[Any, ...]


class Most(NamedTuple):
    """How much is shown: so many cinemas, and so many screenings of them."""

    cinemas: int
    screenings: int


class Numbers(NamedTuple):
    """What was found: cinemas in order, shape (n,), with their distances; their rows, and where each one's end.

    `total` counts all cinemas that were found; `is_cut`: rows had to be left out. Where `is_exact` is false, nothing
    is said: ask again with measured distances.
    """

    cinemas: NDArray[np.int32]
    millimetres: NDArray[np.int64]
    rows: NDArray[np.int64]
    stops: NDArray[np.int64]
    total: int
    is_cut: bool
    is_exact: bool


@compiled
def find_nearest(
    spot: Plain,
    atlas_: Plain,
    ranks: NDArray[np.int64],
    places_: Plain,
    metres: NDArray[np.float64],
    columns_: Plain,
    wish_: Plain,
    reach: Plain,
    most: Plain,
    by_time: bool,  # noqa: FBT001 (compiled functions know no keywords)
) -> Plain:
    """Find by distance: see `nearest` and `matches`. By time: those found in the order of their first start."""
    places, columns, wish = Places(*places_), Columns(*columns_), Wish(*wish_)
    found, millimetres, is_exact = nearest(
        Spot(*spot), Atlas(*atlas_), ranks, places, metres, columns, wish, Reach(*reach)
    )
    shown, millimetres = found[: most[0]], millimetres[: most[0]]
    if by_time:
        # Stable: cinemas that begin at the same minute stay nearest first.
        order = np.argsort(first_minutes(columns, wish, places, shown), kind="mergesort")
        shown, millimetres = shown[order], millimetres[order]
    rows, stops, is_cut = matches(columns, wish, places, shown, most[1])
    shown = shown[: stops.size]
    return places.place[shown], millimetres[: stops.size], rows, stops, found.size, is_cut, is_exact


@compiled
def find_soonest(ranks: NDArray[np.int64], places_: Plain, columns_: Plain, wish_: Plain, most: Plain) -> Plain:
    """Find anywhere, by the first start: see `soonest` and `matches`."""
    places, columns, wish = Places(*places_), Columns(*columns_), Wish(*wish_)
    found = soonest(ranks, places, columns, wish, most[0] + 1)
    shown = found[: most[0]]
    rows, stops, is_cut = matches(columns, wish, places, shown, most[1])
    return places.place[shown[: stops.size]], stops[:0], rows, stops, found.size, is_cut, True
