"""Which film of the database a document speaks of: by slug, by title and year, or one that only schedules know."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.catalogue.film_document import FilmDocument
from data.catalogue.film_parts import FilmParts
from data.tables.film import Film
from data.text import folded


@dataclass(slots=True)
class KnownFilms:
    """The films of the database, read once: by slug; the real ones by original title, the provisional by any."""

    by_slug: dict[str, Film] = field(default_factory=dict)
    by_title: dict[str, list[Film]] = field(default_factory=lambda: defaultdict(list))
    provisional: dict[str, list[Film]] = field(default_factory=lambda: defaultdict(list))
    by_old_slug: Mapping[str, str] = field(default_factory=dict)
    by_alias: dict[str, list[Film]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, films: Iterable[Film], parts: Mapping[int | None, FilmParts], moved: Mapping[str, str]) -> "KnownFilms":
        """Arrange films for looking up, the oldest first; `moved` are the slugs of those that were merged."""
        known = cls(by_old_slug=moved)
        merged_into = set(moved.values())
        for film in sorted(films, key=lambda film: film.id or 0):
            if not film.is_provisional:
                known.add(film)
                for own in parts[film.id].titles if film.slug in merged_into and film.id in parts else ():
                    known.by_alias[folded(own.title)].append(film)
                continue
            known.by_slug[film.slug] = film
            learned = parts[film.id].titles if film.id in parts else frozenset()
            for title in {folded(film.original_title), *(folded(title.title) for title in learned)}:
                known.provisional[title].append(film)
        return known

    def add(self, film: Film) -> None:
        """Know one more that is not provisional, or no longer."""
        self.by_slug[film.slug] = film
        self.by_title[folded(film.original_title)].append(film)

    def find(self, document: FilmDocument) -> Film | None:
        """Find the film of a document: its slug decides; without one, title and year; else a provisional namesake."""
        if document.slug and document.slug in self.by_slug:
            return self.by_slug[document.slug]
        namesake = None if document.slug else self._of_title_and_year(document)
        return namesake or next(iter(self.provisional_namesakes(document)), None)

    def merged_into(self, document: FilmDocument) -> Film | None:
        """Find the film that a merged one has become: by its slug; without one, by a title that it had and its year."""
        if document.slug:
            kept = self.by_old_slug.get(document.slug)
            return self.by_slug[kept] if kept else None
        films = self.by_alias.get(folded(document.original_title), [])
        return next((film for film in films if _may_be_of(film, document.year)), None)

    def provisional_namesakes(self, document: FilmDocument) -> list[Film]:
        """Give the films that only schedules know, under one of the document's titles; the oldest first.

        One whose year a schedule named (`Nosferatu (1922)`) is none of another year; a year of release may follow.
        """
        titles = {folded(title) for title in document.all_titles()}
        namesakes = {film.slug: film for title in titles for film in self.provisional.get(title, [])}
        still = (film for film in namesakes.values() if film.is_provisional and _may_be_of(film, document.year))
        return sorted(still, key=lambda film: film.id or 0)

    def _of_title_and_year(self, document: FilmDocument) -> Film | None:
        namesakes = self.by_title.get(folded(document.original_title), [])
        same = [film for film in namesakes if film.year == document.year]
        perhaps = [film for film in namesakes if film.year is None or document.year is None]
        if same:
            return same[0]
        # A year that is not known could be any; but only where there is no choice.
        return perhaps[0] if len(perhaps) == 1 else None


def _may_be_of(film: Film, year: int | None) -> bool:
    return film.year is None or year is None or abs(film.year - year) <= 1
