"""A JSON document, or JavaScript in its place: parsed once, and read by whoever knows its shape."""

import re
from collections.abc import Callable
from typing import NamedTuple

from data.decoded import decode
from data.errors import FileUnreadableError
from data.schedules.readers.cinema_showtimes import is_cinema_showtimes, read_cinema_showtimes
from data.schedules.readers.cinetixx_booking import is_cinetixx_booking, read_cinetixx_booking
from data.schedules.readers.fields import records
from data.schedules.readers.js_literal import is_js_literal, parse_js
from data.schedules.readers.json_ld import is_json_ld, read_json_ld
from data.schedules.readers.json_text import Json, parse_json
from data.schedules.readers.kinotickets import is_kinotickets, read_kinotickets
from data.schedules.readers.own_answer import is_own_answer, read_own_answer
from data.schedules.readers.veezi import is_veezi, read_veezi
from data.schedules.readers.vista import is_vista, read_vista
from data.schedules.sheet import Sheet
from data.sentence import Sentence

_BEGINS = re.compile(rb"\s*+[\[{]")
_SEARCHED = 10_000
_NAMED = 8


class Shape(NamedTuple):
    """Who reads a kind of document: `is_mine` says of its tree whether it is one."""

    is_mine: Callable[[Json], bool]
    read: Callable[[Json], Sheet]


# The most telling first: what they say in common is only that there are records.
SHAPES = (
    Shape(is_json_ld, read_json_ld),
    Shape(is_own_answer, read_own_answer),
    Shape(is_kinotickets, read_kinotickets),
    Shape(is_cinema_showtimes, read_cinema_showtimes),
    Shape(is_veezi, read_veezi),
    Shape(is_vista, read_vista),
    Shape(is_cinetixx_booking, read_cinetixx_booking),
)


def is_json_document(content: bytes) -> bool:
    """Say whether a file is JSON, or a JavaScript literal."""
    head = content[:_SEARCHED].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="ignore").encode()
    return bool(_BEGINS.match(head)) or is_js_literal(head.decode(errors="replace"))


def read_json_document(content: bytes) -> Sheet:
    """Read a document of any of these shapes. Raises FileUnreadableError, with a sentence that says what to do."""
    tree = parse_document(content)
    for shape in SHAPES:
        if shape.is_mine(tree):
            return shape.read(tree)
    raise FileUnreadableError(
        Sentence(
            "This is JSON, but of no kind that we know{names}. Known are schema.org's events, cinetixx, "
            "kinotickets.express, Vista, Veezi, CinemaShowtimes and what Kinonah itself gives out. Else export "
            "it as CSV.",
            names=_names(tree),
        )
    )


def parse_document(content: bytes) -> Json:
    """Parse JSON, or a JavaScript literal. Raises FileUnreadableError."""
    text = decode(content)
    return parse_js(text) if is_js_literal(text) else parse_json(text)


def _names(tree: Json) -> str:
    """Say which fields it begins with."""
    first = next(iter(records(tree)), {})
    names = ", ".join(name[:30] for name in list(first)[:_NAMED])
    return Sentence(" (it begins with {names})", names=names) if names else ""
