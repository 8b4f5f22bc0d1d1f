"""The film behind a written title: one that is surely meant, or a new one with those that are only like it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from data.schedules.titles.book import KnownFilm, KnownTitle, TitleBook
from data.schedules.titles.close import close_films
from data.schedules.titles.key import LONGEST, TitleKey, key_of
from data.schedules.titles.parts import films_in, is_cut, is_marked_cut, names_no_film, without_bare_year
from data.schedules.titles.slips import misspelled
from data.schedules.titles.written import Written
from data.versions.notation import NOTHING_SAID, Notation
from data.versions.written_title import WrittenTitle, read_title

# Fewer letters than these, or less of a title than this share, may belong to many films.
_TELLING_LETTERS, _TELLING_SHARE = 10, 0.5


class Doubt(StrEnum):
    """Why a match should be looked at: its film is a new one, or another may be meant."""

    NEW = "new"
    AMBIGUOUS = "ambiguous"
    CUT = "cut"
    WHOLE = "whole"
    MISSPELLED = "misspelled"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Match:
    """The films that a title means: none for a sneak, two for a double feature; `close` are those it may mean.

    `beside` is the notation that stands beside the title; nothing stands beside one that is known as a whole.
    """

    films: tuple[KnownFilm, ...]
    doubt: Doubt | None = None
    close: tuple[KnownFilm, ...] = ()
    beside: Notation = NOTHING_SAID


def match(book: TitleBook, title: str, read: Callable[[str], WrittenTitle] = read_title) -> Match:
    """Find the films of a title; one that nobody knows becomes a new film. `read` takes off what stands beside it."""
    whole = _whole(book, title)
    if whole:
        return whole
    if len(title) > LONGEST:
        return Match((book.make(key_of(title)),), Doubt.NEW)
    apart = read(title)
    written = Written(book, apart.title)
    # What else may be meant is looked for before the new film is among what is known.
    found = _alone(written, title) or _bent(written) or _new(written, close_films(written))
    if found.doubt is Doubt.WHOLE:
        book.learn(written.title, found.films[0])
    return found if apart.notation is NOTHING_SAID else replace(found, beside=apart.notation)


def find(book: TitleBook, title: str, read: Callable[[str], WrittenTitle] = read_title) -> Match | None:
    """Find the films that a title surely means; null where it would become a new film."""
    whole = _whole(book, title)
    if whole or len(title) > LONGEST:
        return whole
    written = Written(book, read(title).title)
    return _alone(written, title) or _bent(written)


def _new(written: Written, close: tuple[KnownFilm, ...]) -> Match:
    return Match((written.book.make(written.key),), Doubt.NEW, close)


def _whole(book: TitleBook, title: str) -> Match | None:
    return Match(()) if len(title) <= LONGEST and names_no_film(title) else _spelled(book, title)


def _alone(written: Written, title: str) -> Match | None:
    """Look for a title without its notation and events, where there were any."""
    return None if written.title == title else _whole(written.book, written.title)


def _bent(written: Written) -> Match | None:
    """Look for a title in the ways in which titles are bent."""
    return next((found for way in _WAYS if (found := way(written))), None)


def _spelled(book: TitleBook, title: str) -> Match | None:
    key = key_of(title)
    return _newest(book.spelled(key), key.year)


def _with_bare_year(written: Written) -> Match | None:
    """`Nosferatu 1922` is that of 1922, where there is one."""
    parted = without_bare_year(written.title)
    known = written.book.spelled(key_of(parted[0])) if parted else []
    return _newest([one for one in known if parted and one.year and one.may_be_of(parted[1])], None)


def _several(written: Written) -> Match | None:
    """`Volver + Parasite` is a double feature where both are known; `&` may also belong to a title."""
    for names in films_in(written.title):
        found = [_spelled(written.book, name) for name in names]
        if all(found):
            films = tuple(film for one in found if one for film in one.films)
            return Match(films, Doubt.SEVERAL if " + " not in written.title else None)
    return None


def _names_of_one(written: Written) -> Match | None:
    """`Das tiefste Blau – O último azul` is one film under two of its titles."""
    parts = written.parts
    named = [{known.film for known in written.book.spelled(key_of(part))} for part in parts]
    films = set.intersection(*named) if named else set()
    return Match((films.pop(),)) if len(films) == 1 else None


def _part_confirmed(written: Written) -> Match | None:
    """`Stanley Kubrick – 2001 (1968)` is the film of that year, whatever stands around it."""
    year = written.key.year
    parts = written.parts if year else []
    known = [one for part in parts for one in written.book.spelled(key_of(part))]
    films = {one.film for one in known if one.year and one.may_be_of(year)}
    return Match((films.pop(),)) if len(films) == 1 else None


def _without_article(written: Written) -> Match | None:
    """`Teufel trägt Prada` goes without its article; but Rose and The Rose are two."""
    key = written.key
    if len(key.words) < 2 or len(key.letters) < _TELLING_LETTERS:
        return None
    return _newest(written.book.spelled_without_article(key), key.year)


def _cut(written: Written) -> Match | None:
    """`Father Mother Sister B...` is the only film whose title begins so."""
    if not is_cut(written.title):
        return None
    films = {known.film for known in written.neighbours if _begins(written.key, known.key)}
    return Match((films.pop(),), Doubt.CUT) if len(films) == 1 else None


def _begins(short: TitleKey, long: TitleKey) -> bool:
    """Say whether a title begins with another, enough of it to be told apart, and adds nothing decisive."""
    is_enough = len(short.letters) >= max(_TELLING_LETTERS, _TELLING_SHARE * len(long.letters))
    return is_enough and long.letters.startswith(short.letters) and short.qualifiers == long.qualifiers


def _was_cut(written: Written) -> Match | None:
    """`Father Mother Sister Brother` is the film that so far only `Father Mother Sister B...` speaks of."""
    known = [one for one in written.neighbours if one.film.is_provisional]
    films = {one.film for one in known if _is_cut_within_word(one.key, written.key)}
    films -= {one.film for one in known if not is_marked_cut(one.key.title)}
    return Match((films.pop(),), Doubt.WHOLE) if len(films) == 1 else None


def _is_cut_within_word(short: TitleKey, long: TitleKey) -> bool:
    """Say whether a title was surely cut off from another: one that ends with a word may be whole."""
    last = len(short.words) - 1
    is_within = len(long.words) > last and short.words[:last] == long.words[:last]
    return is_marked_cut(short.title) and is_within and short.words[last] != long.words[last] and _begins(short, long)


def _misspelled(written: Written) -> Match | None:
    film = misspelled(written.key, written.alike)
    return Match((film,), Doubt.MISSPELLED) if film else None


# The surer ones first.
_WAYS = (
    _with_bare_year,
    _several,
    _names_of_one,
    _part_confirmed,
    _without_article,
    _cut,
    _was_cut,
    _misspelled,
)


def _newest(known: Sequence[KnownTitle], year: int | None) -> Match | None:
    """Of several films of one title, take those of the year that is named, those of the catalogue, and the newest."""
    if len(known) == 1:
        return Match((known[0].film,))
    of_year = [one for one in known if year is not None and one.year is not None]
    films = {one.film for one in of_year or known}
    films = {film for film in films if not film.is_provisional} or films
    if not films:
        return None
    newest = max(films, key=lambda film: (film.year or 0, film.slug))
    return Match((newest,), Doubt.AMBIGUOUS if len(films) > 1 else None)
