"""The tall sheet: a row a screening, under a header in words that are known."""

from typing import Any

from data.errors import FileUnreadableError
from data.problem import Problem, Severity
from data.schedules.readers.day_above import with_days_above
from data.schedules.readers.headers import BOTH, REQUIRED, fields_of, missing_from, refuse_twice
from data.schedules.readers.table import Record, Table, heading
from data.schedules.sheet import TOO_MANY_CELLS, Row, Sheet
from data.sentence import Sentence, both, word
from data.text import plain_text
from data.times.cells import read_date_cell

NAME = "tall-sheet"
# So many rows may stand above a header: the cinema's name, the week, a remark.
MOST_ABOVE = 20
# Fewer words are no header that a sentence should name.
_FEWEST_WORDS = 2


def header_place(table: Table) -> int | None:
    """Find the header of a tall sheet, the first record that names all that has to be there; null where none does."""
    for place, record in enumerate(table.records[:MOST_ABOVE]):
        if not missing_from(_with_days(fields_of(record.cells), table.behind(place))):
            return place
    return None


def read_tall_sheet(table: Table, place: int) -> Sheet:
    """Read a table as a tall sheet, by its header's place.

    Raises FileUnreadableError where two columns are headed alike, or no row follows.
    """
    header = table.records[place].cells
    below = table.behind(place)
    if not below.records:
        raise FileUnreadableError(Sentence("There is a header, and no row below it. Export the schedule once more."))
    fields = _with_days(fields_of(header), below)
    refuse_twice([field for field in fields if field != BOTH] + [BOTH] * (BOTH in fields))
    # A cell of a day may always hold the time as well.
    fields = ["date" if field == BOTH else field for field in fields]
    refuse_twice(fields)
    return sheet_of_columns(below, header, fields, NAME)


def _with_days(fields: list[str | None], below: Table) -> list[str | None]:
    """Take a column of times for one of day and time, where no other has the day and its cells have both."""
    if "time" not in fields or not set(REQUIRED["date"]).isdisjoint(fields):
        return fields
    place = fields.index("time")
    read = (read_date_cell(record.cells[place].strip()) for record in below.records if place < len(record.cells))
    has_days = any(cell.date and cell.time for cell in read)
    return [BOTH if field == "time" and has_days else field for field in fields]


def sheet_of_columns(table: Table, header: tuple[str, ...], fields: list[str | None], reader: str) -> Sheet:
    """Make a sheet of a table whose columns are known: each record becomes a row."""
    surplus = list(table.surplus(len(fields)))
    width = len(fields) if table.is_text else max([len(fields), *(len(record.cells) for record in surplus)])
    named = [*fields, *[None] * (width - len(fields))]
    rows, filled = with_days_above([_row(record, fields) for record in table.records])
    return Sheet(
        reader=reader,
        columns={field: heading(header, place) for place, field in enumerate(named) if field},
        ignored_columns=tuple(
            heading(header, place)
            for place, field in enumerate(named)
            if not field and _says_something(table, header, place)
        ),
        rows=rows,
        problems=(*table.problems, *filled, *(_too_many_cells(record.number) for record in surplus if table.is_text)),
    )


def no_header(table: Table) -> FileUnreadableError:
    """Say what the header of a table lacks: that of the row that comes nearest to one."""
    above = table.records[:MOST_ABOVE]
    nearest = max(above, key=lambda record: sum(field is not None for field in fields_of(record.cells)))
    fields = fields_of(nearest.cells)
    if sum(field is not None for field in fields) < _FEWEST_WORDS:
        nearest, fields = above[0], fields_of(above[0].cells)
    words = ", ".join(plain_text(cell) for cell in nearest.cells)[:200]
    return FileUnreadableError(
        Sentence(
            "The first row must name the columns; there is none for {columns}. "
            "It reads: {words}. Known words are, for example: Date, Time, Title, Version.",
            columns=both([word(f"the {name}") for name in missing_from(fields)]),
            words=words,
        )
    )


def _says_something(table: Table, header: tuple[str, ...], place: int) -> bool:
    is_headed = place < len(header) and header[place].strip()
    return bool(is_headed) or any(record.cells[place].strip() for record in table.records if place < len(record.cells))


def _row(record: Record, fields: list[str | None]) -> Row:
    named: dict[str, Any] = {field: cell.strip() for field, cell in zip(fields, record.cells, strict=False) if field}
    return Row(number=record.number, **named)


def _too_many_cells(number: int) -> Problem:
    return Problem(
        code=TOO_MANY_CELLS,
        severity=Severity.ERROR,
        row=number,
        message=Sentence(
            "This row has more cells than the header. Put a cell that contains the separator in quotation marks."
        ),
    )
