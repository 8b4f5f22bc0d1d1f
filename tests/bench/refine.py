"""What the opponents that order roughly share: boxes around a point, and the exact order of what they found."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from geo.distance import distances_m, nearest_first
from geo.point import Point
from tests.bench.wanted import Wanted
from tests.bench.worlds import World

# Shorter than any degree on the ellipsoid is (latitude: 110,574 m, longitude on the equator: 111,320 m).
_METRES_PER_DEGREE = 110_500.0
_FIRST_REACH_M, _GROWTH, _WHOLE_EARTH_M = 30_000.0, 4.0, 20_100_000.0

Box = tuple[float, float, float, float]


def boxes_around(here: Point, reach_m: float) -> list[Box]:
    """Give boxes (south, west, north, east) that hold all within reach: two of them across the date line."""
    height = reach_m / _METRES_PER_DEGREE
    south, north = max(here.lat - height, -90.0), min(here.lat + height, 90.0)
    narrowest = math.cos(math.radians(max(abs(south), abs(north))))
    width = 180.0 if narrowest < 0.01 else min(height / narrowest, 180.0)
    west, east = here.lon - width, here.lon + width
    if width == 180.0:
        return [(south, -180.0, north, 180.0)]
    if west < -180.0:
        return [(south, -180.0, north, east), (south, west + 360.0, north, 180.0)]
    if east > 180.0:
        return [(south, west, north, 180.0), (south, -180.0, north, east - 360.0)]
    return [(south, west, north, east)]


def reaches_m(within_m: float | None) -> Iterator[float]:
    """Give the radii to look in: the asked one, or ever wider ones up to the whole Earth."""
    if within_m is not None:
        yield within_m
        return
    reach_m = _FIRST_REACH_M
    while reach_m < _WHOLE_EARTH_M:
        yield reach_m
        reach_m *= _GROWTH
    yield _WHOLE_EARTH_M


def nearest_of(
    world: World, wanted: Wanted, cinemas: NDArray[np.int32], reach_m: float
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Order cinemas (sorted by position) exactly, within reach, up to the limit: cinemas and metres."""
    metres = distances_m(wanted.here, world.lats[cinemas], world.lons[cinemas])
    order = nearest_first(metres)[: wanted.limit]
    order = order[metres[order] <= reach_m]
    return cinemas[order], metres[order]
