"""What runs at the nearest places, film by film: the compiled step behind the films near a point."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.columns import Columns, Places, Plain, Wish
from data.programme.kernel.in_order import insert
from data.programme.kernel.matching import first_match, next_match
from data.programme.kernel.nearest import Reach, nearest
from data.programme.kernel.tables import Packed, Tables
from geo.compiled import compiled
from geo.earth_centred import Spot
from geo.packed import unpacked

# A minute's wait costs as much as a hundred metres of way: what one walks in it.
MILLIMETRES_A_MINUTE = 100_000
# Costlier than anything: costs are below 2⁴⁴ (three hundred years of waiting).
_NEVER = (1 << 44) - 1
# What is first by cost, then by rank, as one number.
_RANK_BITS = 19

Ints = NDArray[np.int64]


class Most(NamedTuple):
    """How much is shown: so many films, so many starts of each, so many cinemas and screenings in all."""

    films: int
    starts: int
    cinemas: int
    screenings: int


class Starts(NamedTuple):
    """Starts, nearest cinema first, there by film and in order of time: film, cinema's number, row, cost (mm).

    `is_first` marks the first one that a cinema has of a film.
    """

    film: NDArray[np.int32]
    number: Ints
    row: Ints
    cost: Ints
    is_first: NDArray[np.bool_]


class Films(NamedTuple):
    """The distinct films of starts, shape (n,), with their ranks, and what the cheapest start of each costs.

    `surest` counts only starts at cinemas that lie within the radius from anywhere in an uncertain position's circle.
    `slot` is the position in these of each start's film.
    """

    film: NDArray[np.int32]
    rank: Ints
    best: Ints
    surest: Ints
    slot: Ints


@compiled
def find_films(
    packed: Packed,
    spot: Plain,
    places_: Plain,
    metres: NDArray[np.float64],
    wish_: Plain,
    is_open: NDArray[np.bool_],
    film_ranks: Ints,
    reach_: Plain,
    most_: Plain,
) -> Plain:
    """Find the films whose starts cost least (data.programme.films_near); `is_open` says which statuses count.

    Gives whether it is exact, and the parts of a FoundFilms.
    """
    tables, places, wish = unpacked(packed, Tables), Places(*places_), Wish(*wish_)
    columns, reach, most = tables.columns, Reach(*reach_), Most(*most_)
    found, millimetres, meant, is_exact = nearest(
        Spot(*spot), tables.atlas, tables.ranks, places, metres, columns, wish, reach
    )
    meant = min(meant, most.cinemas)
    shown, far = found[:meant], millimetres[:meant]
    starts = _first_starts(columns, wish, places, shown, far, tables.asides.status, is_open, most.starts)
    is_sure = far + reach.slack_mm <= reach.within_mm
    films = _films_of(starts, film_ranks, is_sure)
    order = _in_order(films, most.films, reach.slack_mm)
    picked, stops, is_cut = _pick(starts, films.slot, order, is_sure, reach.slack_mm, most)
    order, number = order[: stops.size], starts.number[picked]
    counts = np.bincount(films.slot[starts.is_first], minlength=films.film.size)[order]
    is_cut |= found.size > most.cinemas
    rows, cinemas = starts.row[picked], places.place[shown[number]]
    return is_exact, films.film[order], counts, rows, stops, cinemas, far[number], films.film.size, is_cut


@compiled
def _first_starts(
    columns: Columns,
    wish: Wish,
    places: Places,
    shown: Ints,
    millimetres: Ints,
    status: NDArray[np.uint8],
    is_open: NDArray[np.bool_],
    most: int,
) -> Starts:
    """Give at most so many starts of each film at each place, the earliest: later ones cost more wherever one is."""
    room = 0
    for at in shown:
        room += columns.stop[places.place[at]] - columns.start[places.place[at]]
    film, is_first = np.empty(room, dtype=np.int32), np.empty(room, dtype=np.bool_)
    numbers, rows, cost = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
    count = 0
    for number in range(shown.size):
        place, before, taken = places.place[shown[number]], -1, 0
        row = first_match(columns, wish, place, places.offset[shown[number]])
        while row >= 0:
            if columns.film[row] != before:
                before, taken = columns.film[row], 0
            if taken < most and is_open[status[row]]:
                film[count], numbers[count], rows[count], is_first[count] = before, number, row, taken == 0
                wait = np.int64(columns.minute[row]) - wish.from_minute
                cost[count] = millimetres[number] + wait * MILLIMETRES_A_MINUTE
                count, taken = count + 1, taken + 1
            row = next_match(columns, wish, row + 1, columns.stop[place])
    return Starts(film[:count], numbers[:count], rows[:count], cost[:count], is_first[:count])


@compiled
def _films_of(starts: Starts, film_ranks: Ints, is_sure: NDArray[np.bool_]) -> Films:
    slot_of, slot = np.full(film_ranks.size, -1, dtype=np.int32), np.empty(starts.film.size, dtype=np.int64)
    film, count = np.empty(starts.film.size, dtype=np.int32), 0
    best, surest = np.empty_like(slot), np.empty_like(slot)
    for start in range(slot.size):
        at = slot_of[starts.film[start]]
        if at < 0:
            at = slot_of[starts.film[start]] = count
            film[at], best[at], surest[at] = starts.film[start], _NEVER, _NEVER
            count += 1
        slot[start] = at
        best[at] = min(best[at], starts.cost[start])
        if is_sure[starts.number[start]]:
            surest[at] = min(surest[at], starts.cost[start])
    return Films(film[:count], film_ranks[film[:count]], best[:count], surest[:count], slot)


@compiled
def _in_order(films: Films, limit: int, slack_mm: int) -> Ints:
    """Order the films by cost, then by rank, and leave those that cannot be among the first `limit`."""
    keys, first = np.empty(limit, dtype=np.int64), np.empty(limit, dtype=np.int64)
    count = 0
    for at in range(films.film.size):
        count = insert(keys, first, 0, count, films.surest[at] << _RANK_BITS | films.rank[at], at)
    if slack_mm == 0:
        return first[:count]
    bound = (keys[limit - 1] >> _RANK_BITS) + slack_mm if count == limit else _NEVER
    could_be = np.flatnonzero(films.best <= bound)
    return could_be[np.argsort(films.best[could_be] << _RANK_BITS | films.rank[could_be])]


@compiled
def _pick(
    starts: Starts, slot: Ints, order: Ints, is_sure: NDArray[np.bool_], slack_mm: int, most: Most
) -> tuple[Ints, Ints, bool]:
    """Give the starts to show, film after film, cheaper ones first; where each film's end; and whether that is a cut.

    Films are whole: the first that would bring too many screenings ends the list; alone it is cut to them.
    """
    could_be, of_film = _of_films(slot, order)
    bounds = _bounds(starts, could_be, of_film, is_sure, (order.size, most.starts)) + slack_mm
    is_in = starts.cost[could_be] <= bounds[of_film]
    could_be, of_film = could_be[is_in], of_film[is_in]
    # Stable: what costs the same stays nearest first, then in order of time.
    by_cost = np.argsort(starts.cost[could_be], kind="mergesort")
    in_order = by_cost[np.argsort(of_film[by_cost], kind="mergesort")]
    picked, stops = np.empty_like(in_order), np.empty(order.size, dtype=np.int64)
    end, at = 0, 0
    for number in range(order.size):
        begin = end
        while at < in_order.size and of_film[in_order[at]] == number:
            if slack_mm or end - begin < most.starts:
                picked[end] = could_be[in_order[at]]
                end += 1
            at += 1
        if end > most.screenings:
            end = most.screenings if begin == 0 else begin
            stops[number] = end
            return picked[:end], stops[: max(1, number)], True
        stops[number] = end
    return picked[:end], stops, False


@compiled
def _of_films(slot: Ints, order: Ints) -> tuple[Ints, Ints]:
    """Give the starts whose film is among the ordered ones, and its place in that order."""
    number_of = np.full(slot.size, -1, dtype=np.int64)
    number_of[order] = np.arange(order.size)
    numbers = number_of[slot]
    theirs = np.flatnonzero(numbers >= 0)
    return theirs, numbers[theirs]


@compiled
def _bounds(starts: Starts, could_be: Ints, of_film: Ints, is_sure: NDArray[np.bool_], shape: tuple[int, int]) -> Ints:
    """Give for each film the cost of its last start to show: of so many at cinemas that are sure to count."""
    least = np.full(shape, _NEVER, dtype=np.int64)
    for number, start in zip(of_film, could_be):  # noqa: B905 (Numba knows no strict)
        at, cost = shape[1] - 1, starts.cost[start]
        if is_sure[starts.number[start]] and cost < least[number, at]:
            while at > 0 and least[number, at - 1] > cost:
                least[number, at] = least[number, at - 1]
                at -= 1
            least[number, at] = cost
    return least[:, -1].copy()
