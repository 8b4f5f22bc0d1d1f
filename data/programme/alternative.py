"""What to offer where the answer is empty: the nearest screenings outside the asked radius, version or window."""

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
    return next(_alternatives(programme, question, find), None)


def alternatives_to(programme: Programme, question: Question) -> list[Alternative]:
    """Find the nearest screening in each direction: farther away, in another version, later …; each once.

    The first is `alternative_to`. Where no single thing suffices, it is the only one.
    """
    found: dict[int, Alternative] = {}
    for other in _alternatives(programme, question, showtimes_near):
        found.setdefault(int(programme.columns.id[other.found.rows[0]]), other)
    return list(found.values())


def _alternatives(programme: Programme, question: Question, find: Find) -> Iterator[Alternative]:
    """Leave aside one thing at a time; only where none of them helps, all."""
    steps = _steps(question)
    has_found = False
    for name, change in steps:
        for other in _nearest(programme, replace(question, **change), (name,), find):
            has_found = True
            yield other
    if not has_found:
        everything = {field: value for _, change in steps for field, value in change.items()}
        names = tuple(name for name, _ in steps)
        yield from _nearest(programme, replace(question, **everything), names, find)


def _nearest(programme: Programme, wider: Question, relaxed: tuple[str, ...], find: Find) -> Iterator[Alternative]:
    for nearest in find(programme, replace(wider, limit=1, accuracy_m=0.0)):
        yield Alternative(relaxed, replace(nearest, rows=nearest.rows[:1]))
        return


def _steps(question: Question) -> list[tuple[str, dict[str, object]]]:
    """Say what of a question can be left aside, and how.

    The radius is what people give up most gladly; what they understand and how they get in, nobody can give up.
    """
    window = question.window
    later = {"window": Window(window.from_at, _END_OF_TIME, today=window.today)}
    steps: list[tuple[str, bool, dict[str, object]]] = [
        ("within_km", question.within_m is not None, {"within_m": None}),
        ("version", bool(question.versions), {"versions": ()}),
        ("format", bool(question.formats), {"formats": ()}),
        ("on" if window.on else "until", True, dict(later)),
        ("understands", bool(question.understands), {"understands": ()}),
        ("access", bool(question.access), {"access": ()}),
    ]
    return [(name, change) for name, is_asked, change in steps if is_asked]
