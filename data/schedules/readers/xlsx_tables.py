"""Excel's workbooks (.xlsx, .xlsm): worksheets as tables, their dates and times as anybody would write them."""

import io
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, NamedTuple
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.csv_records import MOST_ROWS, too_many_rows
from data.schedules.readers.table import MOST_COLUMNS, Record, Table, warning
from data.schedules.readers.zipped import opened_zip
from data.sentence import Sentence

# Part of each workbook, and of no other zip file.
MARK = "xl/workbook.xml"
# Excel counts days from here; what is shown as a time of day may still be one of the first days.
_FIRST_YEARS = (1899, 1900)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet's times have no zone)
_HALF_A_MINUTE = timedelta(seconds=30)
_PIECE_BYTES = 64 * 1024
_MOST_ROWS_WITH_EMPTY_ONES, _MOST_CELLS = 200_000, 2_000_000
_MOST_EXCEL_ROWS = 1_048_576


class _Glance(NamedTuple):
    """About how many there are in all worksheets."""

    rows: int = 0
    cells: int = 0
    formulas: int = 0


def read_xlsx(content: bytes) -> list[Table]:
    """Read the worksheets that are shown. Raises FileUnreadableError for too many rows, and anything for damage."""
    with opened_zip(content) as box:
        glance = _glance(box)
    if glance.rows > _MOST_ROWS_WITH_EMPTY_ONES or glance.cells > _MOST_CELLS:
        raise too_many_rows(MOST_ROWS)
    with warnings.catch_warnings():
        # What openpyxl leaves aside (validation, drawings) is no part of a schedule.
        warnings.simplefilter("ignore")
        values = _worksheets(content, data_only=True)
        if not glance.formulas:
            return values
        return list(map(_with_formulas, values, _worksheets(content, data_only=False)))


def _glance(box: ZipFile) -> _Glance:
    """Count rows and cells in the bytes of the worksheets, before openpyxl takes its time for each.

    A formula may lack its result, which only a second reading tells.
    """
    counted = [_count(box, name) for name in box.namelist() if name.startswith("xl/worksheets/")]
    return _Glance(*(sum(numbers) for numbers in zip(*counted, strict=True))) if counted else _Glance()


def _count(box: ZipFile, name: str) -> _Glance:
    rows = cells = formulas = 0
    with box.open(name) as part:
        end = b""
        while piece := part.read(_PIECE_BYTES):
            both = end + piece
            rows, cells, formulas = (
                seen + both.count(mark)
                for seen, mark in zip((rows, cells, formulas), (b"<row", b"<c ", b"<f"), strict=True)
            )
            # What is cut in two is seen with the next piece; that the shorter marks may be seen twice, does not matter.
            end = both[-3:]
    return _Glance(rows, cells, formulas)


def _worksheets(content: bytes, *, data_only: bool) -> list[Table]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    try:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return [Table(name=sheet.title, records=tuple(_records(sheet))) for sheet in shown]
    finally:
        book.close()


def _records(sheet: Worksheet) -> Iterator[Record]:
    # What a file says of its own size may be wrong: Excel's own limit stands in for it.
    rows = sheet.iter_rows(max_row=_MOST_EXCEL_ROWS, max_col=MOST_COLUMNS, values_only=True)
    said = ((number, row) for number, row in enumerate(rows, start=1) if any(value is not None for value in row))
    for number, row in islice(said, MOST_ROWS):
        width = max(place for place, value in enumerate(row, start=1) if value is not None)
        yield Record(number, tuple(_written(value) for value in row[:width]))
    if next(said, None):
        raise too_many_rows(MOST_ROWS)


def _written(value: Any) -> str:  # noqa: ANN401 (whatever a cell holds)
    """Write a cell's value as a person would."""
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, timedelta):
        return _clock(value)
    if isinstance(value, time):
        return _clock(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _moment(value: datetime) -> str:
    # A time of day is a fraction, and seldom quite the minute that was typed.
    minute = (value + _HALF_A_MINUTE).replace(second=0, microsecond=0)
    if value.year in _FIRST_YEARS:
        return _clock(minute - _EPOCH)
    return minute.date().isoformat() if minute.time() == time() else f"{minute:%Y-%m-%d %H:%M}"


def _clock(length: timedelta) -> str:
    """Write a time of day; 24:30 is half past midnight of the evening beside it."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    return f"{hours:02}:{minutes:02}"


def _with_formulas(values: Table, formulas: Table) -> Table:
    """Put formulas in the cells whose results the file does not hold, and warn of them."""
    results = {record.number: record.cells for record in values.records}
    records = [
        Record(record.number, _results(results.get(record.number, ()), record.cells)) for record in formulas.records
    ]
    without = [record.number for record in records if any(cell.startswith("=") for cell in record.cells)]
    if not without:
        return values
    sentence = Sentence(
        "The file does not hold the results of its formulas ({number} rows, the first here). Open it in a "
        "spreadsheet program and save it once more.",
        number=len(without),
    )
    return Table(
        name=values.name,
        records=tuple(records),
        problems=(warning("formula-without-result", sentence, row=without[0]),),
    )


def _results(values: Sequence[str], formulas: Sequence[str]) -> tuple[str, ...]:
    padded = (*values, *[""] * (len(formulas) - len(values)))
    return tuple(
        formula if formula.startswith("=") and not value else value
        for value, formula in zip(padded, formulas, strict=False)
    )
