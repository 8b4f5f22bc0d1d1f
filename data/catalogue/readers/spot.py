"""A shape becomes the one position of a house: a point inside it, as latitude and longitude written down."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import shapely
from shapely.errors import GEOSException

from data.catalogue.errors import ValueUnreadableError
from data.schedules.readers.json_text import Json

# Seven decimals are a centimetre, as OpenStreetMap has them.
_DECIMALS = 7
# No house has more corners.
_MOST_CORNERS = 100_000

Corner = tuple[float, float]


class Spot(NamedTuple):
    """A position as cells of a sheet have it."""

    lat: str
    lon: str


def spot_of_geometry(geometry: Json) -> Spot:
    """Give the position of a GeoJSON geometry (RFC 7946): a point as it stands, else a point inside.

    Raises ValueUnreadableError.
    """
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind == "Point":
        lon, lat = _pair(coordinates)
        return Spot(str(lat), str(lon))
    shape = _SHAPES.get(str(kind))
    if shape is None:
        raise _unreadable("It has no position" if geometry is None else f"Its geometry is a {str(kind)[:30]}")
    return spot_inside(shape(coordinates))


def spot_inside(shape: shapely.Geometry) -> Spot:
    """Give a point inside a shape of longitudes and latitudes. Raises ValueUnreadableError for an empty one."""
    try:
        point = shapely.make_valid(shape).representative_point()
    except GEOSException:
        raise _unreadable("Its outline cannot be read") from None
    if point.is_empty:
        raise _unreadable("Its outline is empty")
    return Spot(str(round(point.y, _DECIMALS)), str(round(point.x, _DECIMALS)))


def outline(corners: Sequence[Corner]) -> shapely.Geometry:
    """Make a shape of corners (longitude, latitude): an area where they close, else a line or a point."""
    if len(corners) > _MOST_CORNERS:
        raise _unreadable("Its outline has too many corners")
    if len(corners) < 2:
        return shapely.Point(corners[0]) if corners else shapely.Point()
    is_closed = len(corners) > 3 and corners[0] == corners[-1]
    return shapely.Polygon(corners) if is_closed else shapely.LineString(corners)


def _polygon(rings: Json) -> shapely.Geometry:
    outer, *holes = map(_corners, _list(rings)) if _list(rings) else [[]]
    if len(outer) < 4 or any(len(hole) < 4 for hole in holes):
        raise _unreadable("Its outline has fewer than three corners")
    return shapely.Polygon(outer, holes)


def _several(shape: Callable[[Json], shapely.Geometry]) -> Callable[[Json], shapely.Geometry]:
    return lambda parts: shapely.GeometryCollection([shape(part) for part in _list(parts)])


_SHAPES: dict[str, Callable[[Json], shapely.Geometry]] = {
    "Polygon": _polygon,
    "MultiPolygon": _several(_polygon),
    "LineString": lambda corners: outline(_corners(corners)),
    "MultiPoint": _several(lambda corner: outline(_corners([corner]))),
    "MultiLineString": _several(lambda corners: outline(_corners(corners))),
}


def _corners(coordinates: Json) -> list[Corner]:
    corners = _list(coordinates)
    if len(corners) > _MOST_CORNERS:
        raise _unreadable("Its outline has too many corners")
    return [(float(lon), float(lat)) for lon, lat in map(_pair, corners)]


def _pair(coordinates: Json) -> tuple[str, str]:
    """Give longitude and latitude as they are written; a height behind them is left."""
    pair = _list(coordinates)[:2]
    if len(pair) < 2:
        raise _unreadable("Its coordinates are no pair of numbers")
    lon, lat = (str(number) for number in pair)
    try:
        float(lon), float(lat)
    except ValueError:
        raise _unreadable("Its coordinates are no numbers") from None
    return lon, lat


def _list(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list) else []


def _unreadable(what: str) -> ValueUnreadableError:
    sentence = f"{what}: nobody can tell where this cinema stands. Give it a point, [longitude, latitude]."
    return ValueUnreadableError("geometry-unreadable", sentence)
