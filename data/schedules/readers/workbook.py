"""A file of tables becomes one sheet: each table is read in its layout, and what is no schedule is named."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from data.errors import FileUnreadableError
from data.schedules.readers.bare_sheet import read_bare_sheet
from data.schedules.readers.closed_span import each_day_closed
from data.schedules.readers.named_week import named_week
from data.schedules.readers.table import Table, warning
from data.schedules.readers.tables import open_tables
from data.schedules.readers.tall_sheet import header_place, no_header, read_tall_sheet
from data.schedules.readers.weekly_grid import is_grid, read_weekly_grid
from data.schedules.sheet import Row, Sheet
from data.sentence import Sentence, sentence_of


def read_workbook(content: bytes, today: date) -> Sheet:
    """Read a text file or a spreadsheet. Raises FileUnreadableError, with a sentence that says what to do."""
    tables = open_tables(content)
    if len(tables) == 1:
        return read_table(tables[0], today)
    read: list[tuple[Table, Sheet]] = []
    refused: list[tuple[Table, FileUnreadableError]] = []
    for table in tables:
        try:
            read.append((table, read_table(table, today)))
        except FileUnreadableError as error:
            refused.append((table, error))
    if not read:
        raise refused[0][1]
    ignored = [
        warning(
            "worksheet-ignored",
            Sentence("This worksheet is left aside. {why}", why=sentence_of(error)),
            value=table.name,
        )
        for table, error in refused
    ]
    sheet = read[0][1] if len(read) == 1 else _joined(read)
    return replace(sheet, problems=(*ignored, *sheet.problems))


def read_table(table: Table, today: date) -> Sheet:
    """Read a table in its layout: under a header, as a weekly grid, or by the look of its columns."""
    sheet = _in_its_layout(table, today)
    sheet = replace(sheet, rows=tuple(chain.from_iterable(each_day_closed(row, today) for row in sheet.rows)))
    if table.is_text or not any(row.title.startswith("=") for row in sheet.rows):
        return sheet
    # A formula whose result is not there names no film.
    return replace(sheet, rows=tuple(map(_without_formula, sheet.rows)))


def _without_formula(row: Row) -> Row:
    return replace(row, title="") if row.title.startswith("=") else row


def _in_its_layout(table: Table, today: date) -> Sheet:
    place = header_place(table)
    if place is not None:
        return replace(read_tall_sheet(table, place), named_days=_week_above(table, place, today))
    if is_grid(table):
        return read_weekly_grid(table, today)
    sheet = read_bare_sheet(table)
    if sheet is None:
        raise no_header(table)
    return sheet


def _week_above(table: Table, place: int, today: date) -> tuple[date, date] | None:
    """Find the period that is named above a header; that of `KW 48` begins on another day from house to house."""
    week = named_week((cell for record in table.records[:place] for cell in record.cells), today)
    return (week.first, week.last) if week and not week.is_calendar_week else None


def _joined(read: Sequence[tuple[Table, Sheet]]) -> Sheet:
    """Put the sheets of several worksheets together; each row knows its own."""
    sheets = [sheet for _, sheet in read]
    columns: dict[str, str] = {}
    for sheet in reversed(sheets):
        columns |= sheet.columns
    return Sheet(
        reader=sheets[0].reader,
        columns=columns,
        ignored_columns=tuple(dict.fromkeys(word for sheet in sheets for word in sheet.ignored_columns)),
        rows=tuple(replace(row, worksheet=table.name) for table, sheet in read for row in sheet.rows),
        problems=tuple(
            replace(problem, column=Sentence("{worksheet}!{column}", worksheet=table.name, column=problem.column or ""))
            for table, sheet in read
            for problem in sheet.problems
        ),
        named_days=_all_of([sheet.named_days for sheet in sheets]),
        unspoken_on=_unspoken(sheets),
    )


def _unspoken(sheets: Sequence[Sheet]) -> frozenset[date]:
    """Give the days between the weeks of the worksheets, of which none speaks."""
    spoken = {day for sheet in sheets for day in _days(sheet.named_days) if day not in sheet.unspoken_on}
    return frozenset(set(_days(_all_of([sheet.named_days for sheet in sheets]))) - spoken)


def _days(named: tuple[date, date] | None) -> list[date]:
    first, last = named or (date.max, date.min)
    return [first + timedelta(days=days) for days in range((last - first).days + 1)]


def _all_of(named: Sequence[tuple[date, date] | None]) -> tuple[date, date] | None:
    """Give the days of all worksheets; null unless each of them names its own."""
    days = [one for one in named if one]
    if len(days) < len(named):
        return None
    return min(first for first, _ in days), max(last for _, last in days)
