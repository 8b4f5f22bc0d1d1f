"""What heads a column of a weekly grid: a day (`Do`, `Do 26.11.`) or several (`Do–So`, `Di/Mi`, `26.–29.11.`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.times.calendar_words import weekdays_of
from data.times.cells import LONGEST, read_date_cell
from data.times.tokens import tokens_of
from data.times.written import WrittenDate

_UNTIL = re.compile(r"\s*(?:[-‐‑‒–—−]|\b(?:bis|to|until|till|au|al|tot|t/m)\b)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[/+&,]|\b(?:und|and|et|en|y|e)\b)\s*", re.IGNORECASE)
# Of `26.–29.11.`, the first has only its day, perhaps with its weekday.
_DAY_ALONE = re.compile(r"(?:[^\W\d_]+\.?,?\s*)?(\d{1,2})\.?")
# Seven days are the week itself, and no column of it.
_MOST_APART = 5
_A_WEEK_DAYS = 7
# A leap year stands in for a year that is not written.
_ANY_YEAR, _ITS_DAYS = 2000, 366


@dataclass(frozen=True, slots=True)
class DayHead:
    """The days of a column: their dates, or else the words for their weekdays; of a span, the first and the last."""

    dates: tuple[WrittenDate, ...] = ()
    words: tuple[str, ...] = ()
    is_span: bool = False


def day_head(cell: str) -> DayHead | None:
    """Read a cell; null where it heads no days."""
    text = cell.strip()
    if not 0 < len(text) <= LONGEST:
        return None
    return _days([text]) or _span(_UNTIL.split(text)) or _listed(_AND.split(text))


def all_days(head: DayHead, named: Sequence[date]) -> tuple[date, ...]:
    """Give all days of a column of which the named ones are known: of a span, those in between as well."""
    if not head.is_span:
        return tuple(named)
    first, last = named
    return tuple(first + timedelta(ahead) for ahead in range((last - first).days % _A_WEEK_DAYS + 1))


def _days(parts: Sequence[str]) -> DayHead | None:
    cells = [read_date_cell(part) for part in parts]
    dates = tuple(cell.date for cell in cells if cell.date and not cell.time)
    if len(dates) == len(parts) and not any(part.isdigit() for part in parts):
        return DayHead(dates=dates)
    spelled = [[word for word in tokens_of(part) if word != "."] for part in parts]
    if any(len(one) != 1 for one in spelled):
        return None
    words = tuple(word for (word,) in spelled)
    return DayHead(words=words) if weekdays_of(words) else None


def _span(parts: Sequence[str]) -> DayHead | None:
    if len(parts) != 2:
        return None
    head = _days(parts) or _of_one_month(*parts)
    return replace(head, is_span=True) if head and _is_part_of_a_week(head) else None


def _of_one_month(first: str, last: str) -> DayHead | None:
    day, end = _DAY_ALONE.fullmatch(first), read_date_cell(last).date
    if day is None or end is None or not 1 <= int(day[1]) < end.day:
        return None
    return DayHead(dates=(replace(end, day=int(day[1]), weekdays=frozenset()), end))


def _is_part_of_a_week(head: DayHead) -> bool:
    if not head.dates:
        return True
    first, last = (date(_ANY_YEAR, one.month, one.day) for one in head.dates)
    return 0 < (last - first).days % _ITS_DAYS <= _MOST_APART


def _listed(parts: Sequence[str]) -> DayHead | None:
    return _days(parts) if 1 < len(parts) <= _A_WEEK_DAYS else None
