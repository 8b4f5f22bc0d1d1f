"""Known films that an unknown title resembles: what a person may have meant, never what is taken for it."""

from collections.abc import Iterator

from data.schedules.titles.book import KnownFilm, TitleBook
from data.schedules.titles.key import TitleKey, key_of
from data.schedules.titles.parts import is_cut, parts_of
from data.schedules.titles.slips import alike
from data.schedules.titles.spelling import joined, without_article

_MOST = 2
# Fewer letters begin too many titles, and so does less than half of one.
_FEWEST_LETTERS, _SHARE = 10, 0.5


def close_films(book: TitleBook, key: TitleKey) -> tuple[KnownFilm, ...]:
    """Give up to two films: of a part of this title, of a longer or shorter one, or of one that is spelled alike."""
    return tuple(dict.fromkeys(_resembling(book, key)))[:_MOST]


def films_that_go_on(book: TitleBook, title: str, key: TitleKey) -> set[KnownFilm]:
    """Find the films whose titles go on where this one was cut off, or were cut off where this one goes on."""
    return {
        known.film
        for known in book.neighbours(key)
        if (is_cut(title) and _begins(key, known.key)) or (is_cut(known.key.title) and _begins(known.key, key))
    }


def _begins(short: TitleKey, long: TitleKey) -> bool:
    """Say whether a title begins with another, enough of it to be told apart, and adds nothing decisive."""
    beginning, whole = joined(without_article(short.words)), joined(without_article(long.words))
    is_enough = len(beginning) >= max(_FEWEST_LETTERS, _SHARE * len(whole))
    return is_enough and whole.startswith(beginning) and short.qualifiers == long.qualifiers


def _resembling(book: TitleBook, key: TitleKey) -> Iterator[KnownFilm]:
    for part in parts_of(key.title):
        yield from (known.film for known in book.spelled(key_of(part)) if known.key.numbers == key.numbers)
    yield from (known.film for known in book.spelled_without_article(key))
    neighbours = book.neighbours(key)
    ours = without_article(key.words)
    for known in neighbours:
        theirs = without_article(known.key.words)
        shorter = min(len(ours), len(theirs))
        if ours[:shorter] == theirs[:shorter]:
            yield known.film
    yield from (known.film for known, _ in alike(key, neighbours))
