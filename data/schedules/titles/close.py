"""Known films that an unknown title resembles: what a person may have meant, never what is taken for it."""

from collections.abc import Iterator
from dataclasses import replace

from data.schedules.titles.book import KnownFilm, KnownTitle
from data.schedules.titles.key import TitleKey, key_of
from data.schedules.titles.written import Written

_MOST = 2
# A shorter title begins too many others.
_FEWEST_LETTERS = 8


def close_films(written: Written) -> tuple[KnownFilm, ...]:
    """Give up to two films: of a part of this title, of a longer or shorter one, or of one that is spelled alike.

    Each is called by the title that resembles it: `Parasite`, not `기생충`.
    """
    films: dict[str, KnownFilm] = {}
    for known in _resembling(written):
        films.setdefault(known.film.slug, replace(known.film, title=known.key.title))
    return tuple(films.values())[:_MOST]


def _resembling(written: Written) -> Iterator[KnownTitle]:
    book, key = written.book, written.key
    for part in written.parts:
        yield from (known for known in book.spelled_without_article(key_of(part)) if known.key.numbers == key.numbers)
    yield from book.spelled_without_article(key)
    yield from (known for known in written.neighbours if _begin_alike(key, known.key))
    yield from (known for known, _ in written.alike)


def _begin_alike(one: TitleKey, other: TitleKey) -> bool:
    """Say whether the longer of two titles begins with the words of the shorter."""
    is_same = all(ours == theirs for ours, theirs in zip(one.words, other.words, strict=False))
    return is_same and min(len(one.letters), len(other.letters)) >= _FEWEST_LETTERS
