"""Slips of the pen: when two spellings are one title, and when they are only alike."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from data.schedules.titles.book import KnownFilm, KnownTitle
from data.schedules.titles.key import TitleKey

# Percent of the letters in common: from where on titles are alike, and by how much the best has to be ahead.
_ALIKE, _MARGIN = 80, 5
# In short titles and words, one letter makes another film: Alien and Aliens, Woman and Women.
_SHORTEST_TITLE, _SHORTEST_WORD = 12, 6


def alike(key: TitleKey, titles: Sequence[KnownTitle]) -> list[tuple[KnownTitle, float]]:
    """Give the titles that are spelled much like this one, with how much in percent, the best first; each film once."""
    if not titles:
        return []
    lines = [known.key.line for known in titles]
    found = process.extract(key.line, lines, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
    best: dict[KnownFilm, tuple[KnownTitle, float]] = {}
    for _, score, place in found:
        best.setdefault(titles[place].film, (titles[place], score))
    return list(best.values())


def misspelled(key: TitleKey, likely: Sequence[tuple[KnownTitle, float]]) -> KnownFilm | None:
    """Give the film that a title with one slip can only mean, out of those that are alike."""
    if not likely or (len(likely) > 1 and likely[0][1] - likely[1][1] < _MARGIN):
        return None
    best = likely[0][0]
    return best.film if best.key.qualifiers == key.qualifiers and _is_slip(key.words, best.key.words) else None


def _is_slip(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Say whether one letter inside one long word is missing, too many, another or in the wrong place."""
    differing = [(one, other) for one, other in zip(ours, theirs, strict=False) if one != other]
    if len(ours) != len(theirs) or len(differing) != 1 or sum(map(len, ours)) < _SHORTEST_TITLE:
        return False
    one, other = differing[0]
    # First and last letters change the meaning: a plural, a case, another word.
    is_inside = one[0] == other[0] and one[-1] == other[-1]
    return is_inside and min(len(one), len(other)) >= _SHORTEST_WORD and OSA.distance(one, other) == 1
