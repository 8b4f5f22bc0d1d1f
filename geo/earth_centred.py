"""Positions as points in space, in metres from the middle of the Earth, for distances that cost little."""

from math import cos, radians, sin, sqrt

from geo.point import Point

# WGS 84: the equatorial radius in metres, and the first eccentricity squared.
_RADIUS_M = 6_378_137.0
_ECCENTRICITY_2 = 6.69437999014e-3


def earth_centred(point: Point) -> tuple[float, float, float]:
    """Give x, y and z of a position on the ellipsoid, in metres (EPSG guidance note 7-2, 4.1.1).

    The straight line between two positions is never longer than the way over the ground.
    """
    lat, lon = radians(point.lat), radians(point.lon)
    normal_m = _RADIUS_M / sqrt(1 - _ECCENTRICITY_2 * sin(lat) ** 2)
    across_m = normal_m * cos(lat)
    return across_m * cos(lon), across_m * sin(lon), normal_m * (1 - _ECCENTRICITY_2) * sin(lat)
