"""Exact distances: geodesic metres on WGS 84, one point to many, and the order that they give."""

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from geo.point import Point

_WGS84 = Geod(ellps="WGS84")


def distances_m(point: Point, lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure from a point to each of n positions (degrees, shape (n,)), in metres, shape (n,).

    Geodesics on the ellipsoid after Karney, "Algorithms for geodesics" (J. Geodesy 87, 2013), in bulk by PROJ.
    """
    here_lats = np.full(lats.shape, point.lat)
    here_lons = np.full(lons.shape, point.lon)
    _, _, metres = _WGS84.inv(here_lons, here_lats, lons, lats)
    return np.asarray(metres, dtype=np.float64)


def nearest_first(metres: NDArray[np.float64]) -> NDArray[np.intp]:
    """Give the order by distance; equal distances keep the order in which they came (by slug, where that is it)."""
    return np.argsort(metres, kind="stable")
