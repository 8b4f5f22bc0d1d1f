"""Wall time and instants: what a clock at the cinema shows, and the moment that it is."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


class Doubt(StrEnum):
    """What daylight saving does to a wall time: it is skipped in spring, it comes twice in autumn."""

    MISSING = "missing"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment in UTC, with the doubt about it, if any."""

    at: datetime
    doubt: Doubt | None = None


def instant_of(day: date, clock: time, zone: ZoneInfo) -> Instant:
    """Find the moment at which clocks in the zone show a time on a day; of two, the first (RFC 9557's `compatible`).

    A time that does not exist is given as the moment it would have been without the change, marked as missing.
    """
    wall = datetime.combine(day, clock, tzinfo=zone)
    at = wall.astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None):
        return Instant(at, Doubt.MISSING)
    if wall.utcoffset() != wall.replace(fold=1).utcoffset():
        return Instant(at, Doubt.TWICE)
    return Instant(at)


def whole_minute(moment: datetime) -> datetime:
    """Cut the seconds off."""
    return moment.replace(second=0, microsecond=0)


def is_within_minute(moment: datetime, minute: datetime | None) -> bool:
    """Say whether a moment lies in the minute that begins at another."""
    return minute is not None and minute <= moment < minute + _MINUTE


def minutes_later(moment: datetime, minutes: int) -> datetime:
    """Count minutes that really pass, whatever the clocks do meanwhile."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)
