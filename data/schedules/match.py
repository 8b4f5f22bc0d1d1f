"""The film behind a written title: equal to a known title without case, white space and accents, else a new film."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from data.text import folded, free_slug, slug_of

# What a cinema writes where it does not say what it shows.
NO_FILM = frozenset({"sneak", "sneak preview", "tba", "t.b.a.", "tbd", "uberraschungsfilm"})


@dataclass(frozen=True, slots=True)
class KnownFilm:
    """A film that titles can mean; `is_new` marks one that this very file makes."""

    slug: str
    title: str
    year: int | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """The films that a title means: none for a sneak, two for a double feature. `is_ambiguous`: several have it."""

    films: tuple[KnownFilm, ...]
    is_ambiguous: bool = False


@dataclass(slots=True)
class TitleBook:
    """All known titles, and the new films that written titles made while a file is read."""

    by_title: Mapping[str, tuple[KnownFilm, ...]]
    taken_slugs: set[str]
    new: dict[str, KnownFilm] = field(default_factory=dict)

    def match(self, title: str) -> Match:
        """Find the films of a written title; one that nobody knows becomes a new film."""
        key = folded(title)
        if key in NO_FILM:
            return Match(())
        found = self._known(key)
        if found is not None:
            return found
        parts = [self._known(part) for part in key.split(" + ")]
        if len(parts) > 1 and all(parts):
            return Match(tuple(film for part in parts if part for film in part.films))
        return Match((self._make(key, title),))

    def close_titles(self, title: str) -> list[str]:
        """Give up to two known titles that are spelled much like this one: it may be a typing error."""
        close = get_close_matches(folded(title), self.by_title, n=2, cutoff=0.8)
        return list(dict.fromkeys(self.by_title[key][0].title for key in close))

    def _known(self, key: str) -> Match | None:
        films = self.by_title.get(key, ())
        if films:
            newest = max(films, key=lambda film: (film.year or 0, film.slug))
            return Match((newest,), is_ambiguous=len(films) > 1)
        return Match((self.new[key],)) if key in self.new else None

    def _make(self, key: str, title: str) -> KnownFilm:
        # Where no letter is left of a title, a digest stands in.
        stem = slug_of(title) or "film-" + hashlib.sha256(title.encode()).hexdigest()[:8]
        slug = free_slug(stem, self.taken_slugs)
        self.taken_slugs.add(slug)
        self.new[key] = KnownFilm(slug, title, is_new=True)
        return self.new[key]


def titles_by_key(titles: Iterable[tuple[str, KnownFilm]]) -> dict[str, tuple[KnownFilm, ...]]:
    """Sort pairs of folded title and film into a book; the same film under one title twice counts once."""
    book: dict[str, tuple[KnownFilm, ...]] = {}
    for key, film in titles:
        if film not in book.get(key, ()):
            book[key] = (*book.get(key, ()), film)
    return book
