"""Where the rows stand while programmes come and go: each cinema's rows side by side, replaced as a whole."""

import numpy as np
from numpy.typing import NDArray

from data.programme.arena import Arena
from data.programme.asides import Asides, share_beginnings
from data.programme.columns import Columns
from data.programme.matching import EPOCH_DAY, MINUTES_A_DAY
from data.programme.stored import Stored

Ints = NDArray[np.int64]


class Shelves:
    """Columns that grow at their end; what a cinema had before stays readable for whoever began with it."""

    def __init__(self, place_count: int) -> None:
        self._start, self._stop = np.zeros(place_count, dtype=np.int64), np.zeros(place_count, dtype=np.int64)
        self._link_begin = np.zeros(place_count, dtype=np.int64)
        self._minute, self._evening = Arena(np.int32), Arena(np.int8)
        self._bill, self._version, self._format_set = Arena(np.int32), Arena(np.uint16), Arena(np.uint16)
        self._id, self._auditorium, self._status = Arena(np.int64), Arena(np.int32), Arena(np.uint8)
        self._link_rest, self._links = Arena(np.int64), Arena(np.uint8)

    @property
    def is_worn(self) -> bool:
        """Say whether more rows were replaced than are in use: time to begin anew."""
        return bool(self._minute.size > 2 * (self._stop - self._start).sum() + 100_000)

    def bills_at(self, place: int) -> NDArray[np.int32]:
        """Give the bills of a place's rows."""
        return self._bill.view()[self._start[place] : self._stop[place]]

    def replace(self, places: Ints, stored: Stored, place: Ints, *, bill: Ints, version: Ints, format_set: Ints,
                auditorium: Ints, status: Ints) -> None:  # fmt: skip
        """Put rows in place of all that `places` (ascending) had; the others are by row of `stored`."""
        order = np.lexsort((stored.id, stored.minute, place))
        starts, stops = (np.searchsorted(place[order], places, side=side) for side in ("left", "right"))
        self._put_links(places, stored, order, starts, stops)
        minute = stored.minute[order]
        begin = self._minute.append(minute)
        self._evening.append((stored.evening[order] - EPOCH_DAY - minute // MINUTES_A_DAY).astype(np.int8))
        self._bill.append(bill[order].astype(np.int32))
        self._version.append(version[order].astype(np.uint16))
        self._format_set.append(format_set[order].astype(np.uint16))
        self._id.append(stored.id[order])
        self._auditorium.append(auditorium[order].astype(np.int32))
        self._status.append(status[order].astype(np.uint8))
        self._start, self._stop = self._start.copy(), self._stop.copy()
        self._start[places], self._stop[places] = begin + starts, begin + stops

    def _put_links(self, places: Ints, stored: Stored, order: Ints, starts: Ints, stops: Ints) -> None:
        kept, rests, begins = share_beginnings(stored.links, stored.link_at, order, starts, stops)
        base = self._links.append(kept)
        rests[rests >= 0] += base
        self._link_rest.append(rests)
        self._link_begin = self._link_begin.copy()
        self._link_begin[places] = base + begins

    def columns(self, bill_start: NDArray[np.int32], bill_films: NDArray[np.int32]) -> Columns:
        """Give what finding looks at, as it stands now."""
        return Columns(
            start=self._start,
            stop=self._stop,
            minute=self._minute.view(),
            evening=self._evening.view(),
            bill=self._bill.view(),
            version=self._version.view(),
            format_set=self._format_set.view(),
            bill_start=bill_start,
            bill_films=bill_films,
        )

    def asides(self) -> Asides:
        """Give what rows show besides, as it stands now."""
        return Asides(
            id=self._id.view(),
            auditorium=self._auditorium.view(),
            status=self._status.view(),
            link_rest=self._link_rest.view(),
            link_begin=self._link_begin,
            links=self._links.view(),
        )
