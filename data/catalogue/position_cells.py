"""Cells that say where a house stands: degrees, or latitude and longitude in one; each raises ValueUnreadableError."""

import re

from data.catalogue.errors import ValueUnreadableError
from geo.errors import NullIslandError, PositionError, PositionUnreadableError
from geo.point import Point, read_point

_POINTS_BETWEEN = re.compile(r"[+-]?\d{1,3}(\.\d{3}){2,}")
# No angle is so large: a grid of a country in metres, or a number that lost its decimal point.
_MOST_DEGREES = 360
_DECIMAL_COMMAS = re.compile(r"([+-]?\d{1,3},\d+)(?: ?[;,/] ?| )([+-]?\d{1,3},\d+)")
# Well-known text (OGC 06-103r4), in which the longitude comes first.
_WELL_KNOWN = re.compile(r"(?:SRID=4326;)?\s*POINT\s*(?:Z\s*)?\(\s*(\S+)\s+(\S+)(?:\s+\S+)?\s*\)", re.IGNORECASE)
_LONGEST = 200


def read_degrees(text: str) -> float:
    """Read decimal degrees, with a point or, as spreadsheets in many countries write, a comma."""
    bare = text.rstrip("° ")
    try:
        return float(bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare)
    except ValueError:
        broken = (
            "A spreadsheet put points between the digits" if _POINTS_BETWEEN.fullmatch(bare) else "This is no number"
        )
        raise ValueUnreadableError(
            "position-unreadable", f"{broken}. Write decimal degrees, such as 52.5 or 13.4."
        ) from None


def read_position(text: str) -> Point:
    """Read latitude and longitude in one cell: `52.5, 13.4`, `52,5; 13,4`, `geo:52.5,13.4` or `POINT(13.4 52.5)`."""
    bare = " ".join(text[:_LONGEST].split()).removeprefix("geo:").strip("()")
    if written := _WELL_KNOWN.fullmatch(text[:_LONGEST].strip()):
        return point_of(read_degrees(written[2]), read_degrees(written[1]))
    if commas := _DECIMAL_COMMAS.fullmatch(bare):
        return point_of(read_degrees(commas[1]), read_degrees(commas[2]))
    try:
        return read_point(bare)
    except PositionUnreadableError:
        raise ValueUnreadableError(
            "position-unreadable", "This is no position. Write latitude and longitude, such as 52.5, 13.4."
        ) from None
    except PositionError as error:
        raise _no_place(error) from None


def point_of(lat: float, lon: float) -> Point:
    """Make a point of degrees."""
    if abs(lat) > _MOST_DEGREES or abs(lon) > _MOST_DEGREES:
        raise ValueUnreadableError(
            "position-out-of-range",
            "These are no degrees: the decimal point got lost, or they are metres of a country's own grid. Write "
            "decimal degrees (WGS 84), such as 52.5 and 13.4.",
        )
    try:
        return Point(lat, lon)
    except PositionError as error:
        raise _no_place(error) from None


def _no_place(error: PositionError) -> ValueUnreadableError:
    if isinstance(error, NullIslandError):
        return ValueUnreadableError("position-unknown", "0, 0 means that the file knew no position. Look it up.")
    return ValueUnreadableError("position-out-of-range", str(error))
