"""Rows as CSV (RFC 4180), as a spreadsheet of the language opens it at a double click."""

import csv
import io
from collections.abc import Iterable, Sequence

from data.exports.sheet_rows import Cell
from data.live_cells import quieted

# What spreadsheets of a language expect between cells.
_SEPARATORS = {"de": ";", "en": ","}


def write_csv(heading: Sequence[str], rows: Iterable[Sequence[Cell]], language: str) -> bytes:
    """Write rows; a cell that would be a formula is quieted."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=_SEPARATORS[language])
    writer.writerow(heading)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    # With a mark, without which spreadsheets would not take it for UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return quieted(cell)
    return cell.isoformat() if not hasattr(cell, "hour") else f"{cell:%H:%M}"
