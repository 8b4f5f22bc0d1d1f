"""A polygon as a mosaic of tiles that lie wholly inside or wholly outside, so that few points need the exact test."""

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

SIDE = 64
_OUTSIDE, _INSIDE, _OPEN = 0, 1, 2


class Tiles(NamedTuple):
    """SIDE × SIDE tiles over a polygon's box, rows from the south: outside, inside, or open (the border is near)."""

    corner: NDArray[np.float64]
    per_degree: NDArray[np.float64]
    kinds: NDArray[np.uint8]

    def kinds_at(self, lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.uint8]:
        """Give the tiles of n positions within the box, shape (n,)."""
        columns, rows = (
            np.minimum(((degrees - corner) * per_degree).astype(np.intp), SIDE - 1)
            for degrees, corner, per_degree in zip((lons, lats), self.corner, self.per_degree, strict=True)
        )
        kinds: NDArray[np.uint8] = np.take(self.kinds, rows * SIDE + columns)
        return kinds


def tiles_of(geometry: Polygon | MultiPolygon) -> Tiles:
    """Lay the tiles of a polygon.

    The border is walked in steps of at most one tile; the tiles stepped on and all their neighbours are open. So from
    any other tile the border is at least half a tile away, more than rounding could move a point: a whole such tile is
    what its middle is.
    """
    west, south, east, north = shapely.bounds(geometry)
    corner, per_degree = np.array([west, south]), SIDE / np.array([east - west, north - south])
    in_tiles = shapely.transform(geometry, lambda degrees: (degrees - corner) * per_degree)
    steps = shapely.get_coordinates(shapely.segmentize(in_tiles, 1.0)).astype(np.intp)
    is_open = np.zeros((SIDE, SIDE), dtype=np.bool_)
    for beside in np.ndindex(3, 3):
        columns, rows = (steps + beside - 1).clip(0, SIDE - 1).T
        is_open[rows, columns] = True
    rows, columns = np.nonzero(~is_open)
    lons, lats = ((np.column_stack([columns, rows]) + 0.5) / per_degree + corner).T
    kinds = np.full((SIDE, SIDE), _OPEN, dtype=np.uint8)
    kinds[rows, columns] = np.where(shapely.contains_xy(geometry, lons, lats), _INSIDE, _OUTSIDE)
    return Tiles(corner, per_degree, kinds)


def is_inside(
    geometry: Polygon | MultiPolygon, tiles: Tiles, lons: NDArray[np.float64], lats: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Say of n positions within the box of a polygon whether they lie in it or on its border, shape (n,)."""
    kinds = tiles.kinds_at(lons, lats)
    inside: NDArray[np.bool_] = kinds == _INSIDE
    is_open = np.flatnonzero(kinds == _OPEN)
    inside[is_open] = shapely.intersects_xy(geometry, lons[is_open], lats[is_open])
    return inside
