"""Latitude and longitude in each other's place, recognised against where the cinemas are."""

from collections.abc import Callable

from geo.errors import NullIslandError, PositionOutOfRangeError, PositionSwappedError
from geo.point import Point

FAR_M = 500_000.0
NEAR_M = 150_000.0


def refuse_swapped(point: Point, nearest_place: Callable[[Point], tuple[int, float]]) -> int:
    """Give the place nearest to a point, -1 where there is none; `nearest_place` finds it, with its chord in metres.

    Raises PositionSwappedError where no place is near, but one is near the mirror image. Far is over 500 km, near is
    under 150 km, both as chords.
    """
    place, nearest_m = nearest_place(point)
    if place < 0 or nearest_m <= FAR_M:
        return place
    try:
        mirrored = Point(point.lon, point.lat)
    except (PositionOutOfRangeError, NullIslandError):
        return place
    if nearest_place(mirrored)[1] <= NEAR_M:
        raise PositionSwappedError(
            "Latitude and longitude are swapped: no cinema is within 500 km of this position, but some are near it "
            "the other way round. Send the latitude as lat and the longitude as lon."
        )
    return place
