"""The geocoders that we know how to ask, by geopy: Nominatim, Photon and Pelias, each as a `geo.geocoder.Geocoder`."""

import logging
import math
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from urllib.parse import urlsplit

import numpy as np
from geopy.geocoders import Nominatim, Pelias, Photon
from geopy.location import Location

from geo.distance import distances_m
from geo.errors import PositionError
from geo.geocoder import GeocoderError
from geo.place import WIDEST_M, Place, PlaceKind
from geo.point import Point
from service.outside.bounded_adapter import BoundedAdapter

# What a house is wide, where a geocoder does not say how wide a place is.
HOUSE_M = 50.0
_LONGEST_NAME = 300
# Nominatim's `boundingbox` is south, north, west, east; Photon's `extent` west, north, east, south; Pelias' `bbox` is
# GeoJSON's: west, south, east, north (https://nominatim.org/release-docs/latest/api/Output/,
# https://github.com/komoot/photon, RFC 7946).
_BOXES: Mapping[str, tuple[int, int, int, int]] = {
    "boundingbox": (0, 2, 1, 3),
    "extent": (3, 0, 1, 2),
    "bbox": (1, 0, 3, 2),
}


class GeocoderKind(StrEnum):
    """Whose way of asking a geocoder understands."""

    NOMINATIM = "nominatim"
    PHOTON = "photon"
    PELIAS = "pelias"


class GeopyGeocoder:
    """A geocoder at an address, asked by geopy, with a bound for time and size."""

    def __init__(self, kind: GeocoderKind, url: str, *, attribution: str, timeout_seconds: float) -> None:
        # It would write each question into the log.
        logging.getLogger("geopy").disabled = True
        address = urlsplit(url)
        named = {"scheme": address.scheme, "domain": f"{address.netloc}{address.path}", "user_agent": "Kinonah"}
        self.attribution = attribution
        self._ask = _asking(kind, {**named, "adapter_factory": BoundedAdapter, "timeout": timeout_seconds})

    def find(self, text: str, *, language: str, limit: int) -> list[Place]:
        """Find what a text means. Raises GeocoderError; what it was asked is in no error."""
        try:
            locations = list(self._ask(text, language, limit) or [])[:limit]
        except Exception as error:  # noqa: BLE001 (geopy trips over a strange answer in many ways)
            raise GeocoderError(f"The geocoder gave no answer of use ({type(error).__name__}).") from None
        places = list(_places_of(locations))
        if locations and not places:
            raise GeocoderError("The geocoder gave no positions.")
        return places


def _asking(kind: GeocoderKind, options: Mapping[str, object]) -> Callable[[str, str, int], Iterable[Location] | None]:
    match kind:
        case GeocoderKind.NOMINATIM:
            nominatim = Nominatim(**options)
            return lambda text, language, limit: nominatim.geocode(
                text, exactly_one=False, limit=limit, language=language
            )
        case GeocoderKind.PHOTON:
            photon = Photon(**options)
            return lambda text, language, limit: photon.geocode(text, exactly_one=False, limit=limit, language=language)
        case GeocoderKind.PELIAS:
            pelias = Pelias(**options)
            return lambda text, language, _: pelias.geocode(text, exactly_one=False, language=language)


def _places_of(locations: Iterable[Location]) -> Iterable[Place]:
    for location in locations:
        try:
            point = Point(round(location.latitude, 6), round(location.longitude, 6))
        except (PositionError, TypeError):
            continue
        name = " ".join(str(location.address or "").split())[:_LONGEST_NAME]
        yield Place(name=name, kind=PlaceKind.ADDRESS, point=point, accuracy_m=_accuracy_m(point, location.raw))


def _accuracy_m(point: Point, raw: object) -> float:
    """Say how far the corners of what was found are from its point; a house's width where the answer has none."""
    corners = [corner for box in _boxes_in(raw) if (corner := _corners(*box))]
    if not corners:
        return HOUSE_M
    lats, lons = np.array(corners[0])[:, 0], np.array(corners[0])[:, 1]
    return min(max(float(math.ceil(distances_m(point, lats, lons).max())), HOUSE_M), WIDEST_M)


def _boxes_in(raw: object) -> Iterable[tuple[object, tuple[int, int, int, int]]]:
    holders = [raw, raw.get("properties")] if isinstance(raw, dict) else []
    for holder in holders:
        if isinstance(holder, dict):
            yield from ((holder[name], order) for name, order in _BOXES.items() if name in holder)


def _corners(box: object, order: tuple[int, int, int, int]) -> list[tuple[float, float]]:
    """Give south-west and north-east of a box; nothing where it is none."""
    try:
        south, west, north, east = (float(box[place]) for place in order)  # type: ignore[index] # whatever came
        ends = (Point(south, west), Point(north, east))
    except (TypeError, ValueError, LookupError):
        return []
    return [(end.lat, end.lon) for end in ends]
