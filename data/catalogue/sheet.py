"""A CSV file as rows of named cells; knows nothing of what they mean."""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from data.errors import FileUnreadableError


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number as a spreadsheet counts (the header is 1), its cells by column, and the cells beyond."""

    number: int
    cells: Mapping[str, str]
    surplus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns as the header names them, in lower case, and the rows that are not blank."""

    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read_sheet(content: bytes, *, required: tuple[str, ...]) -> Sheet:
    """Read CSV after RFC 4180, in UTF-8 with or without a byte order mark, between commas or semicolons.

    Raises FileUnreadableError where it is no such file, or where a required column is missing.
    """
    records = _records(_decoded(content))
    columns = tuple(name.strip().casefold() for name in records[0]) if records else ()
    _check_columns(columns, required)
    rows = (_row(number, columns, record) for number, record in enumerate(records[1:], start=2))
    return Sheet(columns, tuple(row for row in rows if row.surplus or any(row.cells.values())))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileUnreadableError(f"The file is not UTF-8 (line {line}). Save it as CSV in UTF-8.") from error


def _records(text: str) -> list[list[str]]:
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    # Strict, because a quote that is never closed would otherwise swallow all rows after it without a word.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise FileUnreadableError(
            f"The file cannot be read as CSV near line {reader.line_num}: {error}. Check the quotation marks there."
        ) from error


def _check_columns(columns: tuple[str, ...], required: tuple[str, ...]) -> None:
    missing = [name for name in required if name not in columns]
    if missing:
        raise FileUnreadableError(
            f"The file has no column {' and no column '.join(missing)}. "
            f"Its first row must name the columns, among them {', '.join(required)}."
        )
    twice = [name for name, count in Counter(columns).items() if name and count > 1]
    if twice:
        raise FileUnreadableError(f"The column {twice[0]} is there twice. Keep one of them.")


def _row(number: int, columns: tuple[str, ...], record: list[str]) -> SheetRow:
    # A row may end early: what it does not reach is empty.
    cells = {name: cell.strip() for name, cell in zip(columns, record, strict=False)}
    surplus = tuple(cell for cell in record[len(columns) :] if cell.strip())
    return SheetRow(number, cells, surplus)
