"""Records under a header, from whichever file, become the rows of a sheet."""

from collections.abc import Iterable, Sequence

from data.catalogue.readers.headers import columns_of, follows, missing_from
from data.catalogue.sheet import Sheet, SheetRow
from data.errors import FileUnreadableError
from data.problem import Problem
from data.text import plain_text

Numbered = tuple[int, Sequence[str]]
_SHOWN = 200


def sheet_of(
    reader: str, header: Sequence[str], records: Iterable[Numbered], *, problems: Sequence[Problem] = ()
) -> Sheet:
    """Read records by their header. Raises FileUnreadableError where it lacks a column, or has one twice."""
    columns = columns_of(header)
    if missing := missing_from(columns):
        raise header_lacks(header, missing)
    read = set(columns.values())
    rows = (_row(number, columns, cells, len(header)) for number, cells in records)
    return Sheet(
        reader=reader,
        rows=tuple(row for row in rows if row.surplus or any(row.cells.values())),
        headings={column: plain_text(header[place]) for column, place in columns.items()},
        ignored_columns=tuple(
            plain_text(word) for place, word in enumerate(header) if place not in read and word and not follows(word)
        ),
        problems=tuple(problems),
    )


def header_lacks(header: Sequence[str], missing: Sequence[str]) -> FileUnreadableError:
    """Say what a header lacks, and how it reads."""
    words = ", ".join(filter(None, map(plain_text, header)))[:_SHOWN]
    return FileUnreadableError(
        f"The file has no column {' and no column '.join(missing)}. Its first row must name the columns: at least "
        f"name, lat and lon, or name and address. It reads: {words}"
    )


def _row(number: int, columns: dict[str, int], record: Sequence[str], width: int) -> SheetRow:
    # A row may end early: what it does not reach is empty.
    cells = {column: record[place].strip() for column, place in columns.items() if place < len(record)}
    return SheetRow(number, cells, tuple(cell for cell in record[width:] if cell.strip()))
