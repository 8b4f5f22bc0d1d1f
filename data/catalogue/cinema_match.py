"""Which cinema of the database a row speaks of: by slug, else by name and place; else a new one with a free slug."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from data.catalogue.cinema_rows import CinemaRow
from data.tables.cinema import Cinema
from data.text import folded, slug_of
from geo.distance import distances_m
from geo.point import Point

SAME_PLACE_M = 150.0


@dataclass(frozen=True, slots=True)
class KnownCinemas:
    """The cinemas of the database, read once, by slug and by name."""

    by_slug: dict[str, Cinema]
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
        self.by_name.setdefault(name_key(cinema.name), []).append(cinema)

    def find(self, row: CinemaRow) -> Cinema | None:
        """Find the cinema of a row: its slug decides; without one, the same name within 150 m."""
        if row.slug:
            return self.by_slug.get(row.slug)
        namesakes = sorted(self.by_name.get(name_key(row.name), []), key=lambda cinema: cinema.slug)
        if not namesakes:
            return None
        metres = _metres(row.point, namesakes)
        nearest = int(metres.argmin())
        return namesakes[nearest] if metres[nearest] < SAME_PLACE_M else None


def _metres(point: Point, cinemas: list[Cinema]) -> NDArray[np.float64]:
    return distances_m(point, np.array([c.lat for c in cinemas]), np.array([c.lon for c in cinemas]))


def name_key(name: str) -> str:
    """Reduce a name to what is compared."""
    # As the address bar spells it, so that "Bali-Kino" and "Bali Kino" are one; as written where nothing is left.
    return slug_of(name) or folded(name)
