"""A document read as a schedule, and what tests compare of it."""

import json
from collections.abc import Iterator
from datetime import date

from data.schedules.readers.recognise import read_schedule
from data.schedules.sheet import Row, Sheet

TODAY = date(2026, 11, 22)


def read(document: object) -> Sheet:
    """Read bytes, text, or what becomes JSON."""
    if isinstance(document, bytes):
        return read_schedule(document, TODAY)
    return read_schedule((document if isinstance(document, str) else json.dumps(document)).encode(), TODAY)


def only_row(document: object) -> Row:
    """Give the one row of a document without problems."""
    sheet = read(document)
    assert sheet.problems == ()
    (row,) = sheet.rows
    return row


def problems(sheet: Sheet) -> Iterator[tuple[str, int | None, str | None]]:
    """Say what is wrong in a sheet: code, row and column."""
    return ((problem.code, problem.row, problem.column) for problem in sheet.problems)
