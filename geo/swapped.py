"""Latitude and longitude in each other's place, recognised against where the cinemas are."""

import numpy as np
from numpy.typing import NDArray

from geo.distance import distances_m
from geo.errors import NullIslandError, PositionOutOfRangeError, PositionSwappedError
from geo.point import Point

FAR_M = 500_000.0
NEAR_M = 150_000.0


def refuse_swapped(point: Point, lats: NDArray[np.float64], lons: NDArray[np.float64]) -> None:
    """Raise PositionSwappedError where no place is near the point, but one is near its mirror image.

    `lats` and `lons` are the known places in degrees, shape (n,); far is over 500 km, near is under 150 km.
    """
    if lats.size == 0 or distances_m(point, lats, lons).min() <= FAR_M:
        return
    try:
        mirrored = Point(point.lon, point.lat)
    except (PositionOutOfRangeError, NullIslandError):
        return
    if distances_m(mirrored, lats, lons).min() <= NEAR_M:
        raise PositionSwappedError(
            "Latitude and longitude are swapped: no cinema is within 500 km of this position, but some are near it "
            "the other way round. Send the latitude as lat and the longitude as lon."
        )
