"""Rows whose latitude and longitude stand in each other's place: some of a file, or all of it."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from data.catalogue.cinema_rows import CinemaRow
from data.catalogue.errors import ValueUnreadableError
from data.catalogue.report import Findings
from data.catalogue.whereabouts import country_of, zone_at
from geo.atlas import make_atlas, nearest_place
from geo.distance import distances_m
from geo.errors import PositionError, PositionSwappedError
from geo.point import Point
from geo.swapped import refuse_swapped

Nearest = Callable[[Point], tuple[int, float]]
_WRITE = "Change them; if they are right, write the country as two letters."


def refuse_swapped_rows(rows: list[CinemaRow], known: Sequence[Point], findings: Findings) -> list[CinemaRow]:
    """Give the rows without those whose latitude and longitude are swapped; these are among the findings.

    A row's own country tells; else where the rest of the file and the known cinemas are, or that it lies at sea.
    """
    if not rows:
        return rows
    lats, lons = _degrees([row.point for row in rows])
    suspects = _nearer_when_mirrored(lats, lons)
    near_rest = _nearest_of(*_degrees([*known, *(rows[i].point for i in np.flatnonzero(~suspects))]))
    near_known = _nearest_of(*_degrees(known))
    for row, is_suspect in zip(rows, suspects, strict=True):
        reason = _reason(row, near_rest if is_suspect else near_known)
        if reason:
            value = f"{row.point.lat}, {row.point.lon}"
            sentence = f"Latitude and longitude are swapped: {reason}. {_WRITE}"
            findings.error("position-swapped", sentence, row=row.number, column="lat", value=value)
    return [row for row in rows if row.number not in findings.rows_in_error]


def _reason(row: CinemaRow, nearest: Nearest) -> str:
    """Say why a row's position is taken for swapped; empty where it is not."""
    try:
        mirrored = Point(row.point.lon, row.point.lat)
    except PositionError:
        return ""
    here, there = _country_at(row.point), _country_at(mirrored)
    told = row.facts.country
    if told:
        return f"as they stand, it is not in {told}, the other way round it is" if here != told == there else ""
    try:
        refuse_swapped(row.point, nearest)
    except PositionSwappedError:
        return "as they stand, no cinema is within 500 km, the other way round some are near"
    return f"as they stand, it lies at sea, the other way round in {there}" if there and not here else ""


def _country_at(point: Point) -> str:
    """Give the country at a point; empty at sea."""
    try:
        return country_of(zone_at(point))
    except ValueUnreadableError:
        return ""


def _nearer_when_mirrored(lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.bool_]:
    # Measured from the median, which swapped rows do not move while they are the fewer.
    middle_lat, middle_lon = float(np.median(lats)), float(np.median(lons))
    if middle_lat == middle_lon == 0:
        return np.zeros(lats.shape, dtype=np.bool_)
    middle = Point(middle_lat, middle_lon)
    has_mirror = np.abs(lons) <= 90
    mirrored = distances_m(middle, np.where(has_mirror, lons, 0), np.where(has_mirror, lats, 0))
    return has_mirror & (mirrored < distances_m(middle, lats, lons))


def _degrees(points: Sequence[Point]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return np.array([point.lat for point in points]), np.array([point.lon for point in points])


def _nearest_of(lats: NDArray[np.float64], lons: NDArray[np.float64]) -> Nearest:
    return partial(nearest_place, make_atlas(lats, lons)[1])
