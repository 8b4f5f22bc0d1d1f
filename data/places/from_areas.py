"""Places that the areas tell of: each as wide as it is from its middle to its farthest corner."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from geo.area import Area
from geo.distance import distances_m
from geo.gazetteer_words import words_of
from geo.place import WIDEST_M, Place, PlaceKind
from geo.point import Point

WEIGHTS = {PlaceKind.DISTRICT: 0.55, PlaceKind.NEIGHBOURHOOD: 0.6, PlaceKind.CITY: 0.8}
# What is neither is one in people's mouths: a borough, an arrondissement.
_OTHERWISE = PlaceKind.DISTRICT


def places_from_areas(areas: Iterable[Area], cities: Sequence[Place]) -> Iterator[Place]:
    """Give each area as a place, in the city that it lies in, as far as that is known."""
    for area in areas:
        middle, farthest_m = area.circle()
        point = Point(round(middle.lat, 5), round(middle.lon, 5))
        kind = next((kind for kind in WEIGHTS if kind.value == area.kind), _OTHERWISE)
        yield Place(
            name=area.name,
            kind=kind,
            point=point,
            accuracy_m=min(float(np.ceil(farthest_m)), WIDEST_M),
            aliases=area.aliases,
            context="" if kind is PlaceKind.CITY else _city_at(point, cities),
            area=area.slug,
            weight=WEIGHTS[kind],
        )


def with_their_areas(places: Iterable[Place], areas: Iterable[Place]) -> Iterator[Place]:
    """Give places, and to those that are an area, by name, kind and where they are, its slug."""
    known = {(area.kind, words_of(area.name)): area for area in areas}
    for place in places:
        area = known.get((place.kind, words_of(place.name)))
        is_there = area is not None and _apart_m(place, area.point) <= area.accuracy_m
        yield replace(place, area=area.area) if area and is_there else place


def _city_at(point: Point, cities: Sequence[Place]) -> str:
    around = [(metres, city.name) for city in cities if (metres := _apart_m(city, point)) <= city.accuracy_m]
    return min(around, default=(0.0, ""))[1]


def _apart_m(place: Place, point: Point) -> float:
    return float(distances_m(point, np.array([place.point.lat]), np.array([place.point.lon]))[0])
