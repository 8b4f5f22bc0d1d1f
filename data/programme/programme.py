"""The Programme: one immutable value a process; columns of numbers for finding, texts aside for showing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import numpy as np
from numpy.typing import NDArray

from data.errors import UnknownAreaError, UnknownCinemaError, UnknownFilmError
from data.programme.areas import similar_areas
from data.programme.bill import Bill
from data.programme.facts import CinemaFacts, FilmDetails, VersionFacts
from data.programme.film_lookup import FilmLookup
from data.programme.kernel.asides import Asides
from data.programme.kernel.clocks import Clocks
from data.programme.kernel.columns import ALL_DAYS, Columns, Kind, Places, Wish
from data.programme.kernel.finding import Prepared, find_any, find_place
from data.programme.kernel.tables import Packed, Tables
from data.programme.kernel.wording import Wording
from data.programme.moved import Moved
from data.programme.question import Question
from geo.area import Areas
from geo.atlas import Atlas
from geo.packed import packed
from geo.point import Point
from geo.swapped import refuse_swapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Cinemas in spatial order, films, the distinct versions, bills and sets of formats, and all known screenings.

    What refers to a cinema, film, version … does so by its position in these lists. `closed_days` are what cinemas
    declare, by cinema, each with what it says about the day; `published_at` is when each last published (UTC). `ranks`
    is the order of the cinemas by slug, `film_ranks` that of the films; `places_by_area` are, ascending, the cinemas
    within an area, and `places_by_film` those that show a film at any time. A film without a public page is in `films`
    but not in `film_by_slug`. The `all_…` are what a question that does not ask means. `moved` are old slugs and ids,
    looked up only where they are none of today's. `film_lookup` finds films by words, `prepared` is what questions were
    lately found to ask for (data.programme.near); neither changes an answer.
    """

    cinemas: Sequence[CinemaFacts]
    cinema_by_slug: Mapping[str, int]
    closed_days: Mapping[int, Mapping[date, str | None]]
    published_at: Mapping[int, datetime]
    zones: Sequence[ZoneInfo]
    lats: NDArray[np.float64]
    lons: NDArray[np.float64]
    atlas: Atlas
    areas: Areas
    places_by_area: Sequence[NDArray[np.intp]]
    ranks: NDArray[np.int64]
    cinemas_have: NDArray[np.bool_]
    films: Sequence[FilmDetails]
    film_by_slug: Mapping[str, int]
    film_ranks: NDArray[np.int64]
    film_lookup: FilmLookup
    places_by_film: Sequence[Places]
    versions: Sequence[VersionFacts]
    version_keys: Sequence[str]
    format_sets: Sequence[tuple[str, ...]]
    kinds: Sequence[Kind]
    version_of_kind: NDArray[np.int64]
    format_set_of_kind: NDArray[np.int64]
    bills: Sequence[Bill]
    auditoriums: Sequence[str | None]
    statuses: Sequence[str]
    columns: Columns
    asides: Asides
    wording: Wording
    clocks: Clocks
    film_pieces: Sequence[bytes]
    version_pieces: Sequence[bytes]
    all_places: Places
    all_films: NDArray[np.bool_]
    all_kinds: NDArray[np.bool_]
    as_of: datetime | None
    change_id: int
    is_demo: bool
    screening_count: int
    moved: Moved
    packed: Packed = field(init=False)
    prepared: dict[Question, Prepared] = field(init=False, default_factory=dict)
    as_of_piece: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Pack the tables for compiled code (they live as long as the programme), and write down `as_of` as JSON."""
        tables = Tables(self.atlas, self.ranks, self.columns, self.asides, self.wording, self.clocks)
        object.__setattr__(self, "packed", packed(tables))
        object.__setattr__(self, "as_of_piece", msgspec.json.encode(self.as_of))

    @property
    def public_films(self) -> list[FilmDetails]:
        """The films that have a page, in no particular order."""
        return [self.films[film] for film in self.film_by_slug.values()]

    def film(self, slug: str) -> FilmDetails:
        """Find a film. Raises UnknownFilmError."""
        return self.films[self.film_index(slug)]

    def film_index(self, slug: str) -> int:
        """Find a film's position, also by a slug that it had. Raises UnknownFilmError."""
        if slug not in self.film_by_slug:
            slug = self.moved.films.get(slug, slug)
            if slug not in self.film_by_slug:
                raise UnknownFilmError(slug)
        return self.film_by_slug[slug]

    def is_coming(self, slug: str, now: datetime) -> bool:
        """Say whether a film has a screening that has not begun. Raises UnknownFilmError."""
        film = self.film_index(slug)
        minute = int(now.timestamp() // 60)
        coming = Wish(minute, np.iinfo(np.int32).max, 0, film, self.all_films, self.all_kinds, ALL_DAYS)
        return find_any(self.packed, (*self.places_by_film[film],), (*coming,))

    def cinema_index(self, slug: str) -> int:
        """Find a cinema's position, also by a slug that it had. Raises UnknownCinemaError."""
        if slug not in self.cinema_by_slug:
            slug = self.moved.cinemas.get(slug, slug)
            if slug not in self.cinema_by_slug:
                raise UnknownCinemaError(slug)
        return self.cinema_by_slug[slug]

    def area_index(self, slug: str) -> int:
        """Find an area's position. Raises UnknownAreaError."""
        area = self.areas.find(slug)
        if area is None:
            raise UnknownAreaError(slug, similar_areas(self.areas, slug))
        return area

    def places_within(self, areas: Sequence[str]) -> NDArray[np.intp]:
        """Give the cinemas within any of the areas, ascending; all where none is named. Raises UnknownAreaError."""
        if not areas:
            return np.arange(len(self.cinemas))
        return np.unique(np.concatenate([self.places_by_area[self.area_index(slug)] for slug in areas]))

    def zone_near(self, point: Point | None) -> ZoneInfo:
        """Give the time zone that "local" means: the nearest cinema's; without a point, that of the first by slug.

        Raises PositionSwappedError where only the mirrored point is near a cinema.
        """
        if not self.zones:
            return ZoneInfo("UTC")
        if point is None:
            return self.zones[int(np.argmin(self.ranks))]
        return self.zones[refuse_swapped(point, self._nearest_place)]

    def refuse_swapped(self, point: Point) -> None:
        """Raise PositionSwappedError where only the mirrored point is near a cinema."""
        refuse_swapped(point, self._nearest_place)

    def _nearest_place(self, point: Point) -> tuple[int, float]:
        return find_place(self.packed, point.lat, point.lon)
