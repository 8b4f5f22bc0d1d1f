"""The film behind a written title: one that is surely meant, or a new one with those that are only like it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.schedules.titles.book import KnownFilm, KnownTitle, TitleBook
from data.schedules.titles.close import close_films, films_that_go_on
from data.schedules.titles.key import TitleKey, key_of
from data.schedules.titles.parts import films_in, names_no_film, parts_of, without_bare_year
from data.schedules.titles.slips import alike, misspelled
from data.schedules.titles.spelling import joined, without_article

# Fewer letters may be, or begin, the title of many films.
_TELLING_LETTERS = 10


class Doubt(StrEnum):
    """Why a match should be looked at: its film is a new one, or another may be meant."""

    NEW = "new"
    AMBIGUOUS = "ambiguous"
    CUT = "cut"
    MISSPELLED = "misspelled"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Match:
    """The films that a title means: none for a sneak, two for a double feature; `close` are those it may mean."""

    films: tuple[KnownFilm, ...]
    doubt: Doubt | None = None
    close: tuple[KnownFilm, ...] = ()


def match(book: TitleBook, title: str, bare: str = "") -> Match:
    """Find the films of a title; one that nobody knows becomes a new film.

    `bare` is the title without notation and events: it is what a new film is called.
    """
    found = find(book, title, bare)
    if found:
        return found
    name = bare or title
    key = key_of(name)
    close = close_films(book, key)
    return Match((book.make(key),), Doubt.NEW, close)


def find(book: TitleBook, title: str, bare: str = "") -> Match | None:
    """Find the films that a title surely means: as a whole first, then bare, then in the ways that titles are bent."""
    if names_no_film(title) or names_no_film(bare):
        return Match(())
    for text in dict.fromkeys((title, bare or title)):
        found = _spelled(book, text, key_of(text))
        if found:
            return found
    name = bare or title
    key = key_of(name)
    return next((found for bend in _BENDS if (found := bend(book, name, key))), None)


def _spelled(book: TitleBook, _: str, key: TitleKey) -> Match | None:
    return _newest(book.spelled(key), key.year)


def _with_bare_year(book: TitleBook, title: str, _: TitleKey) -> Match | None:
    """`Nosferatu 1922` is that of 1922, where there is one."""
    parted = without_bare_year(title)
    known = book.spelled(key_of(parted[0])) if parted else []
    return _newest([one for one in known if parted and one.year and one.may_be_of(parted[1])], None)


def _several(book: TitleBook, title: str, _: TitleKey) -> Match | None:
    """`Volver + Parasite` is a double feature where both are known; `&` may also belong to a title."""
    for names in films_in(title):
        found = [_spelled(book, name, key_of(name)) for name in names]
        if all(found):
            films = tuple(film for one in found if one for film in one.films)
            return Match(films, Doubt.SEVERAL if " + " not in title else None)
    return None


def _names_of_one(book: TitleBook, _: str, key: TitleKey) -> Match | None:
    """`Das tiefste Blau – O último azul` is one film under two of its titles."""
    named = [{known.film for known in book.spelled(key_of(part))} for part in parts_of(key.title)]
    films = set.intersection(*named) if named else set()
    return Match((films.pop(),)) if len(films) == 1 else None


def _part_confirmed(book: TitleBook, _: str, key: TitleKey) -> Match | None:
    """`Stanley Kubrick – 2001 (1968)` is the film of that year, whatever stands around it."""
    if key.year is None:
        return None
    parts = [known for part in parts_of(key.title) for known in book.spelled(key_of(part))]
    films = {known.film for known in parts if known.year and known.may_be_of(key.year)}
    return Match((films.pop(),)) if len(films) == 1 else None


def _without_article(book: TitleBook, _: str, key: TitleKey) -> Match | None:
    """`Teufel trägt Prada` goes without its article; but Rose and The Rose are two."""
    words = without_article(key.words)
    if len(words) < 2 or len(joined(words)) < _TELLING_LETTERS:
        return None
    return _newest(book.spelled_without_article(key), key.year)


def _cut(book: TitleBook, title: str, key: TitleKey) -> Match | None:
    """`Father Mother Sister B...` is the only film whose title begins so."""
    films = films_that_go_on(book, title, key)
    return Match((films.pop(),), Doubt.CUT) if len(films) == 1 else None


def _misspelled(book: TitleBook, _: str, key: TitleKey) -> Match | None:
    film = misspelled(key, alike(key, book.neighbours(key)))
    return Match((film,), Doubt.MISSPELLED) if film else None


# The surer ones first.
_BENDS = (_with_bare_year, _several, _names_of_one, _part_confirmed, _without_article, _cut, _misspelled)


def _newest(known: Sequence[KnownTitle], year: int | None) -> Match | None:
    """Of several films of one title, take those of the year that is named, those of the catalogue, and the newest."""
    of_year = [one for one in known if year is not None and one.year is not None]
    films = {one.film for one in of_year or known}
    films = {film for film in films if not film.is_provisional} or films
    if not films:
        return None
    newest = max(films, key=lambda film: (film.year or 0, film.slug))
    return Match((newest,), Doubt.AMBIGUOUS if len(films) > 1 else None)
