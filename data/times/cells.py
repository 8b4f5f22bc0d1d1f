"""Cells of dates and times as cinemas and their programs write them: read, not yet understood.

A cell may hold both (`MO 11.06. 21:30`, `2026-07-24T20:15:00+02:00`, a spreadsheet's `46227.84375`); what it says of
the year, of the order of day and month, and of the zone is data.times.date_column's and the schedule's to judge.
"""

from collections.abc import Sequence
from functools import lru_cache

from data.times.clock_times import read_clock_time
from data.times.dates import dates_in
from data.times.tokens import Token, is_number, tokens_of
from data.times.written import Cell

# Between a date and its time.
JOINTS = frozenset({"t", "-", ",", "/", ";", ":", "um", "at", "a", "alle"})
# The day from which spreadsheets count: a time alone is exported as a moment of it (1899-12-30 20:15:00).
_DAY_NONE = frozenset({("1899", "-", "12", "-", "30"), ("30", ".", "12", ".", "1899"), ("12", "/", "30", "/", "1899")})
_DAY_NONE_TOKENS = 5
# No date and time is longer, and no cell of a novel is taken apart, or remembered.
LONGEST = 80
# Sheets have a few dates and times, each of them many times.
_kept = lru_cache(maxsize=4096)


def read_date_cell(text: str) -> Cell:
    """Read a cell that should hold a date, perhaps with the time behind it."""
    return _date_cell(text) if len(text) <= LONGEST else Cell()


@_kept
def _date_cell(text: str) -> Cell:
    return _date_and_time(tokens_of(text))


def read_time_cell(text: str) -> Cell:
    """Read a cell that should hold a time, perhaps behind its date."""
    return _time_cell(text) if len(text) <= LONGEST else Cell()


@_kept
def _time_cell(text: str) -> Cell:
    tokens = _without_day_none(tokens_of(text))
    clock = read_clock_time(tokens, has_offset=False)
    return Cell(time=clock) if clock else _date_and_time(tokens)


def _without_day_none(tokens: Sequence[Token]) -> Sequence[Token]:
    if tuple(tokens[:_DAY_NONE_TOKENS]) not in _DAY_NONE:
        return tokens
    behind = tokens[_DAY_NONE_TOKENS:]
    return behind[1:] if behind and behind[0] in JOINTS else behind


def _is_year(tokens: Sequence[Token]) -> bool:
    return len(tokens) == 1 and is_number(tokens[0])


def _date_and_time(tokens: Sequence[Token]) -> Cell:
    for written, rest in dates_in(tokens):
        if not rest:
            return Cell(written)
        behind = rest[1:] if rest[0] in JOINTS else rest
        # Only a date that begins with its year comes from a program that writes offsets; what looks like a year behind
        # another date is no time.
        is_iso = is_number(tokens[0]) and len(tokens[0]) >= 4
        clock = read_clock_time(behind, has_offset=is_iso)
        if clock and (is_iso or not _is_year(behind)):
            return Cell(written, clock)
    return Cell()
