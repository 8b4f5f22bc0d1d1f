"""Rows as a workbook (XLSX) whose dates and times are such, and whose text stays text."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.exports.sheet_rows import Cell

# Of every workbook: the same rows shall be the same bytes.
_MADE_AT = datetime(2026, 1, 1)  # noqa: DTZ001 (the format knows no zones)
# The library notes the moment of saving there, whatever it was told.
_PROPERTIES, _MODIFIED = "docProps/core.xml", re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MADE = rb"\g<1>2026-01-01T00:00:00Z"
_FORMATS = {date: "yyyy-mm-dd", time: "hh:mm"}
_WIDEST = 50


def write_xlsx(rows: Iterable[Sequence[Cell]], *, heading_row: int = 1) -> bytes:
    """Write rows on one sheet; those up to the heading stay in sight, and the heading is bold."""
    workbook = Workbook()
    workbook.properties.created = _MADE_AT
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 (a new workbook has one)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            _put(sheet.cell(number, column), value, is_bold=number == heading_row)
    sheet.freeze_panes = f"A{heading_row + 1}"
    for column in range(1, sheet.max_column + 1):
        widest = max(len(str(sheet.cell(row, column).value or "")) for row in range(1, sheet.max_row + 1))
        sheet.column_dimensions[get_column_letter(column)].width = min(widest + 2, _WIDEST)
    return _bytes_of(workbook)


def _put(cell: XlsxCell | MergedCell, value: Cell, *, is_bold: bool) -> None:
    if value == "":
        return
    if isinstance(value, str):
        # As text, whatever it begins with, also after somebody has edited it.
        cell.value = value
        cell.data_type = "s"
        cell.quotePrefix = True
    else:
        cell.value = value
        cell.number_format = _FORMATS[type(value)]
    if is_bold:
        cell.font = Font(bold=True)


def _bytes_of(workbook: Workbook) -> bytes:
    """Pack a workbook without the moment at which that happened."""
    packed, again = io.BytesIO(), io.BytesIO()
    workbook.save(packed)
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in parts.infolist():
            content = _MODIFIED.sub(_MADE, parts.read(part)) if part.filename == _PROPERTIES else parts.read(part)
            kept.writestr(zipfile.ZipInfo(part.filename), content, zipfile.ZIP_DEFLATED)
    return again.getvalue()
