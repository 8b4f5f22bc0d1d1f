"""A cinemas file becomes rows that are whole and checked one by one; what is wrong becomes problems."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from data.catalogue.address import read_address
from data.catalogue.cells import (
    read_country,
    read_degrees,
    read_kind,
    read_outdoor,
    read_screens,
    read_slug,
    read_website,
    read_wheelchair,
)
from data.catalogue.errors import ValueUnreadableError
from data.catalogue.report import Findings
from data.catalogue.sheet import Sheet, SheetRow
from data.catalogue.whereabouts import read_zone
from data.text import plain_text
from geo.errors import NullIslandError, PositionError
from geo.point import Point

REQUIRED = ("name", "lat", "lon")
COLUMNS = (
    *("slug", "name", "address", "street", "postcode", "city", "country", "lat", "lon", "time_zone"),
    *("website", "screens", "wheelchair", "outdoor", "kind"),
)

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
    is_outdoor: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CinemaRow:
    """One cinema of the file; `number` is the row's, `slug` is null where the file names none."""

    number: int
    slug: str | None
    name: str
    point: Point
    facts: CinemaFacts


def read_cinema_rows(sheet: Sheet, findings: Findings) -> list[CinemaRow]:
    """Read every row that can be read; the errors of the others are among the findings."""
    rows = (_read_row(_Cells(row, findings)) for row in sheet.rows)
    return [row for row in rows if row]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row, and where to note what is wrong with them."""

    row: SheetRow
    findings: Findings

    def error(self, code: str, message: str, column: str | None = None) -> None:
        value = self.row.cells.get(column) if column else None
        self.findings.error(code, message, row=self.row.number, column=column, value=value)

    def text(self, column: str) -> str:
        """Give a cell without what nobody sees."""
        text = self.row.cells.get(column, "")
        self.findings.warn_of_hidden(text, row=self.row.number, column=column)
        return plain_text(text)

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
            self.findings.warn(error.code, str(error), row=self.row.number, column=column, value=text)
            return None


def _read_row(cells: _Cells) -> CinemaRow | None:
    number = cells.row.number
    if cells.row.surplus:
        cells.error("cells-surplus", "This row has more cells than the header. Put text with commas between quotes.")
        return None
    name = cells.text("name")
    if not name:
        cells.error("name-missing", "This cinema has no name. Write one in the column name.", "name")
    slug, point, facts = cells.must("slug", read_slug), _point(cells), _facts(cells)
    if point is None or number in cells.findings.rows_in_error:
        return None
    return CinemaRow(number=number, slug=slug, name=name, point=point, facts=facts)


def _point(cells: _Cells) -> Point | None:
    for column in ("lat", "lon"):
        if not cells.row.cells.get(column):
            cells.error("position-missing", f"This cinema has no {column}. Write it in decimal degrees.", column)
    lat, lon = cells.must("lat", read_degrees), cells.must("lon", read_degrees)
    if lat is None or lon is None:
        return None
    try:
        return Point(lat, lon)
    except PositionError as error:
        is_about_lon = -90 <= lat <= 90 and not -180 <= lon <= 180
        code = "position-unknown" if isinstance(error, NullIslandError) else "position-out-of-range"
        cells.error(code, str(error), "lon" if is_about_lon else "lat")
        return None


def _facts(cells: _Cells) -> CinemaFacts:
    address = read_address(cells.text("address"))
    is_outdoor = cells.may("outdoor", read_outdoor)
    is_open_air = cells.may("kind", read_kind)
    return CinemaFacts(
        street=cells.text("street") or address.street,
        postcode=cells.text("postcode") or address.postcode,
        city=cells.text("city") or address.city,
        country=cells.must("country", read_country),
        time_zone=cells.must("time_zone", read_zone),
        website=cells.may("website", read_website),
        screens=cells.may("screens", read_screens),
        wheelchair=cells.may("wheelchair", read_wheelchair),
        is_outdoor=is_open_air if is_outdoor is None else is_outdoor,
    )
