"""What was found is written as JSON by compiled code: pieces copied, numbers and moments spelled out."""

import numpy as np
from numpy.typing import NDArray

from data.programme.kernel.asides import NO_LINK, Asides
from data.programme.kernel.clocks import FIRST_DAY, Clocks
from data.programme.kernel.columns import Columns
from data.programme.kernel.matching import MINUTES_A_DAY
from data.programme.kernel.tables import Packed, Tables
from data.programme.kernel.wording import Wording
from geo.compiled import compiled, compiled_in_place, copy_bytes
from geo.packed import unpacked

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]


def _piece(text: str) -> Bytes:
    return np.frombuffer(text.encode(), dtype=np.uint8)


_ID, _ENDS, _EVENING = _piece('{"id":"'), _piece('","ends_at":'), _piece(',"programme_on":"')
_NO_SECONDS = _piece(":00")
_SCREENINGS, _NULL = _piece(',"screenings":['), _piece("null")
_COMMA, _QUOTE, _DASH, _POINT, _ZERO = (ord(sign) for sign in ',"-.0')
_PLUS, _T, _Z, _CLOSE, _BRACE = (ord(sign) for sign in "+TZ]}")
# The numbers and moments of a screening, and its own punctuation.
_ROOM = 200


@compiled
def write_cinemas(packed: Packed, numbers: Ints, count: int) -> tuple[Bytes, Ints, Ints]:
    """Write so many cinemas with their screenings, between commas, from a Found's numbers.

    Give the text, and the distinct bills and kinds of the rows, as they come.
    """
    tables = unpacked(packed, Tables)
    columns, asides, wording, clocks = tables.columns, tables.asides, tables.wording, tables.clocks
    cinemas, millimetres, stops = numbers[:count], numbers[count : 2 * count], numbers[2 * count : 3 * count]
    rows = numbers[3 * count :]
    out = np.empty(_size(cinemas, rows, asides, columns, wording), dtype=np.uint8)
    at, row = 0, 0
    for number in range(count):
        place = cinemas[number]
        if number:
            at = _sign(out, at, _COMMA)
        at = _copy(out, at, wording.text, wording.cinema_begin[place], wording.cinema_end[place])
        at = _metres(out, at, millimetres[number]) if millimetres[number] >= 0 else _all(out, at, _NULL)
        at = _all(out, at, _SCREENINGS)
        first = row
        while row < stops[number]:
            if row > first:
                at = _sign(out, at, _COMMA)
            at = _screening(out, at, rows[row], place, columns, asides, wording, clocks)
            row += 1
        at = _sign(out, _sign(out, at, _CLOSE), _BRACE)
    return (
        out[:at],
        _distinct(asides.bill, wording.bill_end.size, rows),
        _distinct(columns.kind, wording.kind_end.size, rows),
    )


@compiled
def write_screenings(packed: Packed, rows: Ints, places: NDArray[np.int32]) -> tuple[Bytes, Ints, Ints, Ints]:
    """Write screenings, each at its place, one right behind the other.

    Give the text, where in it each ends, and the distinct bills and kinds of the rows, as they come.
    """
    tables = unpacked(packed, Tables)
    columns, asides, wording, clocks = tables.columns, tables.asides, tables.wording, tables.clocks
    out = np.empty(_size(places, rows, asides, columns, wording), dtype=np.uint8)
    stops, at = np.empty(rows.size, dtype=np.int64), 0
    for number in range(rows.size):
        at = _screening(out, at, rows[number], places[number], columns, asides, wording, clocks)
        stops[number] = at
    return (
        out[:at],
        stops,
        _distinct(asides.bill, wording.bill_end.size, rows),
        _distinct(columns.kind, wording.kind_end.size, rows),
    )


@compiled
def _distinct(numbers: NDArray[np.generic], count: int, rows: Ints) -> Ints:
    """Give the numbers, all below `count`, that rows have, each once, in the order in which they come."""
    is_known, found, end = np.zeros(count, dtype=np.bool_), np.empty(rows.size, dtype=np.int64), 0
    for row in rows:
        number = numbers[row]
        if not is_known[number]:
            is_known[number], found[end] = True, number
            end += 1
    return found[:end]


@compiled
def _size(cinemas: NDArray[np.signedinteger], rows: Ints, asides: Asides, columns: Columns, wording: Wording) -> int:
    """Give a bound of the bytes that an answer takes."""
    size, link = 0, 0
    for place in cinemas:
        size += wording.cinema_end[place] - wording.cinema_begin[place] + _ROOM
        link = max(link, _length(asides.links, asides.link_begin[place]))
    for row in rows:
        bill, kind, auditorium = asides.bill[row], columns.kind[row], asides.auditorium[row]
        size += wording.bill_end[bill] - wording.bill_begin[bill]
        size += wording.kind_end[kind] - wording.kind_begin[kind]
        size += wording.auditorium_end[auditorium] - wording.auditorium_begin[auditorium]
        size += _ROOM + link
        if asides.link_rest[row] != NO_LINK:
            size += _length(asides.links, asides.link_rest[row])
    return size


