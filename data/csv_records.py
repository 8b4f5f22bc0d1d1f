"""A CSV file as records of cells, in the encodings and with the separators that cinemas' programs write."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from data.decoded import Decoded, decoded
from data.errors import FileUnreadableError
from data.live_cells import as_meant
from data.sentence import Sentence

SEPARATORS = ";,\t"
MOST_ROWS = 50_000
# As many rows tell the separator.
_TELLING_ROWS, _TELLING_LETTERS = 50, 1_000_000
# What has more cells was cut at the commas of a text.
_WIDEST = 200
# Stands behind the last row while it is read; decoded text never holds it.
_END = "\0"


@dataclass(frozen=True, slots=True)
class CsvFile:
    """The records that say something, with their numbers as a spreadsheet counts them (the first is 1).

    `odd_rows` are those that are in another encoding than the rest; `guessed` names one that could be another.
    """

    records: list[tuple[int, list[str]]]
    odd_rows: tuple[int, ...] = ()
    guessed: str | None = None


def csv_records(content: bytes, *, most_rows: int = MOST_ROWS) -> list[tuple[int, list[str]]]:
    """Read the records of a CSV file; see `read_csv`."""
    return read_csv(content, most_rows=most_rows).records


def read_csv(content: bytes, *, most_rows: int = MOST_ROWS) -> CsvFile:
    """Read a CSV file of at least one record.

    UTF-8, UTF-16 or what programs had before it; cells between semicolons, commas or tabs, quoted after RFC 4180; the
    apostrophe that keeps a cell from being a formula is taken off. Raises FileUnreadableError for what is empty, too
    large, no text, or has a quotation mark that never closes.
    """
    found = decoded(content)
    records = _records(found, most_rows)
    said = [(number, cells, lines) for number, cells, lines in records if any(cell.strip() for cell in cells)]
    if not said:
        raise FileUnreadableError(Sentence("The file holds nothing but separators. Export it once more."))
    odd = tuple(number for number, _, lines in said if not found.odd_lines.isdisjoint(lines))
    return CsvFile([(number, list(map(as_meant, cells))) for number, cells, _ in said], odd, found.guessed)


def too_many_rows(most: int) -> FileUnreadableError:
    """Say that a file is too long, whatever its format."""
    return FileUnreadableError(Sentence("The file has more than {most:,} rows. Split it.", most=most))


def _records(found: Decoded, most_rows: int) -> Iterator[tuple[int, list[str], range]]:
    """Give the number of each record, its cells and its lines."""
    reader = csv.reader(io.StringIO(f"{found.text}\n{_END}", newline=""), delimiter=_separator(found.text))
    begins, number = 1, 0
    try:
        for number, cells in enumerate(reader, start=1):
            if cells == [_END]:
                return
            if number > most_rows and any(cells):
                raise too_many_rows(most_rows)
            yield number, cells, range(begins, reader.line_num + 1)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise FileUnreadableError(
            Sentence("The file cannot be read as CSV near line {line}: {why}.", line=reader.line_num, why=error)
        ) from error
    # The end itself was swallowed, and every row before it since that mark.
    raise FileUnreadableError(
        Sentence(
            "A quotation mark in row {row} is never closed: the rows behind it would be lost. Take it out.", row=number
        )
    )


def _separator(text: str) -> str:
    """Find the separator that cuts the most rows into the same number of cells."""
    return max(SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[bool, int, int]:
    """Say whether quotation marks stand where they should between such separators, how many rows are even, how wide."""
    sample = text[:_TELLING_LETTERS]
    # The last row of a text that is cut off is half a row, and may be one long cell with signs of all kinds.
    if len(text) > len(sample) and "\n" in sample:
        sample = sample[: sample.rindex("\n")]
    for is_strict in (True, False):
        telling = io.StringIO(sample, newline="")
        rows = islice(csv.reader(telling, delimiter=separator, strict=is_strict), _TELLING_ROWS)
        try:
            widths = Counter(len(row) for row in rows if 1 < len(row) <= _WIDEST)
        except csv.Error:
            continue
        count, width = max(((count, width) for width, count in widths.items()), default=(0, 0))
        return is_strict and count > 0, count, width
    return False, 0, 0
