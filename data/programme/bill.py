"""A bill: what a screening shows, said once for all screenings that show the same."""

from typing import NamedTuple


class Bill(NamedTuple):
    """The films in order, by position in the programme's list; where there is none (a sneak), a title."""

    films: tuple[int, ...]
    title: str | None
