"""Spreadsheets as programs save them, made for tests: Excel's by openpyxl, OpenDocument's by hand."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

Value = str | int | float | date | datetime | time | None
Rows = Sequence[Sequence[Value]]


def xlsx(worksheets: Mapping[str, Rows] | Rows, hidden: str = "") -> bytes:
    """Save worksheets; a time or a date gets the format that Excel gives it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in _named(worksheets).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name == hidden else "visible"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def ods(worksheets: Mapping[str, Rows] | Rows, tail: str = "") -> bytes:
    """Save tables; `tail` is XML behind the last row of each."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}{tail}</table:table>'
        for name, rows in _named(worksheets).items()
    )
    spaces = "".join(f' xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for part in _PARTS)
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content{spaces}>{body}</office:document-content>".encode(),
        }
    )


def zipped(parts: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as box:
        for name, part in parts.items():
            box.writestr(name, part)
    return content.getvalue()


_PARTS = ("office", "table", "text")


def _named(worksheets: Mapping[str, Rows] | Rows) -> Mapping[str, Rows]:
    return worksheets if isinstance(worksheets, Mapping) else {"Programm": worksheets}


def _ods_row(row: Sequence[Value]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value: Value) -> str:
    if value is None:
        return '<table:table-cell table:number-columns-repeated="1"/>'
    if isinstance(value, time):
        return f'<table:table-cell office:value-type="time" office:time-value="{value:PT%HH%MM%SS}"/>'
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
