"""The index of a programme's films: made when somebody first searches, kept while the films are the same."""

from collections.abc import Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from data.programme.facts import FilmDetails
from data.programme.film_index import FilmIndex

# What schedules bring in day by day is indexed beside the rest; as many at once are worth an index of everything.
MOST_BESIDE = 500


class FilmLookup:
    """Shared by the programmes of one assembly, where films keep their positions: most publishes change none of them.

    Nothing is made while a programme is refreshed, so that publishing costs what it did.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._films: Sequence[FilmDetails] = ()
        self._most, self._beside = FilmIndex(()), FilmIndex(())
        self._positions: list[int] = []

    def find(self, films: Sequence[FilmDetails], words: Sequence[str]) -> NDArray[np.int64]:
        """Say of each film how it is like the words: see FilmIndex."""
        with self._lock:
            if films is not self._films:
                self._take_in(films)
            most, beside, positions = self._most, self._beside, self._positions
        like = np.concatenate([most.find(words), np.empty(len(films) - len(most.films), dtype=np.int64)])
        like[positions] = beside.find(words)
        return like

    def _take_in(self, films: Sequence[FilmDetails]) -> None:
        known = self._most.films
        changed = [position for position, film in enumerate(known) if films[position] is not film]
        positions = [*changed, *range(len(known), len(films))]
        if len(positions) > MOST_BESIDE or not known:
            self._most, positions = FilmIndex(films), []
        self._beside = FilmIndex([films[position] for position in positions])
        self._films, self._positions = films, positions
