"""The one table that every opponent fills: a row a film and screening, in the order film, cinema, start."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.bench.facts import Facts, auditorium_name, booking_url
from tests.bench.worlds import World

_PORTION = 100_000


class Entry(NamedTuple):
    """What an answer shows of a screening; a double feature's `film` is each of its films, `first` always the first."""

    film: int
    cinema: int
    minute: int
    id: int
    first: int
    second: int
    evening: int
    version: int
    formats: int
    title: str
    auditorium: str | None
    booking_url: str | None
    status: str


class FoundCinema(NamedTuple):
    """A cinema of an opponent's answer, its distance in metres, and its screenings in time order."""

    cinema: int
    metres: float
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries as columns: the film of each, and its row in the world."""

    film: NDArray[np.int32]
    row: NDArray[np.intp]


def make_entries(world: World) -> Entries:
    """Sort the screenings by film; within a film they stay by cinema and start."""
    doubles = np.flatnonzero(world.second >= 0)
    films = np.concatenate([world.film, world.second[doubles]])
    rows = np.concatenate([np.arange(world.film.size, dtype=np.intp), doubles])
    order = np.lexsort((rows, films))
    return Entries(films[order], rows[order])


def write_entries(world: World, facts: Facts) -> Iterator[Entry]:
    """Write all entries out as rows, a portion at a time, so that ten million need no memory."""
    entries = make_entries(world)
    for begin in range(0, entries.row.size, _PORTION):
        part = slice(begin, begin + _PORTION)
        yield from entries_at(world, facts, entries.film[part], entries.row[part])


def entries_at(world: World, facts: Facts, films: NDArray[np.int32], rows: NDArray[np.intp]) -> Iterator[Entry]:
    """Write out the entries of some rows of a world."""
    first = world.film[rows]
    columns = zip(
        films.tolist(),
        world.cinema[rows].tolist(),
        world.minute[rows].tolist(),
        (rows + 1).tolist(),
        first.tolist(),
        world.second[rows].tolist(),
        world.evening[rows].tolist(),
        facts.version_of[world.language[first], world.label[rows]].tolist(),
        world.formats[rows].tolist(),
        world.auditorium[rows].tolist(),
        world.is_booked[rows].tolist(),
        world.is_sold_out[rows].tolist(),
        strict=True,
    )
    for (
        film,
        cinema,
        minute,
        number,
        first_film,
        second,
        evening,
        version,
        formats,
        hall,
        is_booked,
        is_full,
    ) in columns:
        yield Entry(
            film,
            cinema,
            minute,
            number,
            first_film,
            second,
            evening,
            version,
            formats,
            facts.films[first_film].title,
            auditorium_name(hall),
            booking_url(cinema, number) if is_booked else None,
            "sold-out" if is_full else "scheduled",
        )


def film_places(world: World) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Give every film and cinema that shows it, once: films and cinemas, in this order."""
    entries = make_entries(world)
    pairs = np.unique(entries.film.astype(np.int64) << 32 | world.cinema[entries.row])
    return (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)
