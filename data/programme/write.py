"""The answer's bytes, straight from what was found: the same as `encode(answer(…))`, many times as fast."""

import msgspec

from data.programme.answer import NearFacts, WindowFacts, answer, encode
from data.programme.kernel.writing import write_cinemas
from data.programme.near import Found, showtimes_near
from data.programme.programme import Programme
from data.programme.question import Question


def write_answer(programme: Programme, question: Question) -> bytes:
    """Ask the programme, and write down what it says as JSON. Raises what a question can be wrong in (data.errors)."""
    return write_found(programme, question, showtimes_near(programme, question))


def write_found(programme: Programme, question: Question, found: Found) -> bytes:
    """Write down what was found."""
    if not found.cinemas.size:
        # With an alternative to look for, which is asked seldom and written the readable way.
        return encode(answer(programme, question, found))
    point, window = question.near, question.window
    cinemas, bills, kinds = write_cinemas(programme.packed, found.cinemas, found.millimetres, found.rows, found.stops)
    near = NearFacts(point.lat, point.lon, question.accuracy_m) if point else None
    return b"".join(
        (
            b'{"near":',
            msgspec.json.encode(near),
            b',"window":',
            msgspec.json.encode(WindowFacts(window.from_at, window.until_at)),
            b',"films":{',
            b",".join([programme.film_pieces[film] for film in _films(programme, bills.tolist())]),
            b'},"versions":{',
            b",".join([programme.version_pieces[version] for version in _versions(programme, kinds.tolist())]),
            b'},"cinemas":[',
            cinemas.data,
            b'],"total_cinemas":%d,"truncated":%s,"alternative":null,"as_of":'
            % (found.total, b"true" if found.is_truncated else b"false"),
            programme.as_of_piece,
            b"}",
        )
    )


def _films(programme: Programme, bills: list[int]) -> dict[int, None]:
    """Give the films in the order in which the screenings name them."""
    return dict.fromkeys([film for bill in bills for film in programme.bills[bill].films])


def _versions(programme: Programme, kinds: list[int]) -> dict[int, None]:
    return dict.fromkeys([programme.kinds[kind].version for kind in kinds])
