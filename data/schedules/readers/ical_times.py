"""Moments of an iCalendar file: in UTC, in a zone by name, or by the clock at the cinema; and days without a time."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from data.schedules.readers.ical_events import Property
from data.times.wall import Instant, instant_of
from data.times.years import YEARS

_WRITTEN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z?))?")
_NEAR_ENDS = 1
_LONGEST_ZONE = 200


@dataclass(frozen=True, slots=True)
class When:
    """What the clock shows, in a zone; null where that is the cinema's own. A day without a time `is_day`."""

    wall: datetime
    zone: ZoneInfo | None
    is_day: bool = False

    @property
    def instant(self) -> Instant | None:
        """The moment, with the doubt about it; null where only the cinema's own clock knows."""
        if self.zone is None or self.is_day:
            return None
        return instant_of(self.wall.date(), self.wall.time(), self.zone)

    def seen_from(self, zone: ZoneInfo | None) -> datetime:
        """Say what a clock in another zone shows then; where one of the zones is not known, it shows the same."""
        instant = self.instant
        if instant is None or zone is None:
            return self.wall
        return instant.at.astimezone(zone).replace(tzinfo=None)


def whens_of(written: Property) -> list[When]:
    """Read the moments of a line, parted by commas; what is none is left out."""
    zone = zone_named(written.zone)
    found = (_WRITTEN.fullmatch(text.strip().partition("/")[0]) for text in written.value.split(","))
    return [when for one in found if one and (when := _when(one, zone))]


def _when(found: re.Match[str], zone: ZoneInfo | None) -> When | None:
    year, month, day, hour, minute = (int(number or 0) for number in found.groups()[:5])
    try:
        wall = datetime(year, month, day, hour, minute)  # noqa: DTZ001 (the zone stands beside it)
    except ValueError:
        return None
    if year not in YEARS[_NEAR_ENDS:-_NEAR_ENDS]:
        return None
    return When(wall, ZoneInfo("UTC") if found[6] else zone, is_day=found[4] is None)


def zone_named(name: str) -> ZoneInfo | None:
    """Find a zone by any name that programs give it: IANA's, Windows', or one with a path before it."""
    return _zone_named(name) if len(name) <= _LONGEST_ZONE else None


@lru_cache(maxsize=256)
def _zone_named(name: str) -> ZoneInfo | None:
    bare = name.strip().strip('"')
    tail = "/".join(bare.split("/")[-2:])
    for candidate in (WINDOWS_TO_OLSON.get(bare, bare), tail):
        try:
            return ZoneInfo(candidate)
        except (ValueError, KeyError, OSError):
            continue
    return None


def stamp_of(written: Property) -> datetime | None:
    """Read when something was written down."""
    whens = whens_of(written)
    return whens[0].wall.replace(tzinfo=UTC) if whens else None
