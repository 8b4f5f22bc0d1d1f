"""The tall sheet: CSV with a row a screening and a header in the words of the house."""

from typing import Any

from data.csv_records import csv_records
from data.errors import FileUnreadableError
from data.problem import Problem, Severity
from data.schedules.sheet import Row, Sheet
from data.text import folded, plain_text
from data.times.cells import read_date_cell

NAME = "tall-sheet"
# Day and time in one column.
BOTH = "date_and_time"
# Each of these has to be there, in one column or another.
REQUIRED = {"date": ("date", "business_date", BOTH), "time": ("time", "feature_time", BOTH), "title": ("title",)}

# Our field: the words that head it, compared without case and accents.
HEADERS = {
    "date": ("date", "datum", "tag", "day", "jour"),
    "time": ("time", "zeit", "uhrzeit", "beginn", "start", "anfang", "heure", "preshowstarttime"),
    BOTH: ("date time", "datetime", "date and time", "datum uhrzeit", "datum und uhrzeit", "termin", "showtime"),
    "business_date": ("business date", "businessdate", "sessionbusinessdate", "programme date", "spieltag", "kinotag"),
    "feature_time": ("feature start", "featurestarttime", "feature time", "filmbeginn", "filmstart", "hauptfilm"),
    "title": ("title", "titel", "film", "filmtitel", "titre"),
    "version": ("version", "fassung", "sprachfassung", "sprachversion", "sprache", "language"),
    "format": ("format", "technik"),
    "auditorium": ("auditorium", "saal", "screen", "leinwand", "kino", "salle"),
    "booking_url": ("ticket", "tickets", "ticketlink", "booking", "booking url", "buchung", "link"),
    "status": ("status",),
    "source_id": ("id", "source id", "vorstellungsnummer"),
    "cinema": ("cinema", "spielstatte", "kinoname", "haus", "theater", "theatre"),
}
_FIELD_BY_HEADER = {header: field for field, headers in HEADERS.items() for header in headers}


def read_tall_sheet(content: bytes) -> Sheet:
    """Read a tall sheet with `;`, `,` or tab between its cells.

    Raises FileUnreadableError where the header lacks a date, a time or a title, or the file is no CSV at all.
    """
    (_, first), *records = csv_records(content)
    header = [plain_text(cell) for cell in first]
    fields = [_FIELD_BY_HEADER.get(folded(cell).replace("_", " ")) for cell in header]
    fields = _with_days(fields, [cells for _, cells in records])
    _require(fields, header)
    # A cell of a day may always hold the time as well.
    fields = ["date" if field == BOTH else field for field in fields]
    _refuse_twice(fields)
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, cells in records:
        rows.append(_row(number, fields, cells))
        if any(cell.strip() for cell in cells[len(fields) :]):
            problems.append(_too_many_cells(number))
    return Sheet(
        reader=NAME,
        columns={field: cell for field, cell in zip(fields, header, strict=True) if field},
        ignored_columns=tuple(cell for field, cell in zip(fields, header, strict=True) if not field),
        rows=tuple(rows),
        problems=tuple(problems),
    )


def _with_days(fields: list[str | None], rows: list[list[str]]) -> list[str | None]:
    """Take a column of times for one of day and time, where no other has the day and its cells have both."""
    if "time" not in fields or not set(REQUIRED["date"]).isdisjoint(fields):
        return fields
    place = fields.index("time")
    read = (read_date_cell(cells[place].strip()) for cells in rows if place < len(cells))
    has_days = any(cell.date and cell.time for cell in read)
    return [BOTH if field == "time" and has_days else field for field in fields]


def _require(fields: list[str | None], header: list[str]) -> None:
    missing = [name for name, columns in REQUIRED.items() if not set(columns) & set(fields)]
    if missing:
        raise FileUnreadableError(
            f"The first row must name the columns; there is none for the {' and the '.join(missing)}. "
            f"It reads: {', '.join(header)[:200]}. Known words are, for example: Date, Time, Title, Version."
        )


def _refuse_twice(fields: list[str | None]) -> None:
    named = [field for field in fields if field]
    twice = sorted({field for field in named if named.count(field) > 1})
    if twice:
        raise FileUnreadableError(f"Two columns are headed as the {twice[0]}. Leave one of them out.")


def _row(number: int, fields: list[str | None], cells: list[str]) -> Row:
    named: dict[str, Any] = {field: cell.strip() for field, cell in zip(fields, cells, strict=False) if field}
    return Row(number=number, **named)


def _too_many_cells(number: int) -> Problem:
    return Problem(
        code="too-many-cells",
        severity=Severity.ERROR,
        row=number,
        message="This row has more cells than the header. Put a cell that contains the separator in quotation marks.",
    )
