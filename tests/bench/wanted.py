"""A question as opponents need it: numbers instead of slugs and moments."""

from typing import NamedTuple

from data.programme.question import Question
from geo.point import Point
from tests.bench.facts import Facts


class Wanted(NamedTuple):
    """From ≤ start minute < until; `versions` are positions, empty for all; `within_m` null for no bound."""

    here: Point
    film: int
    from_minute: int
    until_minute: int
    versions: tuple[int, ...]
    within_m: float | None
    limit: int


def read_question(facts: Facts, question: Question) -> Wanted:
    """Read a question for one film near a point. Raises ValueError for any other."""
    if question.near is None or len(question.films) != 1:
        raise ValueError("The opponents know only questions for one film and with a place.")
    window = question.window
    return Wanted(
        here=question.near,
        film=facts.film_by_slug[question.films[0]],
        from_minute=int(window.from_at.timestamp()) // 60,
        until_minute=int(window.until_at.timestamp()) // 60,
        versions=tuple(position for label in question.versions for position in facts.versions_by_label[label]),
        within_m=question.within_m,
        limit=question.limit,
    )
