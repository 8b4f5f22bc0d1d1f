"""The evening that a start belongs to: the programme day runs from 05:00 to 05:00, so "tonight" includes 00:30."""

from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from data.times.wall import instant_of

DAY_BEGINS = time(5, 0)


def programme_on(starts_at: datetime, zone: tzinfo | None) -> date:
    """Give the programme date of a moment: a start before 05:00 local belongs to the day before."""
    local = starts_at.astimezone(zone)
    return evening_of(local.date(), local.time())


def evening_of(day: date, clock: time) -> date:
    """Give the programme date of a wall time."""
    return day - timedelta(days=1) if clock < DAY_BEGINS else day


# Of days there are few, and every question asks for the end of one.
@lru_cache(maxsize=1024)
def programme_day_begins_at(day: date, zone: ZoneInfo) -> datetime:
    """Give the moment at which a programme day begins (and the one before it ends), in the zone's own offset."""
    return instant_of(day, DAY_BEGINS, zone).at.astimezone(zone)
