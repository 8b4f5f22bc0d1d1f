"""Finding in one compiled step: cinemas in order, and their rows."""

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.columns import Places, Plain, Wish
from data.programme.kernel.matching import first_minutes, has_match, matches
from data.programme.kernel.nearest import Reach, nearest, soonest
from data.programme.kernel.tables import Packed, Tables
from geo.atlas import nearest_in
from geo.compiled import compiled
from geo.earth_centred import Spot
from geo.packed import unpacked


@compiled
def find_nearest(
    packed: Packed,
    spot: Plain,
    places_: Plain,
    metres: NDArray[np.float64],
    wish_: Plain,
    reach: Plain,
    most: Plain,
    by_time: bool,  # noqa: FBT001 (compiled functions know no keywords)
) -> Plain:
    """Find by distance: see `nearest` and `matches`; `most` are cinemas and screenings.

    `by_time`: the cinemas that were found in the order of their first start. Gives whether it is exact, and the parts
    of a Found.
    """
    tables, places, wish = unpacked(packed, Tables), Places(*places_), Wish(*wish_)
    columns = tables.columns
    found, millimetres, meant, is_exact = nearest(
        Spot(*spot), tables.atlas, tables.ranks, places, metres, columns, wish, Reach(*reach)
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
def find_soonest(packed: Packed, places_: Plain, wish_: Plain, most: Plain) -> Plain:
    """Find anywhere, by the first start: see `soonest` and `matches`. Gives the parts of a Found."""
    tables, places, wish = unpacked(packed, Tables), Places(*places_), Wish(*wish_)
    columns = tables.columns
    found = soonest(tables.ranks, places, columns, wish, most[0] + 1)
    rows, stops, is_cut = matches(columns, wish, places, found[: most[0]], most[1])
    return places.place[found[: stops.size]], stops[:0], rows, stops, found.size, is_cut


@compiled
def find_any(packed: Packed, places_: Plain, wish_: Plain) -> bool:
    """Say whether anything fits."""
    return has_match(unpacked(packed, Tables).columns, Wish(*wish_), Places(*places_))


@compiled
def find_place(packed: Packed, x: float, y: float, z: float) -> tuple[int, float]:
    """Find the place with the shortest chord: see `nearest_place`."""
    return nearest_in(unpacked(packed, Tables).atlas, x, y, z)
