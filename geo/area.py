"""Areas: districts and other named polygons, and which of them a position lies in."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon, STRtree

from geo.area_tiles import Tiles, is_inside, tiles_of
from geo.distance import distances_m
from geo.point import Point

DISTRICT = "district"
NEIGHBOURHOOD = "neighbourhood"

Degrees = NDArray[np.float64]
Indices = NDArray[np.intp]
# To lay tiles costs as much as some times so many points without; whoever asks for as many asks again.
_FEW = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A named polygon: WGS 84 degrees, longitude first as in GeoJSON, split at the date line. Its border belongs to it.

    `kind` is `district`, `neighbourhood` or another such word; `aliases` are other names.
    """

    slug: str
    name: str
    kind: str
    geometry: Polygon | MultiPolygon
    aliases: tuple[str, ...] = ()

    def circle(self) -> tuple[Point, float]:
        """Give the middle of the area, and how far its farthest corner is from there, in metres."""
        middle = middle_of(self.geometry)
        lons, lats = shapely.get_coordinates(self.geometry).T
        return middle, float(distances_m(middle, lats.copy(), lons.copy()).max())


class Areas:
    """Areas in the order of their slugs, and which of them hold a position. Areas may overlap."""

    def __init__(self, areas: Iterable[Area] = ()) -> None:
        """Take areas, no slug twice."""
        self._areas = tuple(sorted(areas, key=lambda area: area.slug))
        self._by_slug = {area.slug: index for index, area in enumerate(self._areas)}
        geometries = [area.geometry for area in self._areas]
        shapely.prepare(geometries)
        self._bounds: Degrees = shapely.bounds(geometries).reshape(-1, 4)
        self._tree = STRtree(geometries)
        self._tiles: dict[int, Tiles] = {}

    def __getitem__(self, index: int) -> Area:
        """Give the area at a position of the list."""
        return self._areas[index]

    def __len__(self) -> int:
        """Count the areas."""
        return len(self._areas)

    def __iter__(self) -> Iterator[Area]:
        """Go through the areas."""
        return iter(self._areas)

    def find(self, slug: str) -> int | None:
        """Find the position of an area; null where there is none of this slug."""
        return self._by_slug.get(slug)

    def at(self, point: Point) -> list[Area]:
        """Give the areas that a point lies in or on the border of."""
        found = self._tree.query(shapely.Point(point.lon, point.lat), predicate="intersects")
        return [self._areas[index] for index in sorted(found.tolist())]

    def holding(self, index: int, lats: Degrees, lons: Degrees) -> Indices:
        """Give those of n positions (degrees, shape (n,)) that one area holds, ascending."""
        west, south, east, north = self._bounds[index]
        near: Indices = np.flatnonzero((lons >= west) & (lons <= east) & (lats >= south) & (lats <= north))
        geometry = self._areas[index].geometry
        if near.size < _FEW and index not in self._tiles:
            is_in: NDArray[np.bool_] = shapely.intersects_xy(geometry, lons[near], lats[near])
            return near[is_in]
        if index not in self._tiles:
            self._tiles[index] = tiles_of(geometry)
        return near[is_inside(geometry, self._tiles[index], lons[near], lats[near])]

    def of_kind(self, kind: str, lats: Degrees, lons: Degrees) -> Indices:
        """Give the area of a kind for each of n positions, shape (n,): the first by slug, -1 where there is none."""
        found = np.full(lats.shape, -1, dtype=np.intp)
        for index in reversed(range(len(self._areas))):
            if self._areas[index].kind == kind:
                found[self.holding(index, lats, lons)] = index
        return found


def middle_of(geometry: Polygon | MultiPolygon) -> Point:
    """Give the centroid; that of parts on both sides of the date line lies between them, of a cap on the pole."""
    _, south, _, north = shapely.bounds(geometry).tolist()
    if north == 90 or south == -90:
        return Point(90.0 if north == 90 else -90.0, 0.0)
    parts = shapely.get_parts(geometry)
    lons, lats = np.radians(shapely.get_coordinates(shapely.centroid(parts)).T)
    weights = shapely.area(parts) * np.cos(lats)
    spots = np.array([np.cos(lats) * np.cos(lons), np.cos(lats) * np.sin(lons), np.sin(lats)])
    x, y, z = (spots @ weights).tolist()
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    # Exactly there, no Point can be.
    return Point(lat or 1e-9, lon) if lon == 0 else Point(lat, lon)
