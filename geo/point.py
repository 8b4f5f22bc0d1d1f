"""A position on Earth (WGS 84, decimal degrees), checked when it is made."""

import math
import re
from dataclasses import dataclass, field

from geo.errors import NullIslandError, PositionOutOfRangeError, PositionUnreadableError

_NUMBER = r"(\d+(?:\.\d+)?)"
_ANGLE = (
    rf"""([{{signs}}])? ?([+-]?\d+(?:\.\d+)?) ?°? ?(?:{_NUMBER} ?['′] ?)?(?:{_NUMBER} ?(?:["″]|'') ?)?([{{signs}}])?"""
)
# The whole text or nothing: an address holds numbers and letters too ("Oranienstraße 25, 10999") and is no position.
_DEGREES = re.compile(f"{_ANGLE.format(signs='NS')} ?[,; ] ?{_ANGLE.format(signs='EW')}")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Point:
    """Latitude and longitude in degrees.

    Raises PositionOutOfRangeError for what lies off the globe or is no number, NullIslandError for exactly 0, 0.
    """

    # Kept out of the representation: a position is private, in a traceback too.
    lat: float = field(repr=False)
    lon: float = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no place."""
        if not (math.isfinite(self.lat) and math.isfinite(self.lon)):
            raise PositionOutOfRangeError("Latitude and longitude must be numbers, in decimal degrees.")
        if not -90 <= self.lat <= 90:
            swapped = " Are latitude and longitude swapped? Latitude comes first." if abs(self.lat) <= 180 else ""
            raise PositionOutOfRangeError(f"Latitude must lie between -90 and 90 degrees.{swapped}")
        if not -180 <= self.lon <= 180:
            raise PositionOutOfRangeError("Longitude must lie between -180 and 180 degrees.")
        if self.lat == 0 and self.lon == 0:
            raise NullIslandError("The position 0, 0 means that the device or file knew none. Send the real position.")


def read_point(text: str) -> Point:
    """Read a written position: `52.5,13.4`, `52.5 13.4` or `52°29'55"N 13°25'5"E`.

    Raises PositionUnreadableError where there are not two coordinates, else what Point raises.
    """
    parts = text.replace(",", " ").split()
    try:
        lat, lon = (float(part) for part in parts)
    except ValueError:
        return _read_degrees(text)
    return Point(lat, lon)


def _read_degrees(text: str) -> Point:
    written = _DEGREES.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST else None
    if not written or not any(sign in text for sign in "°NSEW"):
        raise PositionUnreadableError("This is no position. Write latitude and longitude, such as 52.5,13.4.")
    parts = written.groups()
    return Point(_degrees(*parts[:5]), _degrees(*parts[5:]))


def _degrees(front: str | None, degrees: str, minutes: str | None, seconds: str | None, back: str | None) -> float:
    angle = abs(float(degrees)) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    is_negative = degrees.startswith("-") != ((front or back) in ("S", "W"))
    return -angle if is_negative else angle
