"""When a row's screening starts, which evening it belongs to, and what is wrong or doubtful about that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from data.schedules.row_times import RowTimes, SheetDates, TimeCells, row_times, time_cells
from data.schedules.sheet import Row
from data.schedules.time_problems import Finding, TimeProblem
from data.text import folded
from data.times.cells import LONGEST, read_time_cell
from data.times.programme_day import DAY_BEGINS, evening_of
from data.times.wall import Doubt, Instant, instant_of, whole_minute
from data.times.written import WrittenTime

# What is farther ahead is a slip of the year.
LONGEST_AHEAD = timedelta(days=366)
# No film begins then, but for what was meant as the afternoon.
NIGHT_BEGINS, NIGHT_ENDS = time(3), time(8)
# Wherever a vendor ends the evening, it is before noon.
NOON = time(12)
HALF_A_DAY_MINUTES = 12 * 60
A_DAY = timedelta(days=1)
_ALL_DAY = frozenset({"", "-", "ganztags", "ganztagig", "all day", "toute la journee", "tba"})


@dataclass(frozen=True, slots=True)
class Start:
    """The moment (UTC), and the evening that it belongs to."""

    at: datetime
    programme_on: date


@dataclass(frozen=True, slots=True)
class RowStart:
    """As much of a start as is known: day and time by the cinema's clock, the evening; the start if nothing is wrong.

    A time that does not exist is not known. `evening_on` is the business date as written. `speaks_from` is the first
    day of which the row speaks; `is_alone`: it is far from those of all other rows.
    """

    on: date | None
    clock: time | None
    findings: tuple[Finding, ...]
    programme_on: date | None = None
    evening_on: date | None = None
    speaks_from: date | None = None
    is_alone: bool = False
    start: Start | None = None

    @property
    def errors(self) -> list[Finding]:
        """The findings that keep the row out."""
        return [finding for finding in self.findings if finding.is_error]


def row_start(row: Row, sheet: SheetDates) -> RowStart:
    """Find a row's start."""
    cells = time_cells(row)
    is_long = any(isinstance(cell, str) and len(cell) > LONGEST for cell in cells)
    return _start(cells, sheet) if is_long else _kept_start(cells, sheet)


def _start(cells: TimeCells, sheet: SheetDates) -> RowStart:
    said = row_times(cells, sheet)
    on, clock = _calendar_day(said), said.clock.clock if said.clock else None
    instant = _instant(cells, on, clock, sheet)
    findings = (*_of_the_day(said, on, sheet), *_of_the_time(said), *_of_the_moment(said, instant, sheet))
    if any(finding.problem is TimeProblem.DATE_FAR for finding in findings):
        # Of which year it is, nobody knows.
        return RowStart(None, clock, findings)
    business_on = said.evening_on if _is_possible(said.evening_on, on, clock) else None
    programme_on = business_on or (evening_of(on, clock) if on and clock else None)
    has_errors = any(finding.is_error for finding in findings)
    return RowStart(
        on=on,
        clock=None if instant and instant.doubt is Doubt.MISSING else clock,
        findings=findings,
        programme_on=programme_on,
        evening_on=said.evening_on,
        speaks_from=business_on or said.named_on,
        is_alone=said.named_on is not None and said.column.is_far_off(said.named_on),
        start=Start(instant.at, programme_on) if instant and programme_on and not has_errors else None,
    )


# Films begin together, in several auditoriums and week after week. What is too long to be a time is not remembered.
_kept_start = lru_cache(maxsize=4096)(_start)


def _instant(cells: TimeCells, on: date | None, clock: time | None, sheet: SheetDates) -> Instant | None:
    if cells.starts_at is not None:
        return Instant(whole_minute(cells.starts_at.astimezone(UTC)))
    return instant_of(on, clock, sheet.zone) if on and clock else None


