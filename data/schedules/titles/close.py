"""Known films that an unknown title resembles: what a person may have meant, never what is taken for it."""

from collections.abc import Iterator

from data.schedules.titles.book import KnownFilm
from data.schedules.titles.key import key_of
from data.schedules.titles.parts import parts_of
from data.schedules.titles.written import Written

_MOST = 2


def close_films(written: Written) -> tuple[KnownFilm, ...]:
    """Give up to two films: of a part of this title, of a longer or shorter one, or of one that is spelled alike."""
    return tuple(dict.fromkeys(_resembling(written)))[:_MOST]


def _resembling(written: Written) -> Iterator[KnownFilm]:
    book, key = written.book, written.key
    for part in parts_of(key.title):
        yield from (known.film for known in book.spelled(key_of(part)) if known.key.numbers == key.numbers)
    yield from (known.film for known in book.spelled_without_article(key))
    for known in written.neighbours:
        both = zip(key.words, known.key.words, strict=False)
        if all(ours == theirs for ours, theirs in both):
            yield known.film
    yield from (known.film for known, _ in written.alike)
