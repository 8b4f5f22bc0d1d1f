"""The inner loop: the nearest places that have something that fits, in exact order; and those where it starts first."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.columns import Columns, Places, Wish
from data.programme.kernel.in_order import insert
from data.programme.kernel.matching import earliest, first_match
from geo.atlas import DEEPEST, Atlas, ball_chord_m, farther_first
from geo.compiled import compiled, compiled_in_place
from geo.earth_centred import Spot
from geo.geodesic import chord_m, geodesic_m

# As few places are looked at one by one: quicker than walking down to them.
FEW = 8
# Farther than the Earth is wide, in millimetres.
NO_BOUND_MM = 1 << 36
# What is first by distance (or minute), then by rank, as one number.
_RANK_BITS = 24


class Reach(NamedTuple):
    """How far to look: for all within the `limit`-th distance + slack_mm, and for one more; at most `most` places.

    A place whose distance in whole millimetres is within_mm is within.
    """

    limit: int
    most: int
    slack_mm: int
    within_mm: int


@compiled
def nearest(
    here: Spot,
    atlas: Atlas,
    ranks: NDArray[np.int64],
    places: Places,
    metres: NDArray[np.float64],
    columns: Columns,
    wish: Wish,
    reach: Reach,
) -> tuple[NDArray[np.int64], NDArray[np.int64], int, bool]:
    """Find the nearest places with a row that fits: positions in `places`, millimetres, how many of them are meant
    (the rest says that there are more), and whether all is exact.

    Nearest first, places equally far by rank. Not exact: one was too nearly opposite to be measured here; then ask
    again with the distances of all places as `metres` (else empty).

    The tree is walked down nearer side first, along with the run of `places` that lies below each node. No geodesic
    is shorter than its chord, and no chord of a ball's places than the chord to the ball: so nothing that is left
    aside, for being farther by chord than what is kept by geodesic, could belong in.
    """
    x, y, z = here
    keys, found = np.empty(reach.most, dtype=np.int64), np.empty(reach.most, dtype=np.int64)
    count, bound = 0, reach.within_mm
    inner = atlas.first.size // 2
    nodes = np.empty((DEEPEST, 3), dtype=np.int32)
    nodes[0, 0], nodes[0, 1], nodes[0, 2] = 0, 0, places.place.size
    pending = 1
    while pending:
        pending -= 1
        node, low, high = nodes[pending, 0], nodes[pending, 1], nodes[pending, 2]
        if ball_chord_m(atlas, node, x, y, z) * 1000 > bound + 1:
            continue
        if node < inner and high - low > FEW:
            left = 2 * node + 1
            middle = _split(places.place, low, high, atlas.first[left + 1])
            for child in farther_first(atlas, left, x, y, z):
                nodes[pending, 0] = child
                nodes[pending, 1] = low if child == left else middle
                nodes[pending, 2] = middle if child == left else high
                pending += nodes[pending, 1] < nodes[pending, 2]
            continue
        for at in range(low, high):
            place = places.place[at]
            u, v, w = atlas.spots[place, 0], atlas.spots[place, 1], atlas.spots[place, 2]
            if (
                not places.days[at] & wish.days
                or chord_m(x, y, z, u, v, w) * 1000 > bound + 1
                or first_match(columns, wish, place, places.offset[at]) < 0
            ):
                continue
            far = metres[at] if metres.size else geodesic_m(x, y, z, u, v, w)
            if np.isnan(far):
                return found[:0], keys[:0], 0, False
            if far * 1000 < bound + 1:
                key = np.int64(np.rint(far * 1000)) << _RANK_BITS | ranks[place]
                count = insert(keys, found, 0, count, key, at)
                bound = _bound_mm(keys, count, reach)
    millimetres = keys[:count] >> _RANK_BITS
    within = int(np.searchsorted(millimetres, bound, side="right"))
    meant = within
    if within > reach.limit:
        meant = int(np.searchsorted(millimetres[:within], millimetres[reach.limit - 1] + reach.slack_mm, side="right"))
        # Others are as far as the one more: it alone is counted.
        within = max(meant, reach.limit + 1)
    return found[:within], millimetres[:within], meant, True


@compiled_in_place
def _split(places: NDArray[np.int32], low: int, high: int, first: int) -> int:
    """Give where, between low and high, the places from `first` on begin."""
    while low < high:
        middle = (low + high) // 2
        if places[middle] < first:
            low = middle + 1
        else:
            high = middle
    return low


@compiled_in_place
def _bound_mm(keys: NDArray[np.int64], count: int, reach: Reach) -> int:
    bound = reach.within_mm
    if count > reach.limit:
        meant = (keys[reach.limit - 1] >> _RANK_BITS) + reach.slack_mm
        bound = min(bound, max(meant, keys[reach.limit] >> _RANK_BITS))
    if count == reach.most:
        bound = min(bound, keys[count - 1] >> _RANK_BITS)
    return bound


@compiled
def soonest(ranks: NDArray[np.int64], places: Places, columns: Columns, wish: Wish, most: int) -> NDArray[np.int64]:
    """Find where something that fits starts first: at most so many positions in `places`; ties by rank."""
    keys, found = np.empty(most, dtype=np.int64), np.empty(most, dtype=np.int64)
    count = 0
    for at in range(places.place.size):
        if not places.days[at] & wish.days:
            continue
        place = places.place[at]
        minute = np.int64(earliest(columns, wish, place, places.offset[at]))
        if minute >= 0:
            count = insert(keys, found, 0, count, minute << _RANK_BITS | ranks[place], at)
    return found[:count]
