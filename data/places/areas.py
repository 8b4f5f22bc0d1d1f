"""Import of areas: the polygons of a GeoJSON file become districts and other areas that one can ask for."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import numpy as np
import shapely
from sqlmodel import Session, select

from data.catalogue.report import CatalogueReport, Findings, Outcome, report_of
from data.catalogue.update import update
from data.errors import FileUnreadableError
from data.places.area_rows import AreaRow, read_area_row
from data.tables.area import Area
from data.tables.change_log import log_change
from data.tables.cinema import Cinema
from data.text import free_slug, slug_of
from geo.area import middle_of
from geo.area_file import Feature, read_features
from geo.atlas import make_atlas, nearest_place
from geo.errors import AreaFileError, PositionSwappedError
from geo.swapped import refuse_swapped

# All municipalities of a large country; a Programme looks at each when it is loaded.
MOST_AREAS = 20_000


def import_areas(session: Session, content: bytes, *, now: datetime, origin: str = "import") -> CatalogueReport:
    """Import a GeoJSON file of areas into the caller's transaction, with one Change where anything changed.

    A feature updates the area of its slug, or of its name and kind. Features with errors stay out, all others come in;
    rows count features from 1. Points are no areas, and left to whoever reads places. Raises FileUnreadableError where
    the file as a whole is none.
    """
    findings = Findings()
    numbered = [(number, one) for number, one in enumerate(_features(content), start=1) if not _is_point(one)]
    rows = [row for number, one in numbered if (row := read_area_row(number, one, findings))]
    outcomes = _store(session, _refuse_swapped(session, rows, findings), findings, origin)
    if any(outcome is not Outcome.UNCHANGED for outcome in outcomes):
        log_change(session, now=now, kind="areas")
    return report_of(outcomes, findings, reader="areas")


def _features(content: bytes) -> list[Feature]:
    try:
        features = read_features(content)
    except AreaFileError as error:
        raise FileUnreadableError(str(error)) from error
    if len(features) > MOST_AREAS:
        raise FileUnreadableError(f"The file has more than {MOST_AREAS:,} features. Leave those far from all cinemas.")
    return features


def _is_point(feature: Feature) -> bool:
    return isinstance(feature.geometry, dict) and feature.geometry.get("type") in ("Point", "MultiPoint")


def _refuse_swapped(session: Session, rows: list[AreaRow], findings: Findings) -> list[AreaRow]:
    """Give the rows without those whose latitudes and longitudes are swapped, as where the cinemas are tells."""
    places = session.exec(select(Cinema.lat, Cinema.lon)).all()
    lats, lons = (np.array([place[axis] for place in places], dtype=np.float64) for axis in (0, 1))
    _, atlas = make_atlas(lats, lons)
    for row in rows:
        try:
            refuse_swapped(middle_of(row.geometry), partial(nearest_place, atlas))
        except PositionSwappedError:
            message = "Latitude and longitude are swapped: GeoJSON has the longitude first. Swap them and import again."
            findings.error("position-swapped", message, row=row.number, column="geometry", value=row.name)
    return [row for row in rows if row.number not in findings.rows_in_error]


def _store(session: Session, rows: list[AreaRow], findings: Findings, origin: str) -> list[Outcome]:
    stored = list(session.exec(select(Area)).all())
    storing = _Storing(session, findings, origin, {area.slug: area for area in stored})
    storing.by_name.update({(area.name, area.kind): area for area in stored})
    storing.asked_slugs.update(row.slug for row in rows if row.slug)
    return [outcome for row in rows if (outcome := storing.store(row))]


@dataclass(slots=True)
class _Storing:
    """What is known and given out while the areas of one file are stored."""

    session: Session
    findings: Findings
    origin: str
    by_slug: dict[str, Area]
    by_name: dict[tuple[str, str], Area] = field(default_factory=dict)
    asked_slugs: set[str] = field(default_factory=set)
    row_of_slug: dict[str, int] = field(default_factory=dict)

    def store(self, row: AreaRow) -> Outcome | None:
        """Store an area; null where it turns out to be in error."""
        area = self.by_slug.get(row.slug) if row.slug else self.by_name.get((row.name, row.kind))
        slug = area.slug if area else row.slug or self._new_slug(row)
        if first := self.row_of_slug.get(slug):
            message = f"This is the area of feature {first} again. Keep one of the two, or give each a slug of its own."
            self.findings.error("area-twice", message, row=row.number, column="name", value=row.name)
            return None
        self.row_of_slug[slug] = row.number
        told = _told(row) | {"origin": self.origin}
        if area:
            return Outcome.CHANGED if update(area, told) else Outcome.UNCHANGED
        area = self.by_slug[slug] = self.by_name[row.name, row.kind] = Area(slug=slug, **told)
        self.session.add(area)
        return Outcome.ADDED

    def _new_slug(self, row: AreaRow) -> str:
        """Give the slug of the name, with the kind where that is taken: `mitte-neighbourhood`."""
        taken = self.by_slug.keys() | self.asked_slugs
        wanted = slug_of(row.name) or "area"
        slug = wanted if wanted not in taken else free_slug(f"{wanted[:38]}-{row.kind}", taken)
        if slug != wanted:
            message = f"Another area has the slug {wanted}, so this one became {slug}. Write a slug to choose another."
            self.findings.warn("slug-taken", message, row=row.number, column="slug", value=row.name)
        return slug


def _told(row: AreaRow) -> dict[str, Any]:
    geometry = json.loads(shapely.to_geojson(row.geometry))
    return {"name": row.name, "kind": row.kind, "geometry": geometry, "aliases": list(row.aliases)}
