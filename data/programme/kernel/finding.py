"""Finding in one compiled step: cinemas in order, and their rows."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.columns import Places, Plain, Wish
from data.programme.kernel.matching import first_minutes, has_match, matches
from data.programme.kernel.nearest import Reach, nearest, soonest
from data.programme.kernel.tables import Packed, Tables
from geo.atlas import nearest_in
from geo.compiled import compiled, compiled_in_place
from geo.earth_centred import spot_at
from geo.packed import unpacked

Ints = NDArray[np.int64]

# Stands for the distance where a question names no place.
NOT_MEASURED_MM = -1


class Prepared(NamedTuple):
    """A question without its place: a Places, a Wish, a Reach, how many cinemas and screenings, and in which order.

    `by_time`: the cinemas that were found in the order of their first start.
    """

    places: Plain
    wish: Plain
    reach: Plain
    most: tuple[int, int]
    by_time: bool


@compiled
def find_nearest(
    packed: Packed,
    lat: float,
    lon: float,
    places_: Plain,
    wish_: Plain,
    reach: Plain,
    most: Plain,
    by_time: bool,  # noqa: FBT001 (compiled functions know no keywords)
    metres: NDArray[np.float64],
) -> Plain:
    """Find what is Prepared by distance: see `nearest` and `matches`.

    Gives whether it is exact, and a Found's numbers, how many cinemas these are, how many were found, and whether that
    is a cut.
    """
    tables, places, wish = unpacked(packed, Tables), Places(*places_), Wish(*wish_)
    columns = tables.columns
    found, millimetres, meant, is_exact = nearest(
        spot_at(lat, lon), tables.atlas, tables.ranks, places, metres, columns, wish, Reach(*reach)
    )
    meant = min(meant, most[0])
    shown, millimetres = found[:meant], millimetres[:meant]
    if by_time:
        # Stable: cinemas that begin at the same minute stay nearest first.
        order = np.argsort(first_minutes(columns, wish, places, shown), kind="mergesort")
        shown, millimetres = shown[order], millimetres[order]
    rows, stops, is_cut = matches(columns, wish, places, shown, most[1])
    numbers = _numbers(places, shown, millimetres, stops, rows)
    return is_exact, numbers, stops.size, found.size, is_cut


@compiled
def find_soonest(packed: Packed, places_: Plain, wish_: Plain, most: Plain) -> Plain:
    """Find anywhere, by the first start: see `soonest` and `matches`. Gives what `find_nearest` does, always exact."""
    tables, places, wish = unpacked(packed, Tables), Places(*places_), Wish(*wish_)
    columns = tables.columns
    found = soonest(tables.ranks, places, columns, wish, most[0] + 1)
    rows, stops, is_cut = matches(columns, wish, places, found[: most[0]], most[1])
    nowhere = np.full(stops.size, NOT_MEASURED_MM, dtype=np.int64)
    return _numbers(places, found, nowhere, stops, rows), stops.size, found.size, is_cut


@compiled_in_place
def _numbers(places: Places, shown: Ints, millimetres: Ints, stops: Ints, rows: Ints) -> Ints:
    """Lay a Found's numbers out: what is given to Python as one costs a third of what it does as four."""
    count = stops.size
    numbers = np.empty(3 * count + rows.size, dtype=np.int64)
    for number in range(count):
        numbers[number] = places.place[shown[number]]
        numbers[count + number] = millimetres[number]
    numbers[2 * count : 3 * count] = stops
    numbers[3 * count :] = rows
    return numbers


@compiled
def find_any(packed: Packed, places_: Plain, wish_: Plain) -> bool:
    """Say whether anything fits."""
    return has_match(unpacked(packed, Tables).columns, Wish(*wish_), Places(*places_))


@compiled
def find_place(packed: Packed, lat: float, lon: float) -> tuple[int, float]:
    """Find the place with the shortest chord: see `nearest_place`."""
    spot = spot_at(lat, lon)
    return nearest_in(unpacked(packed, Tables).atlas, spot.x, spot.y, spot.z)
