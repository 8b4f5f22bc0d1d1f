"""The tall sheet without a header: what the cells of a column look like says what it holds."""

import re
from collections.abc import Callable, Iterator, Sequence

from data.schedules.readers.table import Table, column_named, warning
from data.schedules.readers.tall_sheet import sheet_of_columns
from data.schedules.sheet import Sheet
from data.sentence import Sentence, listed, word
from data.text import folded
from data.times.cells import read_date_cell, read_time_cell
from data.versions.notation import read_notation
from data.versions.version import UNKNOWN

NAME = "bare-sheet"
# As many rows show what a column holds.
_TELLING_ROWS = 200
# The part of a column's cells that have to look alike.
_MOST = 0.6
_HOUSE = re.compile(r"kino|cinema|theat|lichtspiel|filmpalast|filmbuhne|bioscoop|cine\b|kina\b")
_ROOM = re.compile(r"(kino|saal|screen|salle|sala|zaal|sal|leinwand|auditorium|studio)\s*[\w-]{1,3}")
_FEWEST_LETTERS = re.compile(r"[^\W\d_]{2}")
# Without its country, a label counts where it is one in any of these.
_COUNTRIES = ("DE", "FR", "ES", "CZ", "GB")


def read_bare_sheet(table: Table) -> Sheet | None:
    """Read a table that has no header; null where its columns do not look like those of a schedule."""
    columns = list(_columns(table))
    fields = _fields(columns)
    if not {"date", "title"} <= set(fields) or not _has_times(columns, fields):
        return None
    header = tuple(column_named(place) for place in range(len(columns)))
    sheet = sheet_of_columns(table, header, fields, NAME)
    taken = listed(
        [
            Sentence("{column} as {field}", column=header, field=word(field.replace("_", " ")))
            for field, header in sheet.columns.items()
        ]
    )
    sentence = Sentence(
        "No row names the columns: they are taken by their look, {taken}. If that is wrong, add such a row.",
        taken=taken,
    )
    return Sheet(
        reader=NAME,
        columns=sheet.columns,
        ignored_columns=sheet.ignored_columns,
        rows=sheet.rows,
        problems=(*sheet.problems, warning("header-missing", sentence)),
    )


def _columns(table: Table) -> Iterator[list[str]]:
    """Give the cells of each column that say something."""
    telling = table.records[:_TELLING_ROWS]
    for place in range(max(len(record.cells) for record in telling)):
        cells = [record.cells[place].strip() for record in telling if place < len(record.cells)]
        yield [cell for cell in cells if cell]


def _fields(columns: Sequence[Sequence[str]]) -> list[str | None]:
    """Decide column by column, the surest look first; the title is the longest and most varied of the rest."""
    fields: list[str | None] = [None] * len(columns)
    for field, looks_like in _LOOKS:
        # Of columns that look alike, the first: the date before the end of sales, the start before the end.
        scores = [0 if fields[place] else _part(looks_like, cells) for place, cells in enumerate(columns)]
        best = max(range(len(columns)), key=lambda place: scores[place])
        if scores[best] >= _MOST:
            fields[best] = field
    left = [place for place, field in enumerate(fields) if field is None and _part(_is_text, columns[place]) >= _MOST]
    if left:
        fields[max(left, key=lambda place: _variety(columns[place]))] = "title"
    return fields


def _part(looks_like: Callable[[str], bool], cells: Sequence[str]) -> float:
    return sum(map(looks_like, cells)) / len(cells) if cells else 0


def _variety(cells: Sequence[str]) -> float:
    return len(set(cells)) * sum(map(len, cells)) / len(cells)


def _has_times(columns: Sequence[Sequence[str]], fields: Sequence[str | None]) -> bool:
    dates = columns[fields.index("date")]
    return "time" in fields or any(read_date_cell(cell).time for cell in dates)


def _is_date(cell: str) -> bool:
    return not cell.isdigit() and read_date_cell(cell).date is not None and not _is_clock(cell)


def _is_clock(cell: str) -> bool:
    return re.fullmatch(r"\d{1,2}[:h]\d{2}.*", cell) is not None and read_time_cell(cell).time is not None


def _is_time(cell: str) -> bool:
    return not cell.isdigit() and read_time_cell(cell).time is not None and read_time_cell(cell).date is None


def _is_link(cell: str) -> bool:
    return cell.casefold().startswith(("http://", "https://", "www."))


def _is_version(cell: str) -> bool:
    read = [read_notation(cell, country) for country in _COUNTRIES]
    return any(one.version != UNKNOWN and not one.left for one in read)


def _is_room(cell: str) -> bool:
    return _ROOM.fullmatch(folded(cell)) is not None


def _is_house(cell: str) -> bool:
    return _HOUSE.search(folded(cell)) is not None


def _is_text(cell: str) -> bool:
    return _FEWEST_LETTERS.search(cell) is not None


_LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("booking_url", _is_link),
    ("date", _is_date),
    ("time", _is_time),
    ("auditorium", _is_room),
    ("version", _is_version),
    ("cinema", _is_house),
)
