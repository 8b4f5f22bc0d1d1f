"""Import of places: a file's rows become places that people can type, those around the cinemas."""

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import IO, Any

import numpy as np
from sqlmodel import Session, select

from data.catalogue.report import Findings
from data.catalogue.update import update
from data.errors import FileUnreadableError
from data.places.areas import import_areas
from data.places.place_file import PlaceFormat, read_rows, recognise
from data.places.place_row import PlaceRow, Written, checked_row
from data.places.report import Fate, PlacesReport
from data.places.served_area import ServedArea, read_served_area
from data.tables.change_log import log_change
from data.tables.place import KnownPlace
from geo.distance import distances_m
from geo.place import WIDEST_M, Place, PlaceKind

# More is a file of something else, or of more of the world than people around our cinemas type.
MOST_PLACES, MOST_ERRORS = 300_000, 10_000


def import_places(
    session: Session, file: IO[bytes], *, now: datetime, tell: Callable[[int], None] = lambda _: None
) -> PlacesReport:
    """Import a file of places into the caller's transaction, with one Change where anything changed.

    It may be one of GeoNames (places or postcodes), GeoJSON (points are places, polygons areas) or our own CSV. A row
    updates the place of its number, or of its name, kind and city. Farther than 150 km from every cinema nothing is
    taken. `tell` hears how many bytes of a long file are read. Raises FileUnreadableError where the file as a whole is
    none.
    """
    written_as, findings = recognise(file), Findings()
    taking = _Taking(read_served_area(session), findings)
    for number, written in read_rows(file, written_as, findings, tell):
        taking.take(number, written)
    stored = _store(session, list(taking.rows.values()))
    if stored[Fate.ADDED] + stored[Fate.CHANGED]:
        log_change(session, now=now, kind="places")
    report = PlacesReport(written_as.value, taking.counts + stored, findings.in_order())
    return _with_areas(session, file, report, now) if written_as is PlaceFormat.GEOJSON else report


def _with_areas(session: Session, file: IO[bytes], report: PlacesReport, now: datetime) -> PlacesReport:
    """Import the features of a GeoJSON file that are no points, as areas."""
    file.seek(0)
    areas = import_areas(session, file.read(), now=now)
    counts = Counter(
        {
            Fate.ADDED: areas.added,
            Fate.CHANGED: areas.changed,
            Fate.UNCHANGED: areas.unchanged,
            Fate.ERROR: areas.errors,
        }
    )
    problems = sorted((*report.problems, *areas.problems), key=lambda problem: problem.row or 0)
    return PlacesReport(report.format, report.counts + counts, tuple(problems))


@dataclass(slots=True)
class _Taking:
    """The rows of a file that are taken, by their keys, and what became of the others."""

    served: ServedArea
    findings: Findings
    rows: dict[str, PlaceRow] = field(default_factory=dict)
    counts: Counter[Fate] = field(default_factory=Counter)

    def take(self, number: int, written: Written | None) -> None:
        """Take a row, or note why not. Raises FileUnreadableError where too many rows are wrong, or right."""
        row = checked_row(written, self.findings) if written else None
        if row is None:
            self.counts[Fate.ERROR if number in self.findings.rows_in_error else Fate.NO_PLACE] += 1
        elif not self.served.holds(row.place.point):
            self.counts[Fate.ELSEWHERE] += 1
        elif row.source_key in self.rows:
            self.counts[Fate.REPEATED] += 1
            self.rows[row.source_key] = _widened(self.rows[row.source_key], row.place)
        else:
            self.rows[row.source_key] = self._in_its_city(row)
        if self.counts[Fate.ERROR] > MOST_ERRORS or len(self.rows) > MOST_PLACES:
            raise FileUnreadableError(
                f"More than {MOST_ERRORS:,} rows cannot be read, or more than {MOST_PLACES:,} are places around the "
                "cinemas. Take a smaller part of the file."
            )

    def _in_its_city(self, row: PlaceRow) -> PlaceRow:
        if row.place.context or row.place.kind is PlaceKind.CITY:
            return row
        return replace(row, place=replace(row.place, context=self.served.city_at(row.place.point)))


def _widened(row: PlaceRow, other: Place) -> PlaceRow:
    """Let a place reach to another part of it."""
    (metres,) = distances_m(row.place.point, np.array([other.point.lat]), np.array([other.point.lon]))
    accuracy_m = min(max(row.place.accuracy_m, float(np.ceil(metres))), WIDEST_M)
    return replace(row, place=replace(row.place, accuracy_m=accuracy_m))


def _store(session: Session, rows: list[PlaceRow]) -> Counter[Fate]:
    known = {stored.source_key: stored for stored in session.exec(select(KnownPlace))}
    counts: Counter[Fate] = Counter()
    for row in rows:
        told = _told(row.place)
        if stored := known.get(row.source_key):
            counts[Fate.CHANGED if update(stored, told) else Fate.UNCHANGED] += 1
        else:
            session.add(KnownPlace(source_key=row.source_key, **told))
            counts[Fate.ADDED] += 1
    return counts


def _told(place: Place) -> dict[str, Any]:
    columns = asdict(place)
    point, _ = columns.pop("point"), columns.pop("area")
    return columns | {**point, "kind": place.kind.value, "aliases": list(place.aliases)}
