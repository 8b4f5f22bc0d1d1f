"""What of a cinema's name tells it from others: without words that any may have, and without the name of its city."""

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from data.schedules.cinema_names import GENERIC
from data.text import folded

_ANY_HAS = GENERIC | {
    *("kinocenter", "kinocentrum", "kinowelt", "kinopalast", "filmpalast", "palast", "lichtspielhaus", "filmhaus"),
    *("filmbuhne", "filmkunsttheater", "movies", "film", "house", "am", "an", "der", "die", "im", "in", "zum", "zur"),
    *("le", "la", "les", "de", "du", "und", "and", "e", "v"),
}
_OPEN_AIR = re.compile(r"open ?-?air|freiluft|freilicht|sommer ?(?=kino)|drive ?-?in|auto ?(?=kino)|outdoor")
_ALIKE = 90.0
_LETTERS_FOR_A_SLIP = 5


class CoreName(NamedTuple):
    """The words that are left, in order; the numbers; and whether the name speaks of open air."""

    words: tuple[str, ...]
    numbers: frozenset[str]
    is_open_air: bool

    def contradicts(self, other: "CoreName") -> bool:
        """Say whether two are apart whatever else is alike: `Kino 1` and `Kino 2`."""
        return self.numbers != other.numbers

    def is_like(self, other: "CoreName") -> bool:
        """Say whether the words are the same, in any order, but for a slip of the pen."""
        mine, theirs = (" ".join(sorted(one.words)) for one in (self, other))
        may_slip = min(len(mine), len(theirs)) >= _LETTERS_FOR_A_SLIP
        return mine == theirs or (may_slip and fuzz.ratio(mine, theirs) >= _ALIKE)

    def is_part_of(self, other: "CoreName") -> bool:
        """Say whether one is the other with a word more, as where one says which quarter it is in."""
        mine, theirs = set(self.words), set(other.words)
        return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def core_name(name: str, city: str | None) -> CoreName:
    """Take a name apart."""
    written = folded(name)
    words = re.findall(r"\w+", _OPEN_AIR.sub(" ", written))
    where = re.findall(r"\w+", folded(city or ""))
    kept = tuple(word for word in words if word not in _ANY_HAS and word not in where and not word.isdigit())
    numbers = frozenset(word for word in words if word.isdigit())
    return CoreName(kept, numbers, _OPEN_AIR.search(written) is not None)
