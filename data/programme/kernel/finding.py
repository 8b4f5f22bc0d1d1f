"""Finding in one compiled step: cinemas in order, and their rows."""

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.columns import Columns, Places, Plain, Wish
from data.programme.kernel.matching import first_minutes, matches
from data.programme.kernel.nearest import Reach, nearest, soonest
from geo.atlas import Atlas
from geo.compiled import compiled
from geo.earth_centred import Spot


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
    """Find by distance: see `nearest` and `matches`; `most` are cinemas and screenings.

    `by_time`: the cinemas that were found in the order of their first start. Gives whether it is exact, and the parts
    of a Found.
    """
    places, columns, wish = Places(*places_), Columns(*columns_), Wish(*wish_)
    found, millimetres, meant, is_exact = nearest(
        Spot(*spot), Atlas(*atlas_), ranks, places, metres, columns, wish, Reach(*reach)
    )
    meant = min(meant, most[0])
    shown, millimetres = found[:meant], millimetres[:meant]
    if by_time:
        # Stable: cinemas that begin at the same minute stay nearest first.
        order = np.argsort(first_minutes(columns, wish, places, shown), kind="mergesort")
        shown, millimetres = shown[order], millimetres[order]
    rows, stops, is_cut = matches(columns, wish, places, shown, most[1])
    cinemas, millimetres = places.place[shown[: stops.size]], millimetres[: stops.size]
    return is_exact, cinemas, millimetres, rows, stops, found.size, is_cut


@compiled
def find_soonest(ranks: NDArray[np.int64], places_: Plain, columns_: Plain, wish_: Plain, most: Plain) -> Plain:
    """Find anywhere, by the first start: see `soonest` and `matches`. Gives the parts of a Found."""
    places, columns, wish = Places(*places_), Columns(*columns_), Wish(*wish_)
    found = soonest(ranks, places, columns, wish, most[0] + 1)
    rows, stops, is_cut = matches(columns, wish, places, found[: most[0]], most[1])
    return places.place[found[: stops.size]], stops[:0], rows, stops, found.size, is_cut
