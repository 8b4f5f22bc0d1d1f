"""A cinema's own words: what it taught us that a label or a title of its sheets means, read before all tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.schedules.titles.book import KnownFilm
from data.text import folded, plain_text
from data.versions.notation import Notation


@dataclass(frozen=True, slots=True)
class Words:
    """Labels with what they say, and titles with their films (none: it names none); by `word_key`.

    `titles_end_in` are those of the labels that are so little of a title that they need no mark before them.
    """

    labels: Mapping[str, Notation] = field(default_factory=dict)
    titles: Mapping[str, tuple[KnownFilm, ...]] = field(default_factory=dict)
    titles_end_in: frozenset[str] = frozenset()

    def label(self, text: str) -> Notation | None:
        """Give what a cell says, where the cinema taught it; null where it did not."""
        return self.labels.get(word_key(text)) if self.labels else None


def word_key(text: str) -> str:
    """Reduce a cell to what is compared: case, accents and white space are no part of a word."""
    return folded(plain_text(text))
