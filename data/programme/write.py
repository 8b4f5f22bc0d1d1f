"""The answer's bytes, straight from what was found: the same as `encode(answer(…))`, many times as fast."""

from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from data.programme.answer import NearFacts, WindowFacts, answer, encode
from data.programme.kernel.writing import write_cinemas
from data.programme.near import NOTHING, Found, showtimes_near
from data.programme.programme import Programme
from data.programme.question import Question, Window
from geo.point import Point


class Written(NamedTuple):
    """The cinemas with their screenings as JSON, between commas; the bills and kinds in it, in the order of coming."""

    cinemas: NDArray[np.uint8]
    bills: NDArray[np.int64]
    kinds: NDArray[np.int64]


def write_answer(programme: Programme, question: Question) -> bytes:
    """Ask the programme, and write down what it says as JSON. Raises what a question can be wrong in (data.errors)."""
    return write_found(programme, question, showtimes_near(programme, question))


def write_found(programme: Programme, question: Question, found: Found) -> bytes:
    """Write down what was found."""
    if not found.count:
        return without_cinemas(programme, question)
    near, window = near_piece(question.near, question.accuracy_m), window_piece(question.window)
    written = Written(*write_cinemas(programme.packed, found.numbers, found.count))
    return whole(programme, near, window, written, found.total, is_truncated=found.is_truncated)


def without_cinemas(programme: Programme, question: Question) -> bytes:
    """Write down that nothing was found, and what else there is: asked seldom, and written the readable way."""
    return encode(answer(programme, question, NOTHING))


def near_piece(point: Point | None, accuracy_m: float) -> bytes:
    """Write down the place that was asked for."""
    return msgspec.json.encode(NearFacts(point.lat, point.lon, accuracy_m) if point else None)


def window_piece(window: Window) -> bytes:
    """Write down the window that was asked for."""
    return msgspec.json.encode(WindowFacts(window.from_at, window.until_at))


def whole(
    programme: Programme,
    near: bytes,
    window: bytes,
    written: Written,
    total: int,
    *,
    is_truncated: bool,
) -> bytes:
    """Put an answer with cinemas together."""
    films = films_of(programme, written.bills)
    return b"".join(
        (
            b'{"near":',
            near,
            b',"window":',
            window,
            b',"films":{',
            b",".join([programme.film_pieces[film] for film in films]),
            b'},"versions":{',
            version_pieces(programme, written.kinds),
            b'},"cinemas":[',
            written.cinemas.data,
            b'],"total_cinemas":%d,"truncated":%b,"alternative":null,"as_of":'
            % (total, b"true" if is_truncated else b"false"),
            programme.as_of_piece,
            b"}",
        )
    )


def films_of(programme: Programme, bills: NDArray[np.int64]) -> list[int]:
    """Give the films of bills, each once, in the order in which they come."""
    return list(dict.fromkeys([film for bill in bills.tolist() for film in programme.bills[bill].films]))


def version_pieces(programme: Programme, kinds: NDArray[np.int64]) -> bytes:
    """Write down the versions of kinds, as members of an object, in the order in which they come."""
    versions = dict.fromkeys([programme.kinds[kind].version for kind in kinds.tolist()])
    return b",".join([programme.version_pieces[version] for version in versions])
