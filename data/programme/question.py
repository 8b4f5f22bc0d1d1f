"""A question to the programme: where, what, when, and in which version."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

import msgspec

from data.errors import QuestionError
from data.times.programme_day import DAY_BEGINS, programme_day_begins_at, programme_on
from data.times.wall import whole_minute
from data.times.years import YEARS
from geo.point import Point

# Where a day begins first and where it ends last.
_FIRST_ZONE, _LAST_ZONE = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
# No vendor's evening lasts longer.
_NOON = time(12)


class Sort(StrEnum):
    """The order of the cinemas: the nearest first, or the one whose first start comes first."""

    DISTANCE = "distance"
    TIME = "time"


@dataclass(frozen=True)
class Window:
    """The starts that are meant: from_at ≤ start < until_at; with `on`, only those of that evening.

    An evening is another stretch of time in each zone. Where cinemas of other zones may be asked for, `widest` are the
    moments between which it lies in all of them.
    """

    from_at: datetime
    until_at: datetime
    on: date | None = None
    widest: tuple[datetime, datetime] | None = None

    @cached_property
    def minutes(self) -> tuple[int, int]:
        """Between which starts are looked for, in minutes since 1970: what begins within one begins with the next."""
        first_at, last_at = self.widest or (self.from_at, self.until_at)
        return _minute(first_at), _minute(last_at)


def _minute(moment: datetime) -> int:
    return -int(-moment.timestamp() // 60)


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Films, cinemas and areas are slugs, versions labels, `understands` languages.

    `access` are words of data.programme.access. Empty means all. `near` null means: anywhere, in order of time.
    """

    window: Window
    near: Point | None = None
    accuracy_m: float = 0.0
    films: tuple[str, ...] = ()
    cinemas: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    understands: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    within_m: float | None = None
    limit: int = 20
    sort: Sort = Sort.DISTANCE


def window_of(
    now: datetime,
    zone: ZoneInfo,
    *,
    from_at: datetime | None = None,
    until_at: datetime | None = None,
    on: date | None = None,
) -> Window:
    """Complete a window: from now, to the end of the next programme day; `on` means that evening, from now on today.

    Raises QuestionError where the window ends before it begins, or an evening is asked for together with an end.
    """
    if on is not None:
        return _evening(now, zone, on, from_at, until_at)
    begins_at = whole_minute(from_at or now.astimezone(zone))
    # The default end follows the asked beginning: "from Friday" means Friday and Saturday.
    ends_at = until_at or programme_day_begins_at(programme_on(begins_at, zone) + timedelta(days=2), zone)
    if begins_at >= ends_at:
        raise QuestionError("until", "The window ends before it begins: until must be later than from.")
    return Window(begins_at, ends_at)


def _evening(now: datetime, zone: ZoneInfo, on: date, from_at: datetime | None, until_at: datetime | None) -> Window:
    if until_at is not None:
        raise QuestionError("on", "Ask for an evening (on) or for a window (from, until), not for both.")
    if on.year not in YEARS:
        raise QuestionError("on", "No cinema plays in that year: write the evening as 2026-11-26.")
    begins_at, ends_at = (programme_day_begins_at(day, zone) for day in (on, on + timedelta(days=1)))
    first_at = datetime.combine(on, DAY_BEGINS, tzinfo=_FIRST_ZONE)
    last_at = datetime.combine(on + timedelta(days=1), _NOON, tzinfo=_LAST_ZONE)
    if from_at is None and begins_at <= now < ends_at:
        from_at = now.astimezone(zone)
    if from_at is not None:
        first_at = from_at
    elif now < begins_at:
        # Farther east it may have begun: from now on there, too.
        first_at = max(first_at, now)
    from_at = whole_minute(from_at or begins_at)
    if from_at >= ends_at:
        raise QuestionError("from", "The window begins after the evening (on) has ended.")
    return Window(from_at, ends_at, on, (whole_minute(first_at), last_at))
