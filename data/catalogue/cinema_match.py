"""Which cinema of the database a row speaks of: by slug, by OpenStreetMap's id, by name and place; else a new one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from data.catalogue.cinema_rows import CinemaRow, RowWithoutPosition
from data.tables.cinema import Cinema
from data.text import folded, slug_of
from geo.distance import distances_m
from geo.point import Point

SAME_PLACE_M = 150.0


@dataclass(frozen=True, slots=True)
class KnownCinemas:
    """The cinemas of the database, read once, by slug, by OpenStreetMap's id and by name."""

    by_slug: dict[str, Cinema]
    by_osm_id: dict[str, Cinema] = field(default_factory=dict)
    by_name: dict[str, list[Cinema]] = field(default_factory=dict)

    @classmethod
    def of(cls, cinemas: Iterable[Cinema]) -> "KnownCinemas":
        """Arrange cinemas for looking up."""
        known = cls({})
        for cinema in cinemas:
            known.add(cinema)
        return known

    def add(self, cinema: Cinema) -> None:
        """Know one more."""
        self.by_slug[cinema.slug] = cinema
        if cinema.osm_id:
            self.by_osm_id[cinema.osm_id] = cinema
        self.by_name.setdefault(name_key(cinema.name), []).append(cinema)

    def find(self, row: CinemaRow) -> Cinema | None:
        """Find the cinema of a row: its slug decides; without one, its id, else the same name within 150 m."""
        if row.slug or row.facts.osm_id in self.by_osm_id:
            return self._by_its_own(row)
        namesakes = sorted(self.by_name.get(name_key(row.name), []), key=lambda cinema: cinema.slug)
        if not namesakes:
            return None
        metres = _metres(row.point, namesakes)
        nearest = int(metres.argmin())
        return namesakes[nearest] if metres[nearest] < SAME_PLACE_M else None

    def find_without_position(self, row: RowWithoutPosition) -> Cinema | None:
        """Find the cinema of a row that does not say where it stands: by slug or id, else by name and address."""
        if row.slug or row.facts.osm_id in self.by_osm_id:
            return self._by_its_own(row)
        namesakes = self.by_name.get(name_key(row.name), [])
        return next((cinema for cinema in namesakes if row.facts.address and _is_at(cinema, row)), None)

    def _by_its_own(self, row: RowWithoutPosition) -> Cinema | None:
        return self.by_slug.get(row.slug) if row.slug else self.by_osm_id.get(row.facts.osm_id or "")


def _is_at(cinema: Cinema, row: RowWithoutPosition) -> bool:
    has = (cinema.street, cinema.postcode, cinema.city)
    told = (row.facts.street, row.facts.postcode, row.facts.city)
    return [folded(one or "") for one in has] == [folded(one or "") for one in told]


def _metres(point: Point, cinemas: list[Cinema]) -> NDArray[np.float64]:
    return distances_m(point, np.array([c.lat for c in cinemas]), np.array([c.lon for c in cinemas]))


def name_key(name: str) -> str:
    """Reduce a name to what is compared."""
    # As the address bar spells it, so that "Bali-Kino" and "Bali Kino" are one; as written where nothing is left.
    return slug_of(name) or folded(name)
