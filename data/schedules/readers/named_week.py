"""The week that the rows above a grid name: `26.11. – 02.12.2026`, `KW 48`, `Woche ab 26.11.`"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.text import folded
from data.times.date_column import date_column
from data.times.dates import dates_in, is_day
from data.times.tokens import Token, is_number, tokens_of
from data.times.written import Cell, WrittenDate

A_WEEK = timedelta(days=7)
A_YEAR = timedelta(days=365)
# A programme is no longer; two dates farther apart are no week.
LONGEST = timedelta(days=31)
# A title or a remark is not taken apart.
_LONGEST_TEXT = 200
_UNTIL = frozenset({"-", "bis", "to", "until", "till", "au", "al", "a", "tot", "t", "m", "do", "hasta", "zum", "az"})
_WEEK_WORDS = "kw|kalenderwoche|week|wk|semaine|settimana|semana|tydzien|tyden"
_CALENDAR_WEEK = re.compile(rf"\b(?:{_WEEK_WORDS})\s*(\d{{1,2}})\b\D*(\d{{4}})?")


@dataclass(frozen=True, slots=True)
class NamedWeek:
    """The first and the last day; of a calendar week alone, Monday and the next Sunday, to be shifted by the grid.

    `is_calendar_week`: a film week of this number begins on the first weekday that the grid has.
    """

    first: date
    last: date
    is_calendar_week: bool = False

    def beginning_on(self, weekday: int) -> "NamedWeek":
        """Give the film week of a calendar week, from its weekday (Monday is 0) on."""
        if not self.is_calendar_week:
            return self
        first = self.first + timedelta(days=weekday)
        return NamedWeek(first, first + A_WEEK - timedelta(days=1))


def named_week(texts: Iterable[str], today: date) -> NamedWeek | None:
    """Find the week that the first of some texts names; null where none does. Without its year, it is the nearest."""
    kept = [text for text in texts if text.strip() and len(text) <= _LONGEST_TEXT]
    for find in (_from_until, _calendar_week, _from_alone):
        for text in kept:
            if week := find(text, today):
                return week
    return None


def span_of(cell: str, today: date) -> NamedWeek | None:
    """Read a cell of a first and a last day, at most a year apart: `24.12. – 26.12.`; null where it is none."""
    tokens = tokens_of(cell) if len(cell) <= _LONGEST_TEXT else ()
    begins = (place for place in range(len(tokens)) if is_number(tokens[place]) or any(dates_in(tokens[place:])))
    place = next(begins, None)
    return None if place is None else _span_at(tokens[place:], today, A_YEAR)


def _from_until(text: str, today: date) -> NamedWeek | None:
    tokens = tokens_of(text)
    found = (_span_at(tokens[begins:], today, LONGEST) for begins in range(len(tokens)))
    return next((week for week in found if week), None)


def _span_at(tokens: Sequence[Token], today: date, longest: timedelta) -> NamedWeek | None:
    weeks = (_days(first, last, today) for first, last in _ranges(tokens))
    return next((week for week in weeks if week and timedelta() <= week.last - week.first <= longest), None)


def _ranges(tokens: Sequence[Token]) -> Iterator[tuple[WrittenDate, WrittenDate]]:
    for first, rest in dates_in(tokens):
        for last in _behind_until(rest):
            yield first, last
    # Of `26. – 29.11.2026`, the first has only its day.
    if is_number(tokens[0]) and 1 <= int(tokens[0]) <= 31:
        for last in _behind_until(tokens[2:] if tokens[1:2] == (".",) else tokens[1:]):
            if int(tokens[0]) < last.day:
                yield replace(last, day=int(tokens[0]), weekdays=frozenset()), last


def _behind_until(rest: Sequence[Token]) -> Iterator[WrittenDate]:
    behind = list(rest)
    while behind and behind[0] in (",", "den"):
        behind.pop(0)
    if behind and behind[0] in _UNTIL:
        while behind and (behind[0] in _UNTIL or behind[0] in ("/", "den")):
            behind.pop(0)
        yield from (last for last, _ in dates_in(behind))


def _days(first: WrittenDate, last: WrittenDate, today: date) -> NamedWeek | None:
    column = date_column([Cell(first), Cell(last)], "", today)
    ends = column.day_of(last)
    begins = column.day_of(first)
    if first.year is None and last.year is not None and ends is not None:
        days = (_in(first, year) for year in (ends.year, ends.year - 1))
        begins = next((day for day in days if day and day <= ends), None)
    return NamedWeek(begins, ends) if begins and ends else None


def _in(written: WrittenDate, year: int) -> date | None:
    return date(year, written.month, written.day) if is_day(year, written.month, written.day) else None


def _calendar_week(text: str, today: date) -> NamedWeek | None:
    found = _CALENDAR_WEEK.search(folded(text).replace(".", " "))
    if not found:
        return None
    years = [int(found[2])] if found[2] else [today.year - 1, today.year, today.year + 1]
    mondays = [monday for year in years if (monday := _monday(year, int(found[1])))]
    if not mondays:
        return None
    first = min(mondays, key=lambda monday: abs(monday - today))
    return NamedWeek(first, first + A_WEEK - timedelta(days=1), is_calendar_week=True)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _from_alone(text: str, today: date) -> NamedWeek | None:
    """Read a text with one date: `Woche ab 26.11.`, or the date alone."""
    tokens = tokens_of(text)
    for begins in range(len(tokens)):
        for written, _ in dates_in(tokens[begins:]):
            if day := date_column([Cell(written)], "", today).day_of(written):
                return NamedWeek(day, day + A_WEEK - timedelta(days=1))
    return None
