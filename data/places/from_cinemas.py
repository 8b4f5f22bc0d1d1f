"""Places that the cinemas tell of: each house itself, and the postcodes and cities that they stand in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from data.tables.cinema import Cinema
from geo.distance import distances_m
from geo.place import WIDEST_M, Place, PlaceKind
from geo.point import Point

HOUSE_M = 50.0
# A few houses say little of how wide a city is.
NARROWEST_M = {PlaceKind.POSTCODE: 1_500.0, PlaceKind.CITY: 5_000.0}
WEIGHTS = {PlaceKind.CITY: 0.9, PlaceKind.POSTCODE: 0.5, PlaceKind.CINEMA: 0.3}


@dataclass(frozen=True, slots=True)
class _Named:
    """What houses have in common; a postcode lies in a city, a city in a country."""

    kind: PlaceKind
    country: str
    name: str
    context: str


def places_from_cinemas(cinemas: Iterable[Cinema]) -> Iterator[Place]:
    """Give the houses, and the middle of those of each postcode and city with the way to the farthest as accuracy."""
    standing: dict[_Named, list[Point]] = {}
    for cinema in cinemas:
        point, city = Point(cinema.lat, cinema.lon), cinema.city or ""
        yield _place(cinema.name, PlaceKind.CINEMA, point, HOUSE_M, city)
        if cinema.postcode:
            standing.setdefault(_Named(PlaceKind.POSTCODE, cinema.country, cinema.postcode, city), []).append(point)
        if city:
            standing.setdefault(_Named(PlaceKind.CITY, cinema.country, city, ""), []).append(point)
    for named, points in standing.items():
        middle, farthest_m = _middle(points)
        accuracy_m = min(max(farthest_m, NARROWEST_M[named.kind]), WIDEST_M)
        yield _place(named.name, named.kind, middle, accuracy_m, named.context)


def _place(name: str, kind: PlaceKind, point: Point, accuracy_m: float, context: str) -> Place:
    return Place(name=name, kind=kind, point=point, accuracy_m=accuracy_m, context=context, weight=WEIGHTS[kind])


def _middle(points: list[Point]) -> tuple[Point, float]:
    """Give the middle of points, and how far the farthest is from it, in whole metres, rounded up."""
    lats, lons = np.array([point.lat for point in points]), np.array([point.lon for point in points])
    # Counted from the first, so that the date line is no border.
    aside = (lons - lons[0] + 180) % 360 - 180
    lon = (lons[0] + aside.mean() + 180) % 360 - 180
    middle = Point(round(float(lats.mean()), 5), round(float(lon), 5))
    return middle, float(np.ceil(distances_m(middle, lats, lons).max()))
