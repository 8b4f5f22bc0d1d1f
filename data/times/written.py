"""What a cell says of a day and a time: read, but not yet held against a year, a zone or the cells beside it."""

from dataclasses import dataclass
from datetime import time
from enum import Enum, auto


class Order(Enum):
    """Which of two bare numbers is the day, as in `24/7/2026` and `7/24/2026`; open where both could be."""

    DAY_FIRST = auto()
    MONTH_FIRST = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day of a month, perhaps without its year; `weekdays` are those that the word beside it may mean (Monday is 0).

    `order` is null where the spelling leaves no question. Where it is open, day and month stand day first.
    """

    day: int
    month: int
    year: int | None = None
    weekdays: frozenset[int] = frozenset()
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A time of day, of the next day for `24:30`; `ahead_minutes` is the offset from UTC that stands beside it."""

    clock: time
    is_next_day: bool = False
    ahead_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What could be read of a cell: a date, a time, both, or nothing."""

    date: WrittenDate | None = None
    time: WrittenTime | None = None
