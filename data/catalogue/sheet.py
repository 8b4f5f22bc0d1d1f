"""A CSV file as rows of named cells; knows nothing of what they mean."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from data.csv_records import csv_records
from data.errors import FileUnreadableError

# All cinemas of the world, and some more.
MOST_ROWS = 300_000


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
    """Read CSV (data.csv_records) by its columns.

    Raises FileUnreadableError where it is no such file, or where a required column is missing.
    """
    (_, header), *records = csv_records(content, most_rows=MOST_ROWS)
    columns = tuple(name.strip().casefold() for name in header)
    _check_columns(columns, required)
    return Sheet(columns, tuple(_row(number, columns, cells) for number, cells in records))


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
