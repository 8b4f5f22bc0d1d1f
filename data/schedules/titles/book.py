"""All known titles with their films, and the new films that written titles make while a file is read."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data.schedules.titles.key import TitleKey, key_of
from data.text import free_slug, slug_of

# Years of release differ by country.
_SAME_YEAR_WITHIN = 1
_LETTERS_OF_AN_END = 4


@dataclass(frozen=True, slots=True)
class KnownFilm:
    """A film that titles can mean; `is_provisional` marks one that only schedules know."""

    slug: str
    title: str
    year: int | None = None
    is_provisional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class KnownTitle:
    """A title, taken apart, and its film."""

    key: TitleKey
    film: KnownFilm

    @property
    def year(self) -> int | None:
        """Give the year of the film, else the one that its title names."""
        return self.film.year or self.key.year

    def may_be_of(self, year: int | None) -> bool:
        """Say whether the film may be of a year that a title names; where one is not known, it may."""
        return year is None or self.year is None or abs(self.year - year) <= _SAME_YEAR_WITHIN


@dataclass(slots=True)
class TitleBook:
    """Known titles, looked up by spelling, and by their numbers with the letters at either end.

    `new` are the films that this file makes, in the order of its rows; `learned` the titles that it adds to others.
    """

    taken_slugs: set[str] = field(default_factory=set)
    new: list[KnownFilm] = field(default_factory=list)
    learned: list[tuple[str, KnownFilm]] = field(default_factory=list)
    _by_spelling: dict[str, list[KnownTitle]] = field(default_factory=lambda: defaultdict(list))
    _by_spelling_without_article: dict[str, list[KnownTitle]] = field(default_factory=lambda: defaultdict(list))
    _by_end: dict[str, list[KnownTitle]] = field(default_factory=lambda: defaultdict(list))

    def add(self, title: str, film: KnownFilm) -> None:
        """Know one more title of a film."""
        known = KnownTitle(key_of(title), film)
        for spelling in known.key.spellings:
            self._by_spelling[spelling].append(known)
        for spelling in known.key.spellings_without_article:
            self._by_spelling_without_article[spelling].append(known)
        for end in _ends(known.key):
            self._by_end[end].append(known)

    def learn(self, title: str, film: KnownFilm) -> None:
        """Know one more title of a film, and from now on."""
        self.add(title, film)
        self.learned.append((title, film))

    def spelled(self, key: TitleKey) -> list[KnownTitle]:
        """Find the titles that are spelled so, of films that may be of the year."""
        return _under(key.spellings, self._by_spelling, key.year)

    def spelled_without_article(self, key: TitleKey) -> list[KnownTitle]:
        """Find the titles that are spelled so once neither has an article before it."""
        return _under(key.spellings_without_article, self._by_spelling_without_article, key.year)

    def neighbours(self, key: TitleKey) -> list[KnownTitle]:
        """Find the titles with the same numbers that begin or end alike: a slip seldom hits both ends."""
        return _under(_ends(key), self._by_end, key.year)

    def make(self, key: TitleKey) -> KnownFilm:
        """Make a film of a title that nobody knows."""
        # Where no letter is left of a title, a digest stands in.
        digest = hashlib.sha256(key.title.encode("utf-8", "surrogatepass")).hexdigest()
        stem = slug_of(key.title) or f"film-{digest[:8]}"
        with_year = f"{stem}-{key.year}" if key.year else stem
        slug = free_slug(stem if stem not in self.taken_slugs else with_year, self.taken_slugs)
        film = KnownFilm(slug, key.title, key.year, is_provisional=True)
        self.taken_slugs.add(slug)
        self.new.append(film)
        self.add(key.title, film)
        return film


def book_of(titles: Iterable[tuple[str, KnownFilm]], taken_slugs: Iterable[str] = ()) -> TitleBook:
    """Make a book of pairs of title and film."""
    book = TitleBook(set(taken_slugs))
    for title, film in titles:
        book.add(title, film)
    return book


def _ends(key: TitleKey) -> tuple[str, str]:
    """Give a title's numbers with its first letters, and with its last: `2|alie…` and `2|…iens`."""
    numbers = "|".join(key.numbers)
    return (
        f"{numbers}|{key.letters[:_LETTERS_OF_AN_END]}…",
        f"{numbers}|…{key.letters[-_LETTERS_OF_AN_END:]}",
    )


def _under(words: Sequence[str], titles: Mapping[str, list[KnownTitle]], year: int | None) -> list[KnownTitle]:
    """Give the titles under some words, each once, of films that may be of the year."""
    found = [known for word in words for known in titles.get(word, ())]
    return [known for known in dict.fromkeys(found) if known.may_be_of(year)] if found else found
