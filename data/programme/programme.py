"""The Programme: one immutable value a process; columns of numbers for finding, texts aside for showing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from data.errors import UnknownCinemaError, UnknownFilmError
from data.programme.facts import CinemaFacts, FilmDetails, VersionFacts
from geo.point import Point
from geo.swapped import refuse_swapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The screenings as columns, shape (n,) each, sorted by cinema and then by start.

    `cinema` and `version` are positions in the programme's lists; `minute` counts from 1970 (UTC); `evening` is the
    programme date as an ordinal (`date.toordinal`); `formats` is a set of bits, one for each of the known formats.
    """

    cinema: NDArray[np.int32]
    minute: NDArray[np.int64]
    evening: NDArray[np.int32]
    version: NDArray[np.int16]
    formats: NDArray[np.uint32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a screening shows besides, one entry a row of the columns. `films` are positions in the list of films."""

    ids: Sequence[int]
    films: Sequence[tuple[int, ...]]
    titles: Sequence[str]
    auditoriums: Sequence[str | None]
    booking_urls: Sequence[str | None]
    statuses: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Cinemas and films by slug, the distinct versions by key, and the screenings that can still be visited."""

    cinemas: Sequence[CinemaFacts]
    cinema_by_slug: Mapping[str, int]
    zones: Sequence[ZoneInfo]
    lats: NDArray[np.float64]
    lons: NDArray[np.float64]
    films: Sequence[FilmDetails]
    film_by_slug: Mapping[str, int]
    versions: Sequence[VersionFacts]
    version_keys: Sequence[str]
    formats: Sequence[str]
    columns: Columns
    details: Details
    rows_by_film: Sequence[NDArray[np.intp]]
    as_of: datetime | None
    change_id: int
    is_demo: bool

    @property
    def screening_count(self) -> int:
        """How many screenings it holds."""
        return len(self.details.ids)

    def film(self, slug: str) -> FilmDetails:
        """Find a film. Raises UnknownFilmError."""
        return self.films[self.film_index(slug)]

    def film_index(self, slug: str) -> int:
        """Find a film's position. Raises UnknownFilmError."""
        if slug not in self.film_by_slug:
            raise UnknownFilmError(slug)
        return self.film_by_slug[slug]

    def is_coming(self, slug: str, now: datetime) -> bool:
        """Say whether a film has a screening that has not begun. Raises UnknownFilmError."""
        minutes = self.columns.minute[self.rows_by_film[self.film_index(slug)]]
        return bool((minutes >= now.timestamp() // 60).any())

    def cinema_index(self, slug: str) -> int:
        """Find a cinema's position. Raises UnknownCinemaError."""
        if slug not in self.cinema_by_slug:
            raise UnknownCinemaError(slug)
        return self.cinema_by_slug[slug]

    def zone_near(self, point: Point | None) -> ZoneInfo:
        """Give the time zone that "local" means: the nearest cinema's, roughly; without a point, the first one's."""
        if not self.zones:
            return ZoneInfo("UTC")
        if point is None:
            return self.zones[0]
        width = np.cos(np.radians(point.lat))
        east = (np.abs(self.lons - point.lon) + 180) % 360 - 180
        return self.zones[int(np.argmin((self.lats - point.lat) ** 2 + (east * width) ** 2))]

    def refuse_swapped(self, point: Point) -> None:
        """Raise PositionSwappedError where only the mirrored point is near a cinema."""
        refuse_swapped(point, self.lats, self.lons)
