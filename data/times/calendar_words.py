"""Months and weekdays by name, in the languages that cinemas write: the words are those of Unicode's CLDR."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel.core import Locale

from data.text import folded

LANGUAGES = ("de", "en", "fr", "it", "es", "nl", "pl", "cs")
# Fewer letters of a name are no abbreviation that anybody would understand.
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """The months (1 to 12) and weekdays (Monday is 0) that a word can name: `mar.` is March, and a French Tuesday.

    All languages are asked at once: a weekday contradicts its date only where it does so in each of them.
    """

    months: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()


NOTHING = Meaning()


@cache
def meaning_of(word: str) -> Meaning:
    """Look a folded word up: a name, its abbreviation, or its first letters (`thurs`); it may name nothing."""
    return _meaning(word, _names(LANGUAGES))


def weekdays_of(words: Sequence[str]) -> list[tuple[frozenset[int], ...]]:
    """Give the weekdays that folded words can mean, in each language that knows all of them, German first.

    `so` beside `do` is no Polish Saturday.
    """
    found = (tuple(_meaning(word, _names((language,))).weekdays for word in words) for language in LANGUAGES)
    return [weekdays for weekdays in found if all(weekdays)]


def _meaning(word: str, names: Mapping[str, Meaning]) -> Meaning:
    if word in names:
        return names[word]
    if len(word) < _FEWEST_LETTERS:
        return NOTHING
    longer = [meaning for name, meaning in names.items() if name.startswith(word)]
    return Meaning(
        frozenset[int]().union(*(meaning.months for meaning in longer)),
        frozenset[int]().union(*(meaning.weekdays for meaning in longer)),
    )


@cache
def _names(languages: tuple[str, ...]) -> Mapping[str, Meaning]:
    months: dict[str, set[int]] = defaultdict(set)
    weekdays: dict[str, set[int]] = defaultdict(set)
    for language in languages:
        locale = Locale(language)
        for name, month in _forms(locale.months, ("wide", "abbreviated")):
            months[name].add(month)
        for name, weekday in _forms(locale.days, ("wide", "abbreviated", "short")):
            weekdays[name].add(weekday)
    return {
        name: Meaning(frozenset(months.get(name, ())), frozenset(weekdays.get(name, ()))) for name in months | weekdays
    }


def _forms(names: Mapping[str, Mapping[str, Mapping[int, str]]], widths: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Give the names within a date and alone (`24. července`, `červenec`), without the dots of abbreviations."""
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in names[context].get(width, {}).items():
                yield folded(name).rstrip("."), number
