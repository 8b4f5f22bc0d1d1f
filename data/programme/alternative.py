"""What to offer where the answer is empty: the nearest screening outside the asked radius, version or window."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from data.programme.near import FoundCinema, showtimes_near
from data.programme.programme import Programme
from data.programme.question import Question, Window

Find = Callable[[Programme, Question], Iterable[FoundCinema]]

_END_OF_TIME = datetime(9999, 12, 31, tzinfo=UTC)


class Alternative(msgspec.Struct, frozen=True):
    """One screening, and the parameters that had to be left aside to find it."""

    relaxed: tuple[str, ...]
    found: FoundCinema


def alternative_to(programme: Programme, question: Question, find: Find = showtimes_near) -> Alternative | None:
    """Find the nearest screening with as little as possible of the question left aside; null where there is none.

    `find` is what the question was asked to.
    """
    for relaxed, wider in _wider(question):
        for nearest in find(programme, replace(wider, limit=1, accuracy_m=0.0)):
            return Alternative(relaxed, replace(nearest, rows=nearest.rows[:1]))
    return None


def _wider(question: Question) -> Iterator[tuple[tuple[str, ...], Question]]:
    """Leave aside one thing at a time, then all of them.

    The radius is what people give up most gladly; what they understand and how they get in, nobody can give up.
    """
    later = {"window": Window(question.window.from_at, _END_OF_TIME)}
    until = "on" if question.window.on else "until"
    steps: list[tuple[str, bool, dict[str, object]]] = [
        ("within_km", question.within_m is not None, {"within_m": None}),
        ("area", bool(question.areas), {"areas": ()}),
        ("version", bool(question.versions), {"versions": ()}),
        ("format", bool(question.formats), {"formats": ()}),
        (until, True, dict(later)),
        ("understands", bool(question.understands), {"understands": ()}),
        ("access", bool(question.access), {"access": ()}),
    ]
    asked = [(name, change) for name, is_asked, change in steps if is_asked]
    for name, change in asked:
        yield (name,), replace(question, **change)
    everything = {field: value for _, change in asked for field, value in change.items()}
    yield tuple(name for name, _ in asked), replace(question, **everything)
