"""What the dates of a column say together: the order of day and month, the year, and which of them lie far off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from data.times.date_order import order_of_country
from data.times.dates import is_day
from data.times.written import Cell, Order, WrittenDate

# Half a year without a screening: what stands alone beyond it is more likely a slip than a plan.
LONGEST_PAUSE = timedelta(days=183)
_A_LEAP_YEAR = 2000
_ONCE_ROUND = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How a column's cells are to be taken.

    `order` is null where nothing decides it. A date without a year is the first such day from `begins_on` on (null:
    there is none). `usual` are the first and the last day of all but the dates far off (null: the column has no date).
    """

    order: Order | None
    begins_on: date | None
    has_times: bool
    usual: tuple[date, date] | None = None

    def day_of(self, written: WrittenDate) -> date | None:
        """Give the day that is meant; null where the year has none, such as 29.02."""
        if written.order is Order.OPEN and self.order is Order.MONTH_FIRST:
            written = replace(written, day=written.month, month=written.day)
        if written.year is not None:
            return date(written.year, written.month, written.day)
        return _first_from(self.begins_on, written.month, written.day) if self.begins_on else None

    def is_unclear(self, written: WrittenDate) -> bool:
        """Say whether day and month could be each other."""
        return written.order is Order.OPEN and self.order is None

    def is_far_off(self, day: date) -> bool:
        """Say whether a day stands alone, half a year or more from the others."""
        return self.usual is not None and not self.usual[0] <= day <= self.usual[1]


def date_column(cells: Iterable[Cell], country: str, today: date) -> DateColumn:
    """Look at all cells of a column at once: each may say something about the others."""
    read = [cell for cell in cells if cell.date]
    dates = [cell.date for cell in read if cell.date]
    # Spreadsheets write midnight beside every date; a column with another time means its midnights.
    has_times = any(cell.time and (cell.time.clock.hour or cell.time.clock.minute) for cell in read)
    column = DateColumn(_order(dates, country), None, has_times)
    column = replace(column, begins_on=_beginning(column, dates, today))
    days = [day for written in dates if (day := column.day_of(written))]
    return replace(column, usual=_usual(days, today))


def _order(dates: Sequence[WrittenDate], country: str) -> Order | None:
    """Find the order that the dates prove; where they prove none, it is that of the country."""
    proven = {written.order for written in dates} & {Order.DAY_FIRST, Order.MONTH_FIRST}
    if len(proven) == 1:
        return proven.pop()
    return None if proven else order_of_country(country)


def _beginning(column: DateColumn, dates: Sequence[WrittenDate], today: date) -> date | None:
    """Find the first day of the dates without a year.

    They are taken as one programme, which begins after the longest pause that they leave in the circle of the year,
    and of which the beginning nearest to today is meant: so 28.12. and 02.01. are six days apart.
    """
    of_any_year = replace(column, begins_on=date(_A_LEAP_YEAR, 1, 1))
    days = sorted({day for one in dates if one.year is None and (day := of_any_year.day_of(one))})
    if not days:
        return None
    pauses = [(after - before, after, before) for before, after in pairwise(days)]
    pauses.append((days[0] + _ONCE_ROUND - days[-1], days[0], days[-1]))
    _, first, last = max(pauses)
    length = (last - first) % _ONCE_ROUND
    begins = [_in_year(year, first) for year in range(today.year - 1, today.year + 2)]
    # As near before as behind, what is to come is meant.
    return min(begins, key=lambda day: (_days_apart(day, day + length, today), -day.toordinal()))


def _in_year(year: int, day: date) -> date:
    """Give the same day of another year; of 29.02. the day after, where there is none."""
    return date(year, day.month, day.day) if is_day(year, day.month, day.day) else date(year, 3, 1)


def _first_from(begins_on: date, month: int, day: int) -> date | None:
    year = begins_on.year if (month, day) >= (begins_on.month, begins_on.day) else begins_on.year + 1
    return date(year, month, day) if is_day(year, month, day) else None


def _usual(days: Sequence[date], today: date) -> tuple[date, date] | None:
    """Give the ends of the greatest part of the days that no long pause divides; of equals, the nearest to today."""
    if not days:
        return None
    ordered = sorted(days)
    cuts = [place for place, (one, other) in enumerate(pairwise(ordered), start=1) if other - one > LONGEST_PAUSE]
    parts = [ordered[start:stop] for start, stop in pairwise([0, *cuts, len(ordered)])]
    usual = max(parts, key=lambda part: (len(part), -_days_apart(part[0], part[-1], today)))
    return usual[0], usual[-1]


def _days_apart(first: date, last: date, day: date) -> int:
    """Count the days from a day to a stretch of days; none within it."""
    return max((first - day).days, (day - last).days, 0)
