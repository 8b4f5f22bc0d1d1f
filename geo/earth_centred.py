"""Positions as earth-centred x, y, z: straight lines between them need no trigonometry."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.compiled import compiled_too
from geo.point import Point

# WGS 84: https://epsg.org/ellipsoid_7030/WGS-84.html
EQUATORIAL_M = 6_378_137.0
FLATTENING = 1 / 298.257223563
POLAR_M = EQUATORIAL_M * (1 - FLATTENING)

_ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING)


class Spot(NamedTuple):
    """A place on the ellipsoid, in metres from the centre of the Earth: x towards 0, 0, z towards the north pole."""

    x: float
    y: float
    z: float


def spot_of(point: Point) -> Spot:
    """Give a point's place."""
    return spot_at(point.lat, point.lon)


@compiled_too
def spot_at(lat_degrees: float, lon_degrees: float) -> Spot:
    """Give the place of a position; for compiled code too."""
    lat, lon = math.radians(lat_degrees), math.radians(lon_degrees)
    bow_m = EQUATORIAL_M / math.sqrt(1 - _ECCENTRICITY_2 * math.sin(lat) ** 2)
    across_m = bow_m * math.cos(lat)
    return Spot(across_m * math.cos(lon), across_m * math.sin(lon), bow_m * (1 - _ECCENTRICITY_2) * math.sin(lat))


def spots_of(lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the places of n positions (degrees, shape (n,)), in metres, shape (n, 3)."""
    lat, lon = np.radians(lats), np.radians(lons)
    bow_m = EQUATORIAL_M / np.sqrt(1 - _ECCENTRICITY_2 * np.sin(lat) ** 2)
    across_m = bow_m * np.cos(lat)
    return np.column_stack(
        [across_m * np.cos(lon), across_m * np.sin(lon), bow_m * (1 - _ECCENTRICITY_2) * np.sin(lat)]
    )
