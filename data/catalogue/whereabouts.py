"""What a position tells of itself: its time zone, and the country of that zone."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global
from tzfpy import get_tz

from data.catalogue.errors import ValueUnreadableError
from data.sentence import Sentence
from geo.point import Point

_NOWHERE = ("ZZ", "001")


def zone_at(point: Point) -> str:
    """Give the IANA zone of a position; a nautical one (Etc/GMT+3) at sea."""
    return get_tz(point.lon, point.lat)


def country_of(zone: str) -> str:
    """Give the country of a zone, as Unicode's CLDR has it. Raises ValueUnreadableError where that is not known."""
    country: str = get_global("zone_territories").get(zone, "ZZ")
    if country in _NOWHERE:
        raise ValueUnreadableError(
            "country-unknown",
            "The country does not follow from the position, which may lie at sea. Check latitude and longitude, "
            "or write the country as two letters (DE) in a column country.",
        )
    return country


def read_zone(text: str) -> str:
    """Check the name of a zone. Raises ValueUnreadableError for one that the tz database does not hold."""
    try:
        zone = ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ""
    # The same again by other clocks, some with leap seconds: browsers know none of them.
    if not zone or zone.startswith(("posix/", "right/")):
        raise ValueUnreadableError(
            "zone-unknown", Sentence("There is no such time zone. Write it as Europe/Berlin, or leave it empty.")
        )
    return zone
