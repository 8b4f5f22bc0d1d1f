"""Where an installation's cinemas are: of a file of the whole world, the places around them are taken."""

from collections.abc import Sequence

import numpy as np
from sqlmodel import Session, select

from data.tables.cinema import Cinema
from geo.atlas import make_atlas, nearest_place
from geo.point import Point

SERVED_M = 150_000.0
# A station is called by the city of the cinema beside it.
BESIDE_M = 20_000.0


class ServedArea:
    """What is within 150 km of a cinema; everything, where there is no cinema."""

    def __init__(self, cinemas: Sequence[Cinema]) -> None:
        lats, lons = np.array([c.lat for c in cinemas]), np.array([c.lon for c in cinemas])
        order, self._atlas = make_atlas(lats.astype(np.float64), lons.astype(np.float64))
        self._cities = [cinemas[int(place)].city or "" for place in order]

    def holds(self, point: Point) -> bool:
        """Say whether a point is served."""
        place, metres = nearest_place(self._atlas, point)
        return place < 0 or metres <= SERVED_M

    def city_at(self, point: Point) -> str:
        """Give the city of the nearest cinema; empty where it is far, or has none."""
        place, metres = nearest_place(self._atlas, point)
        return self._cities[place] if place >= 0 and metres <= BESIDE_M else ""


def read_served_area(session: Session) -> ServedArea:
    """Read where the cinemas are."""
    return ServedArea(session.exec(select(Cinema)).all())
