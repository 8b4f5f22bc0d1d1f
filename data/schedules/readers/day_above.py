"""A tall sheet that writes a day once, for all rows below it: empty cells of dates are filled from above, where sure.

A row that holds its day and nothing else, as in our template, is no screening.

Sure is: no day is written twice running, so that an empty cell is no slip; the row follows at once on one of that day,
says when and what, and begins after those before it in the same auditorium. What is not sure is left as it is, and
becomes an error that says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import pairwise

from data.problem import Problem
from data.schedules.readers.table import warning
from data.schedules.sheet import Row
from data.sentence import Sentence
from data.times.cells import read_date_cell, read_time_cell


@dataclass(slots=True)
class _Day:
    """The day that was written last, the row up to which it holds, and the latest time in each auditorium."""

    written: str
    number: int
    is_alone: bool
    latest: dict[tuple[str, str], time] = field(default_factory=dict)

    def holds_for(self, row: Row) -> bool:
        """Say whether a row without a day is surely one of this day."""
        said = read_time_cell(row.time)
        if said.time is None or said.time.is_next_day or said.date or row.number != self.number + 1:
            return False
        before = self.latest.get((row.cinema, row.auditorium))
        return before is None or said.time.clock > before

    def take(self, row: Row) -> None:
        """Let the day hold for a row."""
        self.number = row.number
        if clock := read_time_cell(row.time).time:
            self.latest[row.cinema, row.auditorium] = clock.clock


def with_days_above(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Fill the days in, and tell of it. A row of a day alone may head the rows below it, and is none of its own."""
    is_once = not any(one.date and one.date == other.date for one, other in pairwise(rows))
    taken: list[Row] = []
    empty: list[int] = []
    filled: list[int] = []
    day: _Day | None = None
    for row in rows:
        if row.date:
            day = _begun(row)
            if day and day.is_alone:
                empty.append(row.number)
                continue
        elif is_once and day and _has_no_day(row) and day.holds_for(row):
            if day.is_alone:
                # It was the heading of this row.
                empty.pop()
            day.is_alone = False
            day.take(row)
            filled.append(row.number)
            taken.append(replace(row, date=day.written))
            continue
        else:
            day = None
        taken.append(row)
    return tuple(taken), (*_told(filled), *_told_of_empty(empty))


def _begun(row: Row) -> _Day | None:
    cell = read_date_cell(row.date)
    if cell.date is None or cell.time:
        return None
    day = _Day(row.date, row.number, is_alone=replace(row, number=0, date="") == Row(number=0))
    day.take(row)
    return day


def _has_no_day(row: Row) -> bool:
    return bool(row.time and row.title) and not row.business_date and row.starts_at is None


def _told(filled: Sequence[int]) -> tuple[Problem, ...]:
    if not filled:
        return ()
    rows = Sentence("{number} rows, the first here", number=len(filled)) if len(filled) > 1 else Sentence("this row")
    sentence = Sentence(
        "The day's cell is empty ({rows}): the one above it is taken. If that is wrong, write the day.", rows=rows
    )
    return (warning("date-above", sentence, row=filled[0]),)


def _told_of_empty(empty: Sequence[int]) -> tuple[Problem, ...]:
    if not empty:
        return ()
    rows = (
        Sentence("these rows ({number}, the first here)", number=len(empty)) if len(empty) > 1 else Sentence("this row")
    )
    sentence = Sentence(
        "Beside the day, nothing stands in {rows}: no screening. Delete it, or write time and title.", rows=rows
    )
    return (warning("day-empty", sentence, row=empty[0]),)