@compiled
def _length(text: Bytes, begin: int) -> int:
    end = begin
    while end < text.size and text[end]:
        end += 1
    return end - begin


@compiled_in_place
def _screening(
    out: Bytes, at: int, row: int, place: int, columns: Columns, asides: Asides, wording: Wording, clocks: Clocks
) -> int:
    bill, kind, auditorium, status = asides.bill[row], columns.kind[row], asides.auditorium[row], asides.status[row]
    minute, minutes = columns.minute[row], wording.bill_minutes[bill]
    at = _number(out, _all(out, at, _ID), columns.id[row])
    at = _copy(out, at, wording.text, wording.bill_begin[bill], wording.bill_end[bill])
    at = _moment(out, at, minute, place, clocks)
    at = _all(out, at, _ENDS)
    if minutes:
        ends = minute + wording.advertising_minutes[place] + minutes
        at = _moment(out, _sign(out, at, _QUOTE), ends, place, clocks)
        at = _sign(out, at, _QUOTE)
    else:
        at = _all(out, at, _NULL)
    at = _day(out, _all(out, at, _EVENING), minute // MINUTES_A_DAY + columns.kind_evening[kind], clocks)
    at = _copy(out, at, wording.text, wording.kind_begin[kind], wording.kind_end[kind])
    at = _copy(out, at, wording.text, wording.auditorium_begin[auditorium], wording.auditorium_end[auditorium])
    if asides.link_rest[row] == NO_LINK:
        at = _all(out, at, _NULL)
    else:
        at = _until_zero(out, _sign(out, at, _QUOTE), asides.links, asides.link_begin[place])
        at = _sign(out, _until_zero(out, at, asides.links, asides.link_rest[row]), _QUOTE)
    return _copy(out, at, wording.text, wording.status_begin[status], wording.status_end[status])


@compiled
def _copy(out: Bytes, at: int, text: Bytes, begin: int, end: int) -> int:
    copy_bytes(out, at, text, begin, end - begin)
    return at + end - begin


@compiled
def _all(out: Bytes, at: int, text: Bytes) -> int:
    return _copy(out, at, text, 0, text.size)


@compiled
def _until_zero(out: Bytes, at: int, text: Bytes, begin: int) -> int:
    return _copy(out, at, text, begin, begin + _length(text, begin))


@compiled_in_place
def _sign(out: Bytes, at: int, sign: int) -> int:
    out[at] = sign
    return at + 1


@compiled
def _number(out: Bytes, at: int, number: int) -> int:
    digits, rest = 1, number
    while rest >= 10:
        digits, rest = digits + 1, rest // 10
    return _digits(out, at, number, digits)


@compiled
def _digits(out: Bytes, at: int, number: int, digits: int) -> int:
    for place in range(digits - 1, -1, -1):
        out[at + place] = _ZERO + number % 10
        number //= 10
    return at + digits


@compiled_in_place
def _metres(out: Bytes, at: int, millimetres: int) -> int:
    """Write metres with a tenth, halves up."""
    tenths = (millimetres + 50) // 100
    at = _sign(out, _number(out, at, tenths // 10), _POINT)
    return _digits(out, at, tenths % 10, 1)


@compiled_in_place
def _moment(out: Bytes, at: int, minute: int, place: int, clocks: Clocks) -> int:
    """Write a moment as the clocks at a place show it (ISO 8601)."""
    ahead = _ahead(clocks, clocks.zone[place], minute)
    local = minute + ahead
    at = _sign(out, _day(out, at, local // MINUTES_A_DAY, clocks), _T)
    at = _clock(out, at, local % MINUTES_A_DAY, clocks)
    at = _all(out, at, _NO_SECONDS)
    if ahead == 0:
        return _sign(out, at, _Z)
    return _clock(out, _sign(out, at, _PLUS if ahead > 0 else _DASH), abs(ahead), clocks)


@compiled_in_place
def _ahead(clocks: Clocks, zone: int, minute: int) -> int:
    """Give the offset of a zone's last change until a minute; before the first, the first."""
    low, high = clocks.first[zone], clocks.first[zone + 1]
    while low + 1 < high:
        middle = (low + high) // 2
        if clocks.since[middle] <= minute:
            low = middle
        else:
            high = middle
    ahead: int = clocks.ahead[low]
    return ahead


@compiled_in_place
def _clock(out: Bytes, at: int, minutes: int, clocks: Clocks) -> int:
    return _copy(out, at, clocks.times, minutes * 5, minutes * 5 + 5)


@compiled_in_place
def _day(out: Bytes, at: int, day: int, clocks: Clocks) -> int:
    return _copy(out, at, clocks.dates, (day - FIRST_DAY) * 10, (day - FIRST_DAY) * 10 + 10)
