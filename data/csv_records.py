"""A CSV file as records of cells, in the encodings and with the separators that cinemas' programs write."""

import codecs
import csv
import io

from data.errors import FileUnreadableError
from data.live_cells import as_meant

MOST_BYTES = 20_000_000
SEPARATORS = ";,\t"
# Stands behind the last row while it is read; decoded text never holds it.
_END = "\0"


def csv_records(content: bytes) -> list[tuple[int, list[str]]]:
    """Read the records that say something, with their numbers as a spreadsheet counts them (the first is 1).

    There is at least one. UTF-8, UTF-16 with its mark, or else Windows-1252; cells between semicolons, commas or tabs,
    quoted after RFC 4180; the apostrophe that keeps a cell from being a formula is taken off. Raises
    FileUnreadableError for what is empty, too large, no text, or has a quotation mark that never closes.
    """
    text = decode(content)
    header = text.lstrip().partition("\n")[0]
    separator = max(SEPARATORS, key=header.count)
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator)
    try:
        *records, last = enumerate(reader, start=1)
    except csv.Error as error:
        raise FileUnreadableError(f"The file cannot be read as CSV near line {reader.line_num}: {error}.") from error
    if last[1] != [_END]:
        # The end itself was swallowed, and every row before it since that mark.
        raise FileUnreadableError(
            f"A quotation mark in row {last[0]} is never closed: the rows behind it would be lost. Take it out."
        )
    said = [
        (number, [as_meant(cell) for cell in cells]) for number, cells in records if any(cell.strip() for cell in cells)
    ]
    if not said:
        raise FileUnreadableError("The file holds nothing but separators. Export it once more.")
    return said


def decode(content: bytes) -> str:
    """Decode a file. Raises FileUnreadableError for what is empty, too large, or no text."""
    if not content.strip():
        raise FileUnreadableError("The file is empty. Export it once more.")
    if len(content) > MOST_BYTES:
        raise FileUnreadableError(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it.")
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ["utf-16"] if is_utf16 else ["utf-8-sig", "windows-1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise FileUnreadableError("The file is no text. Export it as CSV.")
