"""The header of a weekly grid: which column is which day, and what the columns before them hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from data.errors import FileUnreadableError
from data.problem import Problem
from data.schedules.readers.day_head import DayHead, all_days, day_head
from data.schedules.readers.headers import fields_of
from data.schedules.readers.named_week import A_WEEK, NamedWeek, named_week
from data.schedules.readers.table import Record, heading, warning
from data.sentence import Sentence
from data.times.calendar_words import meaning_of, weekdays_of
from data.times.date_column import date_column
from data.times.tokens import tokens_of
from data.times.written import Cell

# With fewer days, a row is a header only where it names the film too.
_FEWEST_DAYS = 2
_DAILY = frozenset(
    {"taglich", "tagl", "daily", "quotidien", "dagelijks", "codziennie", "denne", "wochenende", "weekend"}
)
_FIELDS = ("title", "version", "format", "auditorium", "cinema", "booking_url", "status")
_WEEK_MISSING = Sentence(
    "The columns are days of a week, but no row above says which. Write it there: 26.11. – 02.12.2026."
)


@dataclass(frozen=True, slots=True)
class GridHeader:
    """The columns of a grid by their places: our fields, and the days of each. `week` is all that it speaks of.

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
    heads = {place: head for place, cell in enumerate(record.cells) if (head := day_head(cell))}
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
            joined[-1] = Record(before.number, tuple(_both(one, other) for one, other in pairs))
        else:
            joined.append(record)
    return joined


def _both(one: str, other: str) -> str:
    """Write a weekday and its date as one; of several days, the dates say it all."""
    heads = [(head, cell) for cell in (one, other) if (head := day_head(cell))]
    dated = [cell for head, cell in heads if len(head.dates) > 1]
    return dated[0] if dated else f"{one} {other}".strip()


def _is_dated(heads: Mapping[int, DayHead]) -> bool:
    return any(head.dates for head in heads.values())


def _at(record: Record, place: int) -> str:
    return record.cells[place] if place < len(record.cells) else ""


def grid_header(record: Record, heads: Mapping[int, DayHead], week: NamedWeek | None, today: date) -> GridHeader:
    """Understand a header. Raises FileUnreadableError where nothing says which days its weekdays are."""
    days, problems = _dated(record, heads, today)
    bare = {place: head for place, head in heads.items() if place not in days}
    if bare:
        days |= _of_week(record, bare, week)
    named = _fields(record, min(heads))
    own = (min(map(min, days.values())), max(map(max, days.values())))
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


def _dated(
    record: Record, heads: Mapping[int, DayHead], today: date
) -> tuple[dict[int, tuple[date, ...]], list[Problem]]:
    """Give the days of the columns that are headed by dates; a weekday beside it may be another day's."""
    written = {place: head.dates for place, head in heads.items() if head.dates}
    column = date_column([Cell(one) for dates in written.values() for one in dates], "", today)
    days: dict[int, tuple[date, ...]] = {}
    wrong: list[int] = []
    for place, dates in written.items():
        read = [(one, day) for one in dates if (day := column.day_of(one))]
        if len(read) == len(dates):
            days[place] = all_days(heads[place], [day for _, day in read])
            wrong += [place] if any(one.weekdays and day.weekday() not in one.weekdays for one, day in read) else []
    sentence = Sentence("Weekday and date are not of the same day: the date counts. Correct the one that is wrong.")
    problems = [
        warning("weekday-wrong", sentence, row=record.number, value=heading(record.cells, place)) for place in wrong
    ]
    return days, problems


def _of_week(record: Record, bare: Mapping[int, DayHead], week: NamedWeek | None) -> dict[int, tuple[date, ...]]:
    """Give the days of the columns that are headed by weekdays.

    A head that comes again is of the week after; a column of several days may have one that another has too.
    """
    if week is None:
        raise FileUnreadableError(_WEEK_MISSING)
    weekdays = iter(_in_order([word for head in bare.values() for word in head.words]))
    named = {place: [next(weekdays) for _ in head.words] for place, head in bare.items()}
    week = week.beginning_on(named[min(named)][0])
    days: dict[int, tuple[date, ...]] = {}
    for place, head in bare.items():
        taken = {day for other in days for day in days[other] if _excludes(head, bare[other])}
        days[place] = all_days(head, [_day_in(week, weekday, taken) for weekday in named[place]])
        if days[place][-1] > week.last:
            word = heading(record.cells, place)
            raise FileUnreadableError(
                Sentence(
                    "There is a column {column}, but the week named above it, {first} to {last}, has no such day. "
                    "Correct the week, or the column.",
                    column=word,
                    first=week.first,
                    last=week.last,
                )
            )
    return days


def _excludes(head: DayHead, other: DayHead) -> bool:
    return head == other or len(head.words) == len(other.words) == 1


def _day_in(week: NamedWeek, weekday: int, taken: set[date]) -> date:
    day = week.first + timedelta(days=(weekday - week.first.weekday()) % 7)
    while day in taken:
        day += A_WEEK
    return day


def _in_order(words: Sequence[str]) -> list[int]:
    """Read all words in one language, else in whichever each is, and so that they follow each other closely."""
    readings = weekdays_of(words) or [tuple(meaning_of(word).weekdays for word in words)]
    orders = (_following(first, choices[1:]) for choices in readings for first in sorted(choices[0]))
    return min(orders, key=_gaps)


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
            raise FileUnreadableError(Sentence("No column of this grid names the films. Head it with Film or Title."))
        named["title"] = free
    return {place: field for field, place in named.items()}


def _unnamed(fields: Sequence[str | None], first_day: int) -> Iterator[int]:
    return (place for place, field in enumerate(fields[:first_day]) if field is None)
