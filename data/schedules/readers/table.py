"""A table as any spreadsheet or text file holds it: records of cells as they are written, before anybody reads them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from data.problem import Problem, Severity
from data.sentence import Sentence
from data.text import plain_text

# No schedule is wider; what lies beyond is left unread, and named.
MOST_COLUMNS = 200


class Record(NamedTuple):
    """A row that says something, with its number as a spreadsheet counts it (the first is 1)."""

    number: int
    cells: tuple[str, ...]

    def filled(self) -> list[str]:
        """Give the cells that say something."""
        return [cell for cell in self.cells if cell.strip()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A text file, or a worksheet with its name.

    `is_text`: cells are divided by signs that may also stand in them. `problems` are warnings that bar no row.
    """

    records: tuple[Record, ...]
    name: str = ""
    is_text: bool = False
    problems: tuple[Problem, ...] = ()

    def behind(self, place: int) -> "Table":
        """Give the table without its records up to a place."""
        return replace(self, records=self.records[place + 1 :])

    def surplus(self, width: int) -> Iterator[Record]:
        """Give the records that have more to say than a number of cells."""
        return (record for record in self.records if any(cell.strip() for cell in record.cells[width:]))


def letter_of(place: int) -> str:
    """Name a column as spreadsheets do: the first (0) is A, the 27th AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_named(place: int) -> Sentence:
    """Name a column that nothing heads."""
    return Sentence("column {letter}", letter=letter_of(place))


def heading(cells: tuple[str, ...], place: int) -> str:
    """Give what heads a column; where nothing does, its letter."""
    written = plain_text(cells[place]) if place < len(cells) else ""
    return written or column_named(place)


def warning(code: str, message: Sentence, *, row: int | None = None, value: str | None = None) -> Problem:
    """Make a warning about a table."""
    return Problem(code=code, severity=Severity.WARNING, message=message, row=row, value=value)
