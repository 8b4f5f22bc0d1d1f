"""OpenDocument spreadsheets (.ods): their tables read as a stream, after OpenDocument 1.3, part 3, chapter 9."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from data.csv_records import MOST_ROWS, too_many_rows
from data.schedules.readers.table import MOST_COLUMNS, Record, Table
from data.schedules.readers.zipped import opened_zip

# The part that holds the tables.
MARK = "content.xml"
_OFFICE, _TABLE, _TEXT = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{part}:1.0}}" for part in ("office", "table", "text")
)
_ROWS, _COLUMNS = f"{_TABLE}number-rows-repeated", f"{_TABLE}number-columns-repeated"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_DURATION = re.compile(r"PT(\d+)H(\d+)M")


def read_ods(content: bytes) -> list[Table]:
    """Read the tables of a spreadsheet. Raises FileUnreadableError for too many rows, and anything for damage."""
    with opened_zip(content) as box, box.open(MARK) as part:
        return list(_tables(part))


def _tables(part: IO[bytes]) -> Iterator[Table]:
    name, number, records = "", 0, list[Record]()
    for event, element in iterparse(part, events=("start", "end")):
        if element.tag == f"{_TABLE}table":
            if event == "start":
                name, number, records = element.get(f"{_TABLE}name", ""), 0, []
            else:
                yield Table(name=name, records=tuple(records))
                element.clear()
        elif event == "end" and element.tag == f"{_TABLE}table-row":
            cells, times = _cells_of(element), int(element.get(_ROWS, "1"))
            if any(cells):
                if len(records) + times > MOST_ROWS:
                    raise too_many_rows(MOST_ROWS)
                records += [Record(number + turn, cells) for turn in range(1, times + 1)]
            number += times
            # What was read is forgotten: memory stays flat.
            element.clear()


def _cells_of(row: Element) -> tuple[str, ...]:
    cells = (
        written for cell in row if cell.tag in _CELLS for written in _repeated(_written(cell), cell.get(_COLUMNS, "1"))
    )
    return tuple(islice(cells, MOST_COLUMNS))


def _repeated(written: str, times: str) -> list[str]:
    return [written] * min(int(times), MOST_COLUMNS)


def _written(cell: Element) -> str:
    """Give a cell's date or time as it is stored, and whatever else as it is shown."""
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "date":
        day, _, clock = cell.get(f"{_OFFICE}date-value", "").partition("T")
        return f"{day} {clock[:5]}" if clock and not clock.startswith("00:00") else day
    if kind == "time" and (length := _DURATION.match(cell.get(f"{_OFFICE}time-value", ""))):
        return f"{length[1]}:{length[2]}"
    return "\n".join("".join(paragraph.itertext()) for paragraph in cell.iter(f"{_TEXT}p"))
