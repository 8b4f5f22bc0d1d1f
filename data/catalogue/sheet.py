"""A list of cinemas as rows of named cells, whatever format it came in; knows nothing of what the cells mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.problem import Problem, Severity

# All cinemas of the world, and some more.
MOST_ROWS = 300_000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number, its cells by our columns, and the cells beyond the header.

    Rows of a table are numbered as a spreadsheet does (the header is 1), the objects of other files from 1.
    """

    number: int
    cells: Mapping[str, str]
    surplus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows that are not blank.

    `headings` are the file's own words for our columns, `ignored_columns` those that nobody reads. `left_aside` counts
    the objects of the file that are no cinemas; `problems` are what the reader found, errors keep their row out.
    """

    reader: str
    rows: tuple[SheetRow, ...]
    headings: Mapping[str, str] = field(default_factory=dict)
    ignored_columns: tuple[str, ...] = ()
    left_aside: int = 0
    problems: tuple[Problem, ...] = ()


def warning(code: str, message: str, *, row: int | None = None, value: str | None = None) -> Problem:
    """Make a warning about a file, or an object of it."""
    return Problem(code=code, severity=Severity.WARNING, message=message, row=row, value=value)


def error(code: str, message: str, *, row: int, column: str, value: str | None = None) -> Problem:
    """Make an error, which keeps a row out."""
    return Problem(code=code, severity=Severity.ERROR, message=message, row=row, column=column, value=value)
