"""A list of cinemas becomes rows that are whole and checked one by one; what is wrong becomes problems."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial
from typing import TypeVar

from data.catalogue.address import read_address
from data.catalogue.cells import (
    read_advertising_minutes,
    read_country,
    read_drive_in_kind,
    read_kind,
    read_osm_id,
    read_screens,
    read_slug,
    read_website,
    read_wheelchair,
    read_wikidata,
    read_yes,
)
from data.catalogue.errors import ValueUnreadableError
from data.catalogue.position_cells import point_of, read_degrees, read_position
from data.catalogue.report import Findings
from data.catalogue.sheet import Sheet, SheetRow
from data.catalogue.whereabouts import read_zone
from data.text import plain_text
from geo.point import Point

# No name, street or operator is longer.
LONGEST = 200
_FORMULA = re.compile(r"=\w+\(")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class CinemaFacts:
    """What a row says of a cinema beside its name and position; null where it says nothing."""

    street: str | None
    postcode: str | None
    city: str | None
    country: str | None
    time_zone: str | None
    website: str | None
    screens: int | None
    wheelchair: str | None
    has_hearing_loop: bool | None
    advertising_minutes: int | None
    is_outdoor: bool | None
    is_drive_in: bool | None
    operator: str | None
    wikidata: str | None
    osm_id: str | None

    @property
    def address(self) -> str:
        """Give the address in a line, empty without a street or a city, which no map would find."""
        place = " ".join(filter(None, (self.postcode, self.city)))
        return ", ".join(filter(None, (self.street, place, self.country))) if self.street and place else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWithoutPosition:
    """One cinema of the file; `number` is the row's, `slug` is null where the file names none."""

    number: int
    slug: str | None
    name: str
    aliases: tuple[str, ...]
    facts: CinemaFacts

    def at(self, point: Point) -> "CinemaRow":
        """Give the same with its position."""
        return CinemaRow(**{told.name: getattr(self, told.name) for told in fields(self)}, point=point)


@dataclass(frozen=True, slots=True, kw_only=True)
class CinemaRow(RowWithoutPosition):
    """One cinema of the file, and where it stands."""

    point: Point


def read_cinema_rows(sheet: Sheet, findings: Findings) -> list[RowWithoutPosition]:
    """Read every row that can be read; those that say where they stand are CinemaRows.

    The errors of the others are among the findings.
    """
    rows = (_read_row(_Cells(row, findings)) for row in sheet.rows if row.number not in findings.rows_in_error)
    return [row for row in rows if row]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row, and where to note what is wrong with them."""

    row: SheetRow
    findings: Findings

    def error(self, code: str, message: str, column: str | None = None) -> None:
        value = self.row.cells.get(column) if column else None
        self.findings.error(code, message, row=self.row.number, column=column, value=value)

    def nameless(self) -> None:
        """Note that the name is missing, with what else tells which cinema it is."""
        told = (self.row.cells.get(column, "") for column in ("osm_id", "street", "address", "lat", "lon"))
        value = next(filter(None, told), None)
        sentence = "This cinema has no name, and stays out until somebody gives it one."
        self.findings.error("name-missing", sentence, row=self.row.number, column="name", value=value)

    def warn(self, code: str, message: str, column: str, value: str) -> None:
        self.findings.warn(code, message, row=self.row.number, column=column, value=value)

    def text(self, column: str) -> str:
        """Give a cell without what nobody sees."""
        text = self.row.cells.get(column, "")
        self.findings.warn_of_hidden(text, row=self.row.number, column=column)
        return plain_text(text)

    def words(self, column: str) -> str:
        """Give a cell of words; what is none is left out with a warning."""
        text = self.text(column)
        if len(text) > LONGEST:
            self.warn("text-too-long", f"This was left out: it is longer than {LONGEST} characters.", column, text)
            return ""
        if _FORMULA.match(text):
            sentence = "This was left out: it is a formula, and not what it gives. Save the values."
            self.warn("formula-without-result", sentence, column, text)
            return ""
        return text

    def must(self, column: str, read: Callable[[str], Value]) -> Value | None:
        """Read a cell; what cannot be read keeps the row out."""
        text = self.text(column)
        try:
            return read(text) if text else None
        except ValueUnreadableError as error:
            self.error(error.code, str(error), column)
            return None

    def may(self, column: str, read: Callable[[str], Value]) -> Value | None:
        """Read a cell; what cannot be read is left out with a warning."""
        text = self.text(column)
        try:
            return read(text) if text else None
        except ValueUnreadableError as error:
            self.warn(error.code, str(error), column, text)
            return None


def _read_row(cells: _Cells) -> RowWithoutPosition | None:
    number = cells.row.number
    if cells.row.surplus:
        cells.error("cells-surplus", "This row has more cells than the header. Put text with commas between quotes.")
        return None
    name = cells.words("name")
    if not name:
        cells.nameless()
    slug, point, facts = cells.must("slug", read_slug), _point(cells), _facts(cells)
    if number in cells.findings.rows_in_error:
        return None
    aliases = tuple(dict.fromkeys(filter(None, map(str.strip, cells.text("aliases").split(";")))))
    row = RowWithoutPosition(number=number, slug=slug, name=name, aliases=aliases, facts=facts)
    return row.at(point) if point else row


def _point(cells: _Cells) -> Point | None:
    said = [bool(cells.row.cells.get(column)) for column in ("lat", "lon")]
    if not any(said):
        return cells.must("position", read_position)
    if not all(said):
        column = "lon" if said[0] else "lat"
        cells.error("position-missing", f"This cinema has no {column}. Write it in decimal degrees.", column)
    lat, lon = cells.must("lat", read_degrees), cells.must("lon", read_degrees)
    if lat is None or lon is None:
        return None
    try:
        return point_of(lat, lon)
    except ValueUnreadableError as error:
        is_about_lon = -90 <= lat <= 90 and not -180 <= lon <= 180
        cells.error(error.code, str(error), "lon" if is_about_lon else "lat")
        return None


def _facts(cells: _Cells) -> CinemaFacts:
    address = read_address(cells.words("address"))
    is_outdoor = cells.may("outdoor", partial(read_yes, code="outdoor-unreadable"))
    is_drive_in = cells.may("drive_in", partial(read_yes, code="drive-in-unreadable"))
    return CinemaFacts(
        street=_street(cells) or address.street,
        postcode=cells.words("postcode") or address.postcode,
        city=cells.words("city") or address.city,
        country=cells.must("country", read_country),
        time_zone=cells.must("time_zone", read_zone),
        website=cells.may("website", read_website),
        screens=cells.may("screens", read_screens),
        wheelchair=cells.may("wheelchair", read_wheelchair),
        has_hearing_loop=cells.may("hearing_loop", partial(read_yes, code="hearing-loop-unreadable")),
        advertising_minutes=cells.may("advertising_minutes", read_advertising_minutes),
        is_outdoor=cells.may("kind", read_kind) if is_outdoor is None else is_outdoor,
        is_drive_in=cells.may("kind", read_drive_in_kind) if is_drive_in is None else is_drive_in,
        operator=cells.words("operator") or None,
        wikidata=cells.may("wikidata", read_wikidata),
        osm_id=cells.may("osm_id", read_osm_id),
    )


def _street(cells: _Cells) -> str:
    street, number = cells.words("street"), cells.words("house_number")
    return f"{street} {number}" if street and number and not street.endswith(f" {number}") else street
