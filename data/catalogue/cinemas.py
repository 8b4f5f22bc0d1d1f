"""Import of cinemas: a file's rows become new or changed cinemas."""

from collections import Counter
from collections.abc import Set
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session, select

from data.catalogue.cinema_match import KnownCinemas
from data.catalogue.cinema_positions import warn_of_doubtful_positions
from data.catalogue.cinema_rows import CinemaRow, read_cinema_rows
from data.catalogue.errors import ValueUnreadableError
from data.catalogue.locating import NOBODY_ASKED, Located
from data.catalogue.merged_rows import MergedCinemas
from data.catalogue.other_names import add_other_names
from data.catalogue.placing import place_rows
from data.catalogue.readers.recognise import read_cinemas
from data.catalogue.report import CatalogueReport, Findings, Outcome, report_of
from data.catalogue.swapped_rows import refuse_swapped_rows
from data.catalogue.update import update
from data.catalogue.whereabouts import country_of, zone_at
from data.tables.change_log import log_change
from data.tables.cinema import Cinema
from data.text import free_slug, slug_of
from geo.point import Point


def import_cinemas(
    session: Session, content: bytes, *, now: datetime, located: Located = NOBODY_ASKED
) -> CatalogueReport:
    """Import a list of cinemas into the caller's transaction, with one Change where anything changed.

    A row updates the cinema of its slug, of its id in OpenStreetMap, or of its name and place; what it does not say
    stays. `located` are the positions of addresses (data.catalogue.locating). Rows with errors stay out, all others
    come in. Raises FileUnreadableError where the file as a whole is none.
    """
    sheet = read_cinemas(content)
    findings = Findings(headings=sheet.headings)
    findings.take(sheet.problems)
    known = KnownCinemas.of(session.exec(select(Cinema)).all())
    placed = place_rows(read_cinema_rows(sheet, findings), known, located, findings)
    standing = [Point(cinema.lat, cinema.lon) for cinema in known.by_slug.values()]
    rows = refuse_swapped_rows(placed, standing, findings)
    warn_of_doubtful_positions(rows, findings)
    stored = _store(session, rows, known, findings)
    outcomes = [one.outcome for one in stored]
    if any(outcome is not Outcome.UNCHANGED for outcome in outcomes):
        log_change(session, now=now, kind="cinemas")
    return report_of(
        outcomes,
        findings,
        reader=sheet.reader,
        left_aside=sheet.left_aside,
        ignored_columns=sheet.ignored_columns,
        countries=dict(Counter(one.cinema.country for one in stored).most_common()),
    )


class Stored(NamedTuple):
    """A row, the cinema that it is, and what became of it."""

    row: CinemaRow
    cinema: Cinema
    outcome: Outcome


def _store(session: Session, rows: list[CinemaRow], known: KnownCinemas, findings: Findings) -> list[Stored]:
    merged = MergedCinemas.of(session)
    taken = {*known.by_slug, *merged.by_old_slug, *(row.slug for row in rows if row.slug)}
    storing = _Storing(session, known, merged, taken, findings)
    # Rows that name their slug come first, so that no other is given it; then those that their id tells.
    in_turn = sorted(rows, key=lambda row: (row.slug is None, row.facts.osm_id not in known.by_osm_id))
    stored = [one for row in in_turn if (one := storing.store(row))]
    renamed = add_other_names(session, [(one.cinema, one.row.aliases) for one in stored])
    return [one._replace(outcome=_told(one, renamed)) for one in stored]


def _told(one: Stored, renamed: Set[str]) -> Outcome:
    is_news = one.outcome is Outcome.UNCHANGED and one.cinema.slug in renamed
    return Outcome.CHANGED if is_news else one.outcome


@dataclass(slots=True)
class _Storing:
    """What is known and given out while the rows of one file are stored."""

    session: Session
    known: KnownCinemas
    merged: MergedCinemas
    taken_slugs: set[str]
    findings: Findings
    row_of_slug: dict[str, int] = field(default_factory=dict)

    def store(self, row: CinemaRow) -> Stored | None:
        """Store a row; null where it turns out to be in error."""
        cinema = self.known.find(row)
        if cinema is None and (kept := self.merged.find(row.slug, row.name, row.point)):
            self._leave_merged(row, kept)
            return Stored(row, self.known.by_slug[kept], Outcome.UNCHANGED)
        if cinema and (first := self.row_of_slug.get(cinema.slug)):
            self._refuse_second(row, first)
            return None
        try:
            zone, country = _whereabouts(row, cinema)
        except ValueUnreadableError as error:
            self.findings.error(error.code, str(error), row=row.number, column="country")
            return None
        told = asdict(row.facts) | {"name": row.name, "lat": row.point.lat, "lon": row.point.lon}
        told |= {"time_zone": zone, "country": country}
        if cinema:
            self.row_of_slug[cinema.slug] = row.number
            return Stored(row, cinema, Outcome.CHANGED if update(cinema, told) else Outcome.UNCHANGED)
        return Stored(row, self._add(row, told), Outcome.ADDED)

    def _add(self, row: CinemaRow, told: dict[str, Any]) -> Cinema:
        slug = row.slug or self._new_slug(row)
        cinema = Cinema(slug=slug, **{name: value for name, value in told.items() if value is not None})
        self.session.add(cinema)
        self.known.add(cinema)
        self.taken_slugs.add(slug)
        self.row_of_slug[slug] = row.number
        return cinema

    def _new_slug(self, row: CinemaRow) -> str:
        wanted = slug_of(row.name) or "cinema"
        slug = free_slug(wanted, self.taken_slugs)
        if slug != wanted:
            self.findings.warn(
                "slug-taken",
                f"Another cinema of this name stands elsewhere, so this one became {slug}. If it is the same house "
                f"and has moved, write its slug {wanted} in a column slug.",
                row=row.number,
                column="name",
                value=row.name,
            )
        return slug

    def _leave_merged(self, row: CinemaRow, kept: str) -> None:
        message = f"This cinema was merged into {kept}, whose facts stay. Take the row out, or write it as {kept}."
        self.findings.warn("cinema-merged", message, row=row.number, column="name", value=row.name)

    def _refuse_second(self, row: CinemaRow, first: int) -> None:
        message = f"This is the cinema of row {first} again. Keep one of the two rows, or give each a slug of its own."
        column, value = ("slug", row.slug) if row.slug else ("name", row.name)
        self.findings.error("cinema-twice", message, row=row.number, column=column, value=value)


def _whereabouts(row: CinemaRow, cinema: Cinema | None) -> tuple[str, str]:
    """Give zone and country: what the file says, else what is known, else what the position says.

    What was known only from a position follows it when the cinema moves.
    """
    was_derived = cinema is None or cinema.time_zone == zone_at(Point(cinema.lat, cinema.lon))
    zone = row.facts.time_zone or (zone_at(row.point) if cinema is None or was_derived else cinema.time_zone)
    if row.facts.country:
        return zone, row.facts.country
    return zone, cinema.country if cinema and cinema.time_zone == zone else country_of(zone)
