"""The header of a weekly grid: which column is which day, and what the columns before them hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from data.errors import FileUnreadableError
from data.problem import Problem
from data.schedules.readers.headers import fields_of
from data.schedules.readers.named_week import A_WEEK, NamedWeek, named_week
from data.schedules.readers.table import Record, heading, warning
from data.times.calendar_words import meaning_of, weekdays_of
from data.times.cells import read_date_cell
from data.times.date_column import date_column
from data.times.tokens import tokens_of
from data.times.written import Cell, WrittenDate

# With fewer days, a row is a header only where it names the film too.
_FEWEST_DAYS = 2
_WORDS_OF_A_RANGE = 3
_UNTIL = frozenset({"-", "bis", "to", "until", "till", "au", "al", "a", "tot", "t", "m", "hasta", "do"})
_AND = frozenset({"/", ",", "+", "&", "und", "u", "and", "et", "e", "y", "en", "i"})
_DAILY = frozenset(
    {"taglich", "tagl", "daily", "quotidien", "dagelijks", "codziennie", "denne", "wochenende", "weekend"}
)
_FIELDS = ("title", "version", "format", "auditorium", "cinema", "booking_url", "status")
_WEEK_MISSING = "The columns are days of a week, but no row above says which. Write it there: 26.11. – 02.12.2026."


@dataclass(frozen=True, slots=True)
class DayHead:
    """What heads the column of a day: its date, or only the weekdays (Monday is 0) that its word can mean.

    A column of several days has several `words`; as a range, `Do–So`, also the days between.
    """

    written: WrittenDate | None
    weekdays: frozenset[int]
    words: tuple[str, ...] = ()
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class GridHeader:
    """The columns of a grid by their places: our fields, and days. `week` is all that it speaks of.

    `unclear` are the places of columns that seem to be of several days, and of which nobody knows.
    """

    fields: Mapping[int, str]
    days: Mapping[int, tuple[date, ...]]
    cells: tuple[str, ...]
    week: tuple[date, date]
    problems: tuple[Problem, ...] = ()
    unclear: tuple[int, ...] = ()


def day_heads(record: Record) -> dict[int, DayHead]:
    """Find the cells of a record that head days; none where it is no header of a grid."""
    heads = {place: head for place, cell in enumerate(record.cells) if (head := _day_head(cell))}
    has_title = "title" in fields_of(record.cells)
    is_header = len(heads) >= _FEWEST_DAYS or (has_title and bool(heads))
    return heads if is_header and not {"date", "time"} & set(fields_of(record.cells)) else {}


def with_dates(records: Sequence[Record]) -> list[Record]:
    """Join two headers, one of weekdays and one of their dates below or above, to one."""
    joined: list[Record] = []
    for record in records:
        before = joined[-1] if joined else record
        first, second = day_heads(before), day_heads(record)
        if before is not record and first and _is_dated(first) != _is_dated(second) and first.keys() == second.keys():
            width = max(len(before.cells), len(record.cells))
            pairs = [(_at(before, place), _at(record, place)) for place in range(width)]
            joined[-1] = Record(before.number, tuple(f"{one} {other}".strip() for one, other in pairs))
        else:
            joined.append(record)
    return joined


def _is_dated(heads: Mapping[int, DayHead]) -> bool:
    return any(head.written for head in heads.values())


def _at(record: Record, place: int) -> str:
    return record.cells[place] if place < len(record.cells) else ""


def _day_head(cell: str) -> DayHead | None:
    said = read_date_cell(cell)
    if said.date and not said.time and not cell.strip().isdigit():
        return DayHead(said.date, said.date.weekdays)
    words = [word for word in tokens_of(cell) if word != "."]
    weekdays = [meaning_of(word).weekdays for word in words[::2]]
    if not weekdays or not all(weekdays):
        return None
    is_range = len(words) == _WORDS_OF_A_RANGE and words[1] in _UNTIL
    if len(words) % 2 == 0 or not (is_range or set(words[1::2]) <= _AND):
        return None
    return DayHead(None, weekdays[0], tuple(words[::2]), is_range)


def grid_header(record: Record, heads: Mapping[int, DayHead], week: NamedWeek | None, today: date) -> GridHeader:
    """Understand a header. Raises FileUnreadableError where nothing says which days its weekdays are."""
    dated, problems = _dated(record, heads, today)
    days: dict[int, tuple[date, ...]] = {place: (day,) for place, day in dated.items()}
    bare = {place: head for place, head in heads.items() if place not in days}
    if bare:
        days |= _of_week(record, bare, week)
    named = _fields(record, min(heads))
    all_days = [day for one in days.values() for day in one]
    own = (min(all_days), max(all_days))
    whole = (min(week.first, own[0]), max(week.last, own[1])) if week and not week.is_calendar_week else own
    if bare and week and week.is_calendar_week:
        shifted = week.beginning_on(days[min(bare)][0].weekday())
        whole = (shifted.first, shifted.last)
    unclear = tuple(
        place for place, cell in enumerate(record.cells) if place not in {*days, *named} and _says_days(cell, today)
    )
    return GridHeader(named, dict(sorted(days.items())), record.cells, whole, tuple(problems), unclear)


def _says_days(cell: str, today: date) -> bool:
    words = [word for word in tokens_of(cell) if word != "."]
    return (
        bool(_DAILY & set(words))
        or any(meaning_of(word).weekdays for word in words)
        or named_week([cell], today) is not None
    )


def _dated(record: Record, heads: Mapping[int, DayHead], today: date) -> tuple[dict[int, date], list[Problem]]:
    """Give the days of the columns that are headed by dates; a weekday beside it may be another day's."""
    written = {place: head.written for place, head in heads.items() if head.written}
    column = date_column([Cell(one) for one in written.values()], "", today)
    days = {place: day for place, one in written.items() if (day := column.day_of(one))}
    wrong = [place for place, day in days.items() if (w := heads[place].weekdays) and day.weekday() not in w]
    sentence = "Weekday and date are not of the same day: the date counts. Correct the one that is wrong."
    problems = [
        warning("weekday-wrong", sentence, row=record.number, value=heading(record.cells, place)) for place in wrong
    ]
    return days, problems


