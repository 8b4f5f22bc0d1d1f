"""Tables: CSV in anybody's dialect, and worksheets."""

from dataclasses import replace

from data.catalogue.readers.headers import columns_of, missing_from
from data.catalogue.readers.named_columns import header_lacks, sheet_of
from data.catalogue.sheet import MOST_ROWS, Sheet, warning
from data.errors import FileUnreadableError
from data.problem import Problem
from data.schedules.readers.table import Table
from data.schedules.readers.tables import open_tables

NAME = "table"
# So many rows may stand above a header: a title, a date, a remark.
_MOST_ABOVE = 20


def read_table(content: bytes) -> Sheet:
    """Read the first table that has the header of a list of cinemas. Raises FileUnreadableError where none has."""
    tables = open_tables(content, most_rows=MOST_ROWS)
    places = [_header_place(table) for table in tables]
    at = next((number for number, place in enumerate(places) if place is not None), 0)
    table, place = tables[at], places[at]
    if place is None:
        raise _no_header(table)
    header, below = table.records[place].cells, table.behind(place)
    others = [other for number, other in enumerate(tables) if number != at]
    problems = [*table.problems, *(_unread(other) for other in others)]
    read = sheet_of(NAME, header, ((record.number, record.cells) for record in below.records), problems=problems)
    # In a worksheet no separator can have cut a text: what stands beside the table is a remark.
    rows = read.rows if table.is_text else tuple(replace(row, surplus=()) for row in read.rows)
    return replace(read, rows=rows)


def _header_place(table: Table) -> int | None:
    above = table.records[:_MOST_ABOVE]
    return next((place for place, record in enumerate(above) if not missing_from(columns_of(record.cells))), None)


def _no_header(table: Table) -> FileUnreadableError:
    """Say what the header lacks: that of the row which comes nearest to one."""
    nearest = max(table.records[:_MOST_ABOVE], key=lambda record: len(columns_of(record.cells)))
    return header_lacks(nearest.cells, missing_from(columns_of(nearest.cells)))


def _unread(table: Table) -> Problem:
    sentence = "Only the first worksheet with a list of cinemas is read. Save this one as a file of its own."
    return warning("worksheet-unread", sentence, value=table.name)
