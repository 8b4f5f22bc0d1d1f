"""Places in spatial order under a tree of balls: what lies near a spot is found without looking at the rest.

A ball tree after S. Omohundro, "Five balltree construction algorithms" (ICSI, 1989), in the order of a k-d tree: the
places are halved again and again along their longest side, so each node's places stand together, and so do those of
any subset that is kept in this order.
"""

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.compiled import compiled, compiled_in_place
from geo.earth_centred import spot_of, spots_of
from geo.geodesic import chord_m
from geo.packed import Rows
from geo.point import Point

LEAF_SIZE = 16
# A walk puts aside at most one node a level.
DEEPEST = 64


class Atlas(NamedTuple):
    """n places in spatial order, as earth-centred metres (n, 3), and a complete binary tree of balls over them.

    The children of node i are 2i + 1 and 2i + 2; its places are those from first[i] to first_after[i], all within
    radius[i] metres (a chord) of centre[i].
    """

    spots: Rows
    first: NDArray[np.int32]
    first_after: NDArray[np.int32]
    centre: Rows
    radius: NDArray[np.float64]


def make_atlas(lats: NDArray[np.float64], lons: NDArray[np.float64]) -> tuple[NDArray[np.intp], Atlas]:
    """Order n positions (degrees, shape (n,)); give the order (n,) and the atlas of the positions so ordered."""
    spots = spots_of(lats, lons)
    depth = max(0, math.ceil(math.log2(max(1, lats.size) / LEAF_SIZE)))
    order = np.arange(lats.size)
    bounds = np.array([0, lats.size])
    first, first_after = [bounds[:-1]], [bounds[1:]]
    for _ in range(depth):
        for start, stop in pairwise(bounds):
            order[start:stop] = _halved(spots, order[start:stop])
        bounds = np.sort(np.concatenate([bounds, (bounds[:-1] + bounds[1:]) // 2]))
        first.append(bounds[:-1])
        first_after.append(bounds[1:])
    ordered = spots[order]
    starts, stops = np.concatenate(first).astype(np.int32), np.concatenate(first_after).astype(np.int32)
    balls = [_ball(ordered[start:stop]) for start, stop in zip(starts, stops, strict=True)]
    centre = np.array([middle for middle, _ in balls])
    return order, Atlas(ordered, starts, stops, centre, np.array([radius for _, radius in balls]))


def _halved(spots: NDArray[np.float64], places: NDArray[np.intp]) -> NDArray[np.intp]:
    """Put the half that is lower along the longest side before the other."""
    if places.size < 2:
        return places
    here = spots[places]
    longest = int(np.argmax(np.ptp(here, axis=0)))
    return places[np.argpartition(here[:, longest], places.size // 2)]


def _ball(spots: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Give centre and radius; the radius is a micrometre too long, for what rounding may have lost."""
    if spots.size == 0:
        return np.zeros(3), 0.0
    centre = (spots.min(axis=0) + spots.max(axis=0)) / 2
    return centre, float(np.sqrt(((spots - centre) ** 2).sum(axis=1)).max()) + 1e-6


@compiled_in_place
def ball_chord_m(atlas: Atlas, node: int, x: float, y: float, z: float) -> float:
    """Give a bound: no place of the node has a shorter chord to (x, y, z); 0 inside the ball."""
    centre = atlas.centre
    to_centre: float = chord_m(x, y, z, centre[node, 0], centre[node, 1], centre[node, 2])
    outside: float = to_centre - atlas.radius[node]
    return max(0.0, outside)


def nearest_place(atlas: Atlas, point: Point) -> tuple[int, float]:
    """Find the place with the shortest chord, and that chord in metres; -1 and infinity where there is none."""
    return nearest_in(atlas, *spot_of(point))


@compiled
def nearest_in(atlas: Atlas, x: float, y: float, z: float) -> tuple[int, float]:
    """Find the same; for compiled code."""
    best, best_m = -1, np.inf
    inner = atlas.first.size // 2
    pending = np.empty(DEEPEST, dtype=np.int32)
    pending[0], count = 0, 1
    while count:
        count -= 1
        node = pending[count]
        if ball_chord_m(atlas, node, x, y, z) >= best_m:
            continue
        if node < inner:
            pending[count], pending[count + 1] = farther_first(atlas, 2 * node + 1, x, y, z)
            count += 2
            continue
        for place in range(atlas.first[node], atlas.first_after[node]):
            chord = chord_m(x, y, z, atlas.spots[place, 0], atlas.spots[place, 1], atlas.spots[place, 2])
            if chord < best_m:
                best, best_m = place, chord
    return best, best_m


@compiled_in_place
def farther_first(atlas: Atlas, left: int, x: float, y: float, z: float) -> tuple[int, int]:
    """Order two siblings for a stack: the nearer one is put on top, and looked at first."""
    if ball_chord_m(atlas, left, x, y, z) <= ball_chord_m(atlas, left + 1, x, y, z):
        return left + 1, left
    return left, left + 1