def _of_week(record: Record, bare: Mapping[int, DayHead], week: NamedWeek | None) -> dict[int, tuple[date, ...]]:
    if week is None:
        raise FileUnreadableError(_WEEK_MISSING)
    named = [(place, word) for place, head in bare.items() for word in head.words]
    weekdays = _in_order([word for _, word in named])
    week = week.beginning_on(weekdays[0])
    days: dict[int, tuple[date, ...]] = {}
    for (place, _), weekday in zip(named, weekdays, strict=True):
        day = week.first + timedelta(days=(weekday - week.first.weekday()) % 7)
        while any(day in one for one in days.values()):
            day += A_WEEK
        if day > week.last:
            word = heading(record.cells, place)
            raise FileUnreadableError(
                f"There is a column {word}, but the week named above it, {week.first} to {week.last}, has no such day. "
                "Correct the week, or the column."
            )
        days[place] = (*days.get(place, ()), day)
    return {place: _between(*one) if bare[place].is_range else one for place, one in days.items()}


def _between(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=days) for days in range((last - first).days + 1))


def _in_order(words: Sequence[str]) -> list[int]:
    """Read the words in one language, else in whichever each is: so that they follow each other closely."""
    if readings := weekdays_of(words):
        return min(readings, key=_gaps)
    choices = [meaning_of(word).weekdays for word in words]
    return min((_following(first, choices[1:]) for first in sorted(choices[0])), key=_gaps)


def _following(first: int, choices: Sequence[frozenset[int]]) -> list[int]:
    days = [first]
    for choice in choices:
        days.append(min(sorted(choice), key=lambda day: (day - days[-1] - 1) % 7))
    return days


def _gaps(days: Sequence[int]) -> int:
    return sum((after - day - 1) % 7 for day, after in pairwise(days))


def _fields(record: Record, first_day: int) -> dict[int, str]:
    """Say what the columns beside the days hold; without a word for it, the film stands in the first column."""
    fields = fields_of(record.cells)
    named = {field: fields.index(field) for field in _FIELDS if field in fields}
    if "title" not in named:
        free = next(_unnamed(fields, first_day), None)
        if free is None:
            raise FileUnreadableError("No column of this grid names the films. Head it with Film or Title.")
        named["title"] = free
    return {place: field for field, place in named.items()}


def _unnamed(fields: Sequence[str | None], first_day: int) -> Iterator[int]:
    return (place for place, field in enumerate(fields[:first_day]) if field is None)