def _calendar_day(said: RowTimes) -> date | None:
    """Give the day on the calendar: the next one for 24:30, and for what comes after midnight of a business date."""
    if said.named_on is None or said.clock is None:
        return said.named_on
    is_of_the_evening = said.named_on == said.evening_on and said.clock.clock < DAY_BEGINS
    return said.named_on + A_DAY if said.clock.is_next_day or is_of_the_evening else said.named_on


def _is_possible(evening_on: date | None, on: date | None, clock: time | None) -> bool:
    """Say whether a start can belong to an evening: on its day, or in the night after it."""
    if evening_on is None or on is None or clock is None:
        return False
    return on == evening_on or (on - evening_on == A_DAY and clock < NOON)


def _of_the_day(said: RowTimes, on: date | None, sheet: SheetDates) -> Iterator[Finding]:
    field, written = said.date_field, said.date_cell.date
    if written is None or on is None or said.named_on is None:
        is_absent = not getattr(said.cells, field)
        yield Finding(TimeProblem.DATE_ABSENT if is_absent else TimeProblem.DATE_UNREADABLE, field)
        return
    if on - sheet.today > LONGEST_AHEAD:
        yield Finding(TimeProblem.DATE_FAR, field)
    elif said.column.is_far_off(said.named_on):
        yield Finding(TimeProblem.DATE_ALONE, field)
    if said.column.is_unclear(written):
        yield Finding(TimeProblem.DATE_AMBIGUOUS, field)
    if written.weekdays and said.named_on.weekday() not in written.weekdays:
        yield Finding(TimeProblem.WEEKDAY_WRONG, field)
    if said.cells.business_date and said.clock and not _is_possible(said.evening_on, on, said.clock.clock):
        yield Finding(TimeProblem.BUSINESS_DATE_WRONG, "business_date")


def _of_the_time(said: RowTimes) -> Iterator[Finding]:
    if said.clock is None:
        is_absent = said.time_cell.time is not None or folded(getattr(said.cells, said.time_field)) in _ALL_DAY
        yield Finding(TimeProblem.TIME_ABSENT if is_absent else TimeProblem.TIME_UNREADABLE, said.time_field)
        return
    if NIGHT_BEGINS <= said.clock.clock < NIGHT_ENDS:
        yield Finding(TimeProblem.NIGHT_START, said.time_field)
    if said.time_field != said.date_field and _says_otherwise(said):
        yield Finding(TimeProblem.TIMES_DIFFER, said.time_field)
    feature = read_time_cell(said.cells.feature_time).time
    if feature and _minutes_from(said.clock, feature) > HALF_A_DAY_MINUTES:
        yield Finding(TimeProblem.FEATURE_EARLY, "feature_time")


def _says_otherwise(said: RowTimes) -> bool:
    """Say whether the cell of the date has another time, or the cell of the time another date."""
    beside, day = said.date_cell.time, said.time_cell.date
    is_other_time = said.column.has_times and beside and said.clock and beside.clock != said.clock.clock
    return bool(is_other_time) or (
        day is not None and said.column.day_of(day) not in (said.named_on, _calendar_day(said))
    )


def _minutes_from(first: WrittenTime, second: WrittenTime) -> int:
    """Count the minutes from one time of day to the next other one."""
    minutes = (second.clock.hour - first.clock.hour) * 60 + second.clock.minute - first.clock.minute
    return minutes % (24 * 60)


def _of_the_moment(said: RowTimes, instant: Instant | None, sheet: SheetDates) -> Iterator[Finding]:
    if instant is None or said.clock is None:
        return
    if instant.doubt is Doubt.MISSING:
        yield Finding(TimeProblem.TIME_MISSING, said.time_field)
    if instant.doubt is Doubt.TWICE:
        yield Finding(TimeProblem.TIME_TWICE, said.time_field)
    if said.clock.ahead_minutes is None:
        return
    if instant.at.astimezone(sheet.zone).utcoffset() != timedelta(minutes=said.clock.ahead_minutes):
        yield Finding(TimeProblem.OFFSET_WRONG, said.time_field)
