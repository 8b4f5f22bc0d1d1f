"""Parts of an evening, as the address of a view names them: what begins soon, in the afternoon, in the evening, late.

The element on our pages (frontend, `wish.ts`) means the same by the same words.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta

from msgspec.structs import replace

from data.programme.answer import CinemaShowtimes, Showtimes
from data.times.programme_day import DAY_BEGINS

NOW, AFTERNOON, EVENING, LATE = HOURS = ("now", "afternoon", "evening", "late")
# "Now" is what begins within this time.
SOON = timedelta(minutes=90)
_EVENING_BEGINS, _LATE_BEGINS = time(17), time(21)


def in_hours(said: Showtimes, hours: Collection[str], now: datetime) -> Showtimes:
    """Keep what begins in one of some parts of the evening; none named, or none known, means all."""
    wanted = set(hours) & set(HOURS)
    if not wanted:
        return said
    return replace(said, cinemas=[kept for one in said.cinemas if (kept := _kept(one, wanted, now)).screenings])


def hours_of(starts_at: datetime, now: datetime) -> Iterator[str]:
    """Say in which parts of the evening a start lies; `starts_at` is in the cinema's own time."""
    if starts_at - now <= SOON:
        yield NOW
    clock = starts_at.time()
    if clock < DAY_BEGINS or clock >= _LATE_BEGINS:
        yield LATE
    else:
        yield AFTERNOON if clock < _EVENING_BEGINS else EVENING


def _kept(one: CinemaShowtimes, wanted: set[str], now: datetime) -> CinemaShowtimes:
    screenings = [each for each in one.screenings if not wanted.isdisjoint(hours_of(each.starts_at, now))]
    return replace(one, screenings=screenings)
