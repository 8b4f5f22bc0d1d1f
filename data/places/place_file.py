"""A file of places is recognised by its content, and read row by row, however long it is."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import IO

from data.catalogue.report import Findings
from data.errors import FileUnreadableError
from data.places.geonames import MAIN_FIELDS, POSTCODE_FIELDS, read_main, read_postcode
from data.places.place_geojson import read_points
from data.places.place_row import Written
from data.places.place_sheet import read_place_sheet

# A row of GeoNames with every name that a city has.
_LONGEST_LINE = 200_000
# What is not read line by line is held whole.
_MOST_WHOLE_BYTES = 100_000_000

Told = Callable[[int], None]
Rows = Iterator[tuple[int, Written | None]]


class PlaceFormat(StrEnum):
    """How a file is read."""

    GEONAMES = "geonames"
    GEONAMES_POSTCODES = "geonames-postcodes"
    GEOJSON = "geojson"
    CSV = "csv"


def recognise(file: IO[bytes]) -> PlaceFormat:
    """Say how a file is to be read; it is at its beginning again."""
    head = file.readline(_LONGEST_LINE)
    file.seek(0)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return PlaceFormat.GEOJSON
    formats = {MAIN_FIELDS: PlaceFormat.GEONAMES, POSTCODE_FIELDS: PlaceFormat.GEONAMES_POSTCODES}
    return formats.get(len(head.split(b"\t")), PlaceFormat.CSV)


def read_rows(file: IO[bytes], written_as: PlaceFormat, findings: Findings, tell: Told) -> Rows:
    """Give each row's number and what it says; null where it says no place, or is among the findings as an error.

    `tell` hears how many bytes are read. Raises FileUnreadableError where the file as a whole is none.
    """
    match written_as:
        case PlaceFormat.GEONAMES:
            return _lines(file, MAIN_FIELDS, read_main, findings, tell)
        case PlaceFormat.GEONAMES_POSTCODES:
            return _lines(file, POSTCODE_FIELDS, read_postcode, findings, tell)
        case PlaceFormat.GEOJSON:
            return read_points(_whole(file), findings)
        case PlaceFormat.CSV:
            return read_place_sheet(_whole(file), findings)


def _lines(
    file: IO[bytes],
    width: int,
    read: Callable[[int, Sequence[str]], Written | None],
    findings: Findings,
    tell: Told,
) -> Rows:
    done = number = 0
    while line := file.readline(_LONGEST_LINE):
        number, done = number + 1, done + len(line)
        if number % 10_000 == 0:
            tell(done)
        if not line.strip():
            continue
        fields = _fields(line, width)
        if fields is None:
            message = f"This is no row of {width} fields between tabs, in UTF-8. Take the file as GeoNames gives it."
            findings.error("row-unreadable", message, row=number)
        yield number, read(number, fields) if fields else None


def _fields(line: bytes, width: int) -> list[str] | None:
    try:
        fields = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        return None
    return fields if len(fields) == width else None


def _whole(file: IO[bytes]) -> bytes:
    content = file.read(_MOST_WHOLE_BYTES + 1)
    if len(content) > _MOST_WHOLE_BYTES:
        raise FileUnreadableError(f"The file is larger than {_MOST_WHOLE_BYTES // 1_000_000} MB. Split it.")
    return content
