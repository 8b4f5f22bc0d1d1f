"""Which rows of a cinema fit a wish: the compiled loops that everything that finds is made of."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.columns import Columns, Places, Wish
from data.programme.kernel.in_order import insert
from geo.compiled import compiled, compiled_in_place

MINUTES_A_DAY = 24 * 60
EPOCH_DAY = date(1970, 1, 1).toordinal()

# A start and, among equal ones, the screening's id, as one number.
ID_BITS = 36


@compiled_in_place
def first_match(columns: Columns, wish: Wish, place: int, offset: int) -> int:
    """Give the first row of a place that fits, from its offset on; -1 where none does."""
    return next_match(columns, wish, columns.start[place] + offset, columns.stop[place])


@compiled_in_place
def next_match(columns: Columns, wish: Wish, row: int, stop: int) -> int:
    """Give the first row from `row` to before `stop` that fits, -1 where none does."""
    while row < stop:
        if wish.film >= 0 and columns.film[row] != wish.film:
            # The film's rows stand together. An offset is at most 255: they may begin farther on.
            if columns.film[row] > wish.film:
                return -1
        elif _fits(columns, wish, row):
            return row
        row += 1
    return -1


@compiled_in_place
def _fits(columns: Columns, wish: Wish, row: int) -> bool:
    minute, kind = columns.minute[row], columns.kind[row]
    if minute < wish.from_minute or minute >= wish.until_minute or not wish.kinds[kind]:
        return False
    if wish.film < 0 and not wish.films[columns.film[row]]:
        return False
    return wish.evening == 0 or EPOCH_DAY + minute // MINUTES_A_DAY + columns.kind_evening[kind] == wish.evening


@compiled
def matches(
    columns: Columns, wish: Wish, places: Places, shown: NDArray[np.int64], most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], bool]:
    """Give the rows that fit, place after place, each in order of time; where each place's end; whether that is a cut.

    `shown` are positions in `places`. Places are whole: the first that would bring more than `most` rows ends the list;
    alone it is cut to them.
    """
    keys, rows = np.empty(most + 1, dtype=np.int64), np.empty(most + 1, dtype=np.int64)
    stops = np.empty(shown.size, dtype=np.int64)
    end = 0
    for number in range(shown.size):
        begin = end
        place, offset = places.place[shown[number]], places.offset[shown[number]]
        row = first_match(columns, wish, place, offset)
        while row >= 0:
            # A double feature that is found under both films is shown once: its rows have the same key.
            key = np.int64(columns.minute[row]) << ID_BITS | columns.id[row]
            end = insert(keys, rows, begin, end, key, row)
            row = next_match(columns, wish, row + 1, columns.stop[place])
        if end > most:
            end = most if begin == 0 else begin
            stops[number] = end
            return rows[:end], stops[: max(1, number)], True
        stops[number] = end
    return rows[:end], stops, False


@compiled
def first_minutes(columns: Columns, wish: Wish, places: Places, shown: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the minutes in which the earliest rows that fit start, by position in `places`; each has to have one."""
    minutes = np.empty(shown.size, dtype=np.int64)
    for number in range(shown.size):
        minutes[number] = earliest(columns, wish, places.place[shown[number]], places.offset[shown[number]])
    return minutes


@compiled_in_place
def earliest(columns: Columns, wish: Wish, place: int, offset: int) -> int:
    """Give the minute of the earliest row of a place that fits, -1 where none does."""
    row, first = first_match(columns, wish, place, offset), -1
    while row >= 0:
        if first < 0 or columns.minute[row] < first:
            first = columns.minute[row]
        row = next_match(columns, wish, row + 1, columns.stop[place])
    return first


@compiled
def has_match(columns: Columns, wish: Wish, places: Places) -> bool:
    """Say whether any of the places has a row that fits."""
    for at in range(places.place.size):  # noqa: SIM110 (compiled code knows no generators)
        if first_match(columns, wish, places.place[at], places.offset[at]) >= 0:
            return True
    return False
