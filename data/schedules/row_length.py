"""What is too long for a title or an auditorium: a text that slipped into the cell, which every answer would carry."""

from collections.abc import Iterator

from data.schedules.sheet import Row
from data.sentence import Sentence

# In characters.
_LONGEST = {"title": 300, "auditorium": 100}


def too_long(row: Row) -> Iterator[tuple[str, Sentence]]:
    """Name each cell of a row that is too long, and say so."""
    for name, most in _LONGEST.items():
        if len(getattr(row, name)) > most:
            yield name, Sentence("This has more than {most} characters. Shorten it.", most=most)
