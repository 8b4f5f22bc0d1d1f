"""What a reader hands on: rows of cells as they were written, each with its place in the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data.problem import Problem
from data.sentence import Sentence, word
from data.versions.version import Version

# The code of the problem of a show that names a film by a number which the file does not explain.
FILM_UNKNOWN = "film-unknown"
# That of a row in which cells stand under the wrong words.
TOO_MANY_CELLS = "too-many-cells"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One screening as written; a cell that the file does not have is empty. `number` counts as a spreadsheet does.

    The business date is the evening in a vendor's words, the feature time that of the film after the advertising. A
    format that says in fields, not in words, what is heard and read gives `version_said`. `place` is where in its row
    the screening stands, where a row has several: the column of the day. `worksheet` is the name of the one that
    it stands on, where a file has several. A format that says an instant, not what a clock shows, gives `starts_at`
    (aware).
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
    version_said: Version | None = None
    place: str = ""
    starts_at: datetime | None = None
    worksheet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file as read: `columns` gives the file's own word for each of our fields; `problems` bar their rows.

    `named_days` are the first and the last programme date of the period that the file itself names; `unspoken_on` the
    days between its weeks, of which it says nothing. A row may say that nothing is shown (`closed_words`).
    `counted` is what the numbers of rows count: a row, a line, a show.
    """

    reader: str
    columns: dict[str, str]
    ignored_columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    named_days: tuple[date, date] | None = None
    unspoken_on: frozenset[date] = frozenset()
    counted: str = "row"


_OF_A_PLACE = ("date", "time", "business_date", "feature_time")


def column_of(row: Row, field: str, columns: Mapping[str, str]) -> str:
    """Name the column in which a field of a row stands, in the sheet's own words; `columns` are those of its sheet."""
    column = row.place if row.place and field in _OF_A_PLACE else columns.get(field) or word(field)
    return Sentence("{worksheet}!{column}", worksheet=row.worksheet, column=column) if row.worksheet else column
