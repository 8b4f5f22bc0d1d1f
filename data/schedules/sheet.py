"""What a reader hands on: rows of cells as they were written, each with its place in the file."""

from dataclasses import dataclass

from data.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One screening as written; a cell that the file does not have is empty. `number` counts as a spreadsheet does.

    The business date is the evening in a vendor's words, the feature time that of the film after the advertising.
    """

    number: int
    date: str = ""
    time: str = ""
    business_date: str = ""
    feature_time: str = ""
    title: str = ""
    version: str = ""
    format: str = ""
    auditorium: str = ""
    booking_url: str = ""
    status: str = ""
    source_id: str = ""
    cinema: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file as read: `columns` gives the file's own word for each of our fields; `problems` bar their rows."""

    reader: str
    columns: dict[str, str]
    ignored_columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
