"""Moments as people and programs write them: ISO 8601, local to the cinemas where no offset is named."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.times.wall import instant_of
from data.times.years import YEARS


def read_moment(text: str, zone: ZoneInfo) -> datetime | None:
    """Read `2026-07-24T18:00`, with an offset or `Z` or without; null where the text is none. Given in the zone."""
    written = text.strip()
    date_part, separator, time_part = written.partition("T" if "T" in written else " ")
    try:
        # A plus sign that nobody escaped arrives from an address bar as a blank.
        moment = datetime.fromisoformat(date_part + separator + time_part.replace(" ", "+"))
    except ValueError:
        return None
    if moment.year not in YEARS:
        return None
    if moment.tzinfo is None:
        moment = instant_of(moment.date(), moment.time(), zone).at
    return moment.astimezone(zone)
