"""Which rows of a cinema fit a wish: two compiled loops that everything that finds is made of."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from data.programme.columns import Columns, Wish
from geo.compiled import compiled

MINUTES_A_DAY = 24 * 60
EPOCH_DAY = date(1970, 1, 1).toordinal()


@compiled
def first_match(columns: Columns, wish: Wish, place: int) -> int:
    """Give a place's first row that fits, -1 where none does."""
    low, high = columns.start[place], columns.stop[place]
    stop = high
    while low < high:
        middle = (low + high) // 2
        if columns.minute[middle] < wish.from_minute:
            low = middle + 1
        else:
            high = middle
    return next_match(columns, wish, low, stop)


@compiled
def next_match(columns: Columns, wish: Wish, row: int, stop: int) -> int:
    """Give the first row from `row` to before `stop` that fits, -1 where none does."""
    while row < stop and columns.minute[row] < wish.until_minute:
        if _fits(columns, wish, row):
            return row
        row += 1
    return -1


@compiled
def _fits(columns: Columns, wish: Wish, row: int) -> bool:
    if not (wish.versions[columns.version[row]] and wish.format_sets[columns.format_set[row]]):
        return False
    if wish.evening and EPOCH_DAY + columns.minute[row] // MINUTES_A_DAY + columns.evening[row] != wish.evening:
        return False
    bill = columns.bill[row]
    for film in range(columns.bill_start[bill], columns.bill_start[bill + 1]):
        if wish.films[columns.bill_films[film]]:
            return True
    return False


@compiled
def matches(
    columns: Columns, wish: Wish, places: NDArray[np.int64], most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], bool]:
    """Give the rows that fit, place after place, where each place's end, shape (≤ places,), and whether that is a cut.

    Places are whole: the first that would bring more than `most` rows ends the list; alone it is cut to them.
    """
    rows, stops = np.empty(most + 1, dtype=np.int64), np.empty(places.size, dtype=np.int64)
    count = 0
    for shown in range(places.size):
        begin = count
        row = first_match(columns, wish, places[shown])
        while row >= 0 and count <= most:
            rows[count] = row
            count += 1
            row = next_match(columns, wish, row + 1, columns.stop[places[shown]])
        if count > most:
            count = begin if shown else most
            stops[shown] = count
            return rows[:count], stops[: shown or 1], True
        stops[shown] = count
    return rows[:count], stops, False


@compiled
def has_match(columns: Columns, wish: Wish, places: NDArray[np.int32]) -> bool:
    """Say whether any of the places has a row that fits."""
    for place in places:
        if first_match(columns, wish, place) >= 0:
            return True
    return False


@compiled
def first_minutes(columns: Columns, wish: Wish, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the minutes in which the first row that fits starts, shape (places,); every place has to have one."""
    minutes = np.empty(places.size, dtype=np.int64)
    for at in range(places.size):
        minutes[at] = columns.minute[first_match(columns, wish, places[at])]
    return minutes
