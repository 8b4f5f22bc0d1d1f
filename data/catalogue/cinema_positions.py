"""What only the whole file shows of a position: swapped against the rest, or given to several houses."""

from collections import Counter
from functools import partial

import numpy as np
from numpy.typing import NDArray

from data.catalogue.cinema_rows import CinemaRow
from data.catalogue.report import Findings
from geo.atlas import Atlas, make_atlas, nearest_place
from geo.distance import distances_m
from geo.errors import PositionSwappedError
from geo.point import Point
from geo.swapped import refuse_swapped

MANY_HOUSES = 3


def refuse_swapped_rows(rows: list[CinemaRow], findings: Findings) -> list[CinemaRow]:
    """Give the rows without those whose latitude and longitude are swapped; these are among the findings."""
    if not rows:
        return rows
    lats = np.array([row.point.lat for row in rows])
    lons = np.array([row.point.lon for row in rows])
    suspects = _nearer_when_mirrored(lats, lons)
    _, rest = make_atlas(lats[~suspects], lons[~suspects])
    for index in np.flatnonzero(suspects):
        _refuse(rows[index], rest, findings)
    return [row for row in rows if row.number not in findings.rows_in_error]


def _nearer_when_mirrored(lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.bool_]:
    # Measured from the median, which swapped rows do not move while they are the fewer.
    middle_lat, middle_lon = float(np.median(lats)), float(np.median(lons))
    if middle_lat == middle_lon == 0:
        return np.zeros(lats.shape, dtype=np.bool_)
    middle = Point(middle_lat, middle_lon)
    has_mirror = np.abs(lons) <= 90
    mirrored = distances_m(middle, np.where(has_mirror, lons, 0), np.where(has_mirror, lats, 0))
    return has_mirror & (mirrored < distances_m(middle, lats, lons))


def _refuse(row: CinemaRow, others: Atlas, findings: Findings) -> None:
    try:
        refuse_swapped(row.point, partial(nearest_place, others))
    except PositionSwappedError as error:
        value = f"{row.point.lat}, {row.point.lon}"
        findings.error("position-swapped", str(error), row=row.number, column="lat", value=value)


def warn_of_shared_positions(rows: list[CinemaRow], findings: Findings) -> None:
    """Warn of each row whose exact position three houses or more have."""
    houses = Counter(row.point for row in rows)
    for row in rows:
        if (count := houses[row.point]) >= MANY_HOUSES:
            findings.warn(
                "position-shared",
                f"{count} cinemas of this file stand at exactly this position: probably a geocoder's default, or one "
                "house under several names. Look the position up.",
                row=row.number,
                column="lat",
                value=f"{row.point.lat}, {row.point.lon}",
            )
