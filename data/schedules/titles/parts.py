"""Titles made of titles: a film under two of its names, a film behind a series' name, two films in one evening."""

import re

from data.schedules.titles.spelling import DASHES, joined, words_of

_BETWEEN_PARTS = re.compile(rf"\s+[{DASHES}/|]\s+|:\s+|\s*[()\[\]]\s*")
_PARTING = frozenset(f"{DASHES}/|:()[]")
_BETWEEN_FILMS = (" + ", " & ")
_ELLIPSES = ("…", "...")
# Some vendors' programs cut at fifty characters, and a blank there is lost too.
_CUT_AT = (49, 50)
_BARE_YEAR = re.compile(r"(.*\S)\s+((?:18[89]|19\d|20\d)\d)")
# What a cinema writes where it does not say what it shows.
_NO_FILM = {
    joined(words_of(words))
    for words in (
        *("Sneak", "Sneak Preview", "Sneak Peek", "CineSneak", "OV Sneak", "Überraschungsfilm", "Überraschungspreview"),
        *("Surprise Film", "Film surprise", "tba", "tbc", "tbd", "N.N.", "to be announced"),
        *("wird noch bekannt gegeben", "Programm folgt"),
    )
}


def names_no_film(title: str) -> bool:
    """Say whether a title leaves open what is shown."""
    return joined(words_of(title)) in _NO_FILM


def parts_of(title: str) -> list[str]:
    """Take a title apart at its dashes, colons and brackets; a title of one part has none."""
    if _PARTING.isdisjoint(title):
        return []
    parts = [part for part in _BETWEEN_PARTS.split(title) if words_of(part)]
    return parts if len(parts) > 1 else []


def films_in(title: str) -> list[list[str]]:
    """Give the ways in which a title may name several films: at each `+`, or at each `&`."""
    return [title.split(sign) for sign in _BETWEEN_FILMS if sign in title]


def without_bare_year(title: str) -> tuple[str, int] | None:
    """Part a title from the year that it ends with; null where it ends with none."""
    ended = _BARE_YEAR.fullmatch(title) if title[-4:].isdigit() else None
    return (ended[1], int(ended[2])) if ended else None


def is_cut(title: str) -> bool:
    """Say whether a program has, or may have, cut a title off."""
    return len(title) in _CUT_AT or is_marked_cut(title)


def is_marked_cut(title: str) -> bool:
    """Say whether a title ends as one that was cut off, rather than having the length of one."""
    return title.endswith(_ELLIPSES)
