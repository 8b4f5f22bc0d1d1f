"""Where the rows stand while programmes come and go: each cinema's rows side by side, replaced as a whole."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.programme.assembly.arena import Arena
from data.programme.assembly.json_text import as_json_text
from data.programme.kernel.asides import Asides, share_beginnings
from data.programme.kernel.columns import Columns, Places
from data.programme.kernel.matching import ID_BITS, MINUTES_A_DAY

Ints = NDArray[np.int64]


class Rows(NamedTuple):
    """Rows to be put on shelves, shape (n,) each, and the booking links: row i's is links[link_at[i]:link_at[i + 1]].

    `source` says which link is a row's: a double feature has two rows and one link.
    """

    place: Ints
    film: Ints
    minute: NDArray[np.int32]
    kind: Ints
    id: Ints
    bill: Ints
    auditorium: Ints
    status: Ints
    source: Ints
    link_at: Ints
    links: NDArray[np.uint8]


class Shelves:
    """Columns that grow at their end; what a cinema had before stays readable for whoever began with it."""

    def __init__(self, place_count: int) -> None:
        self._start, self._stop = np.zeros(place_count, dtype=np.int64), np.zeros(place_count, dtype=np.int64)
        self._link_begin = np.zeros(place_count, dtype=np.int64)
        self._film, self._minute = Arena(np.int32), Arena(np.int32)
        self._kind, self._id = Arena(np.uint16), Arena(np.int64)
        self._bill, self._auditorium, self._status = Arena(np.int32), Arena(np.int32), Arena(np.uint8)
        self._link_rest, self._links = Arena(np.int64), Arena(np.uint8)

    @property
    def is_worn(self) -> bool:
        """Say whether more rows were replaced than are in use: time to begin anew."""
        return bool(self._minute.size > 2 * (self._stop - self._start).sum() + 100_000)

    def films_at(self, place: int) -> NDArray[np.int32]:
        """Give the films of a place's rows, ascending, each as often as it has rows."""
        return self._film.view()[self._start[place] : self._stop[place]]

    def runs(self, places: Ints) -> dict[int, Places]:
        """Give for each film that some of the places (ascending) show where its rows begin there."""
        start, stop = self._start[places], self._stop[places]
        sizes = stop - start
        ends = np.cumsum(sizes)
        offset = np.arange(ends[-1] if ends.size else 0) - np.repeat(ends - sizes, sizes)
        film = self._film.view()[offset + np.repeat(start, sizes)]
        place = np.repeat(places, sizes)
        begins = np.flatnonzero((offset == 0) | (film != np.roll(film, 1)))
        day = 1 << (self._minute.view()[offset + np.repeat(start, sizes)] // MINUTES_A_DAY % 16)
        days = np.bitwise_or.reduceat(day, begins) if begins.size else day
        film, place, offset = film[begins], place[begins], offset[begins]
        order = np.lexsort((place, film))
        film, place, offset, days = film[order], place[order], np.minimum(offset[order], 255), days[order]
        found, firsts = np.unique(film, return_index=True)
        bounds = zip(found.tolist(), firsts.tolist(), [*firsts[1:].tolist(), film.size], strict=False)
        return {number: _places(place[a:b], offset[a:b], days[a:b]) for number, a, b in bounds}

    def replace(self, places: Ints, rows: Rows, film_count: int) -> None:
        """Put rows in place of all that `places` (ascending) had."""
        order = np.lexsort((np.int64(rows.minute) << ID_BITS | rows.id, rows.place * (film_count + 1) + rows.film))
        starts, stops = (np.searchsorted(rows.place[order], places, side=side) for side in ("left", "right"))
        self._put_links(places, rows, order, starts, stops)
        begin = self._film.append(rows.film[order])
        self._minute.append(rows.minute[order])
        self._kind.append(rows.kind[order])
        self._id.append(rows.id[order])
        self._bill.append(rows.bill[order])
        self._auditorium.append(rows.auditorium[order])
        self._status.append(rows.status[order])
        self._start, self._stop = self._start.copy(), self._stop.copy()
        self._start[places], self._stop[places] = begin + starts, begin + stops

    def _put_links(self, places: Ints, rows: Rows, order: Ints, starts: Ints, stops: Ints) -> None:
        links, link_at = as_json_text(rows.links, rows.link_at)
        kept, rests, begins = share_beginnings(links, link_at, rows.source[order], starts, stops)
        base = self._links.append(kept)
        rests[rests >= 0] += base
        self._link_rest.append(rests)
        self._link_begin = self._link_begin.copy()
        self._link_begin[places] = base + begins

    def columns(self, kind_evening: NDArray[np.int8]) -> Columns:
        """Give what finding looks at, as it stands now."""
        return Columns(
            start=self._start,
            stop=self._stop,
            film=self._film.view(),
            minute=self._minute.view(),
            kind=self._kind.view(),
            kind_evening=kind_evening,
            id=self._id.view(),
        )

    def asides(self) -> Asides:
        """Give what rows show besides, as it stands now."""
        return Asides(
            bill=self._bill.view(),
            auditorium=self._auditorium.view(),
            status=self._status.view(),
            link_rest=self._link_rest.view(),
            link_begin=self._link_begin,
            links=self._links.view(),
        )


def _places(place: Ints, offset: Ints, days: Ints) -> Places:
    return Places(place.astype(np.int32), offset.astype(np.uint8), days.astype(np.uint16))
