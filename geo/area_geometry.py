"""An outline as files have it becomes a valid polygon: over the date line, around a pole, where it crosses itself."""

import math
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

from geo.errors import AreaError

# A district has some hundred, a country drawn to the metre some ten thousand.
MOST_CORNERS = 200_000
_DEEPEST = 4
_POLYGON = shapely.GeometryType.POLYGON.value
# What rounding leaves where two areas should be equal, or one should be none.
_SLACK = 1e-9

Ring = NDArray[np.float64]
Region: TypeAlias = Polygon | MultiPolygon


class Outline(NamedTuple):
    """A valid polygon, split at the date line; `repair` says what had to be put right, null where nothing had."""

    geometry: Region
    repair: str | None


def read_outline(geometry: object) -> Outline:
    """Read a GeoJSON Polygon or MultiPolygon, or a collection of them. Raises AreaError, which says what is wrong.

    An outline over the date line may be split there, as RFC 7946 (3.1.9) wants it, or not: an edge of more than 180°
    goes the short way around. One that goes all the way around the Earth encloses the pole that is nearer. What is
    inside does not depend on the direction in which a ring is written.
    """
    repairs: list[str] = []
    polygons = [_polygon(rings, repairs) for rings in _polygons_in(geometry)]
    if not polygons:
        raise AreaError("This geometry has no polygon in it. Draw the outline of the area.")
    whole = _polygons_of(shapely.union_all(polygons))
    if shapely.area(whole) < sum(map(shapely.area, polygons)) * (1 - _SLACK):
        repairs.append("some of its parts overlap")
    if shapely.area(whole) <= _SLACK**2:
        raise AreaError("This outline encloses nothing. Draw it around the area.")
    return Outline(whole, f"The outline was repaired: {'; '.join(dict.fromkeys(repairs))}." if repairs else None)


def _polygons_in(geometry: object, depth: int = 0) -> Iterator[list[Ring]]:
    """Go through the polygons of a geometry as lists of rings, the outer one first."""
    if not isinstance(geometry, dict) or depth > _DEEPEST:
        raise AreaError("This feature has no geometry. Draw the outline of the area.")
    match geometry.get("type"), geometry:
        case "Polygon", {"coordinates": list(rings)}:
            yield _rings(rings)
        case "MultiPolygon", {"coordinates": list(polygons)}:
            for rings in polygons:
                yield _rings(rings)
        case "GeometryCollection", {"geometries": list(parts)}:
            for part in parts:
                yield from _polygons_in(part, depth + 1)
        case kind, _:
            raise AreaError(f"An area is a Polygon or a MultiPolygon with coordinates, and this is {kind!r:.40}.")


def _rings(written: object) -> list[Ring]:
    if not isinstance(written, list) or not written:
        raise AreaError("A polygon of this geometry has no outline.")
    return [_ring(ring) for ring in written]


def _ring(written: object) -> Ring:
    """Read the corners of a ring, shape (n, 2), longitude first; the last is the first again."""
    if not isinstance(written, list) or len(written) < 3:
        raise AreaError("A ring of this outline has fewer than three corners.")
    if len(written) > MOST_CORNERS:
        raise AreaError(f"A ring of this outline has more than {MOST_CORNERS} corners. Simplify it.")
    try:
        ring = np.array([(float(lon), float(lat)) for lon, lat, *_ in written])
    except (TypeError, ValueError, OverflowError):
        raise AreaError("A corner of this outline is no pair of numbers, longitude first.") from None
    if not np.isfinite(ring).all() or np.abs(ring[:, 0]).max() > 540:
        raise AreaError("A corner of this outline has a longitude that is none, in decimal degrees.")
    if np.abs(ring[:, 1]).max() > 90:
        raise AreaError(
            "A corner of this outline has a latitude beyond 90 degrees. GeoJSON has the longitude first, in degrees of "
            "WGS 84: are the two swapped, or these coordinates of another system?"
        )
    return ring if (ring[0] == ring[-1]).all() else np.vstack([ring, ring[:1]])


def _polygon(rings: list[Ring], repairs: list[str]) -> Region:
    """Cut the holes out of what the outer ring encloses."""
    outer, *holes = (_region(ring, repairs) for ring in rings)
    without = shapely.difference(outer, shapely.union_all(holes))
    if shapely.area(without) > (shapely.area(outer) - sum(map(shapely.area, holes))) * (1 + _SLACK) + _SLACK**2:
        repairs.append("a hole lies outside, or over another one")
    return _polygons_of(without)


def _region(ring: Ring, repairs: list[str]) -> Region:
    """Give what a ring encloses, within -180 to 180 degrees."""
    enclosed = Polygon(_around_the_pole(_unrolled(ring)))
    if not shapely.is_valid(enclosed):
        repairs.append(shapely.is_valid_reason(enclosed).replace("[", " at ").replace("]", "").lower())
        enclosed = shapely.make_valid(enclosed, method="structure", keep_collapsed=False)
    return _polygons_of(_wrapped(enclosed))


def _unrolled(ring: Ring) -> Ring:
    """Let longitudes go on beyond 180 degrees where an edge is longer than that: it goes the short way around."""
    steps = np.diff(ring[:, 0])
    # Along a pole every way is as short; there, files go along the edge of the map.
    along_pole = (np.abs(ring[1:, 1]) == 90) & (ring[1:, 1] == ring[:-1, 1])
    steps -= np.where(along_pole, 0, 360 * np.round(steps / 360))
    return np.column_stack([np.concatenate([ring[:1, 0], ring[0, 0] + np.cumsum(steps)]), ring[:, 1]])


def _around_the_pole(ring: Ring) -> Ring:
    """Close a ring that ends a whole turn from where it began over the pole that is nearer."""
    if abs(ring[-1, 0] - ring[0, 0]) < 180:
        return np.vstack([ring[:-1], ring[:1]])
    pole = math.copysign(90, ring[:, 1].mean())
    return np.vstack([ring, [(ring[-1, 0], pole), (ring[0, 0], pole)], ring[:1]])


def _wrapped(region: Region) -> Region:
    """Bring back what lies beyond 180 degrees east or west."""
    west, _, east, _ = shapely.bounds(region).tolist()
    if (west >= -180 and east <= 180) or math.isnan(west):
        return region
    pieces = []
    for turn in range(math.floor((west + 180) / 360), math.ceil((east - 180) / 360) + 1):
        piece = shapely.intersection(region, shapely.box(360 * turn - 180, -90, 360 * turn + 180, 90))
        pieces.append(shapely.transform(piece, lambda degrees, turn=turn: degrees - (360 * turn, 0)))
    return shapely.union_all(pieces)


def _polygons_of(geometry: shapely.Geometry) -> Region:
    """Leave points and lines, to which parts of an outline can shrink."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    polygons = parts[shapely.get_type_id(parts) == _POLYGON]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(list(polygons))
