"""Rows of a file that speak of a cinema or film that was merged: they are the other one's now, and change nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from sqlmodel import Session, col, select

from data.catalogue.cinema_match import SAME_PLACE_M, name_key
from data.tables.alias import CinemaAlias
from data.tables.cinema import Cinema
from data.tables.moved import moved_cinemas
from geo.distance import distances_m
from geo.point import Point


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that a merged house had, where it was said to stand, and the slug of the one that it is now."""

    lat: float
    lon: float
    slug: str


@dataclass(frozen=True, slots=True)
class MergedCinemas:
    """The slugs of cinemas by old ones, and aliases by name."""

    by_old_slug: Mapping[str, str]
    by_name: Mapping[str, list[Alias]]

    @classmethod
    def of(cls, session: Session) -> "MergedCinemas":
        """Read them."""
        by_name: dict[str, list[Alias]] = {}
        query = select(CinemaAlias, Cinema.slug).join(Cinema, col(Cinema.id) == CinemaAlias.cinema_id)
        for alias, slug in session.exec(query):
            if alias.lat is not None and alias.lon is not None:
                by_name.setdefault(name_key(alias.name), []).append(Alias(alias.lat, alias.lon, slug))
        return cls(moved_cinemas(session), by_name)

    def find(self, slug: str | None, name: str, point: Point) -> str | None:
        """Find the cinema that a merged one has become: by its slug; without one, by its name where it stood."""
        if slug:
            return self.by_old_slug.get(slug)
        for alias in self.by_name.get(name_key(name), []):
            if distances_m(point, np.array([alias.lat]), np.array([alias.lon]))[0] < SAME_PLACE_M:
                return alias.slug
        return None
