"""The index of a programme's films: made when somebody first searches, kept while the films are the same."""

from collections.abc import Mapping, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from data.programme.facts import FilmDetails
from data.programme.film_index import FilmIndex

# What schedules bring in day by day is indexed beside the rest; as many at once are worth an index of everything.
MOST_BESIDE = 500


class FilmLookup:
    """Handed from programme to programme: most changes leave the films as they are, and where they are.

    Nothing is made while a programme is refreshed, so that publishing costs what it did.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._films: Sequence[FilmDetails] = ()
        self._most, self._beside = FilmIndex(()), FilmIndex(())
        self._positions: list[int] = []
        self._by_slug: Mapping[str, int] = {}
        self._is_public = np.empty(0, dtype=np.bool_)

    def find(self, films: Sequence[FilmDetails], words: Sequence[str]) -> NDArray[np.int64]:
        """Say of each film how it is like the words: see FilmIndex."""
        with self._lock:
            if films is not self._films:
                self._take_in(films)
            most, beside, positions = self._most, self._beside, self._positions
        like = np.concatenate([most.find(words), np.empty(len(films) - len(most.films), dtype=np.int64)])
        like[positions] = beside.find(words)
        return like

    def public(self, film_by_slug: Mapping[str, int], count: int) -> NDArray[np.bool_]:
        """Mark the films that have a page, shape (count,)."""
        with self._lock:
            if film_by_slug is not self._by_slug:
                self._is_public = np.zeros(count, dtype=np.bool_)
                self._is_public[list(film_by_slug.values())] = True
                self._by_slug = film_by_slug
            return self._is_public

    def _take_in(self, films: Sequence[FilmDetails]) -> None:
        known = self._most.films
        changed = [
            position
            for position, film in enumerate(known[: len(films)])
            if films[position] is not film and films[position] != film
        ]
        positions = [*changed, *range(len(known), len(films))]
        if len(positions) > MOST_BESIDE or not known or len(known) > len(films):
            self._most, positions = FilmIndex(films), []
        self._beside = FilmIndex([films[position] for position in positions])
        self._films, self._positions = films, positions
