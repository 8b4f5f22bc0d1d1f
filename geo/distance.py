"""Exact distances: geodesic metres on WGS 84, one point to many, and the order that they give."""

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from geo.point import Point

_WGS84 = Geod(ellps="WGS84")

# Nothing on a map is known more finely, and below it the order of two distances is floating point's, not the world's.
EQUAL_M = 0.001


def distances_m(point: Point, lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure from a point to each of n positions (degrees, shape (n,)), in metres, shape (n,).

    Geodesics on the ellipsoid after Karney, "Algorithms for geodesics" (J. Geodesy 87, 2013), in bulk by PROJ.
    """
    here_lats = np.full(lats.shape, point.lat)
    here_lons = np.full(lons.shape, point.lon)
    _, _, metres = _WGS84.inv(here_lons, here_lats, lons, lats)
    return np.asarray(metres, dtype=np.float64)


def nearest_first(metres: NDArray[np.float64]) -> NDArray[np.intp]:
    """Give the order by distance in whole millimetres; equal ones keep the order in which they came (by slug, mostly).

    The same rule orders on the device, so that noise in the last digit never makes the two disagree.
    """
    return np.argsort(np.rint(metres / EQUAL_M), kind="stable")
