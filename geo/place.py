"""A place: what a person can type instead of sharing a position; a point, a name, and how far the point may be off."""

from dataclasses import dataclass
from enum import StrEnum

from geo.point import Point

# A place that is wider says less than nothing about what is near.
WIDEST_M = 50_000.0


class PlaceKind(StrEnum):
    """What a place is."""

    POSTCODE = "postcode"
    DISTRICT = "district"
    NEIGHBOURHOOD = "neighbourhood"
    STATION = "station"
    CITY = "city"
    CINEMA = "cinema"
    ADDRESS = "address"
    """A street or house that a geocoder found; no gazetteer holds one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named point; from anywhere in the place, the point is at most `accuracy_m` away.

    `context` is what it lies in, such as its city; `area` the slug of the area that it is; `weight`, 0 to 1, says how
    likely it is meant among others that are written alike.
    """

    name: str
    kind: PlaceKind
    point: Point
    accuracy_m: float
    aliases: tuple[str, ...] = ()
    context: str = ""
    area: str | None = None
    weight: float = 0.0
