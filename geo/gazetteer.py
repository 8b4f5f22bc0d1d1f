"""The gazetteer: a typed place becomes a point with an accuracy, in memory, for as long as it is still being typed."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.distance import distances_m
from geo.gazetteer_index import Keys
from geo.gazetteer_words import spellings_of, without_station_words, words_of
from geo.place import Place, PlaceKind
from geo.point import Point

# How well a place fits what was typed: less is better. A slip adds one.
_WHOLE, _PART, _POSTCODE_IN_IT, _BEGUN, _PART_BEGUN, _MISSPELLED = 0.0, 1.0, 1.5, 2.0, 3.0, 3.0
_SAID_STATION = 0.5
# A text that says no more than what a place lies in, by a name that nobody sees: `Berlin` for `Berlin-Mitte`.
_AROUND_IT = 10.0
# As much nearer as this counts half as much as being meant the most.
_NEAR_M = 5_000.0
# Where more keys begin like a text, it says too little: the weightiest are looked at.
_MOST_HITS = 200
# Words of a name behind its first by which it is found too, such as "International" for "Kino International".
_SHORTEST_PART = 3


class _Hit(NamedTuple):
    place: int
    misfit: float


class Gazetteer:
    """Places, found by what people type. Never changed once it is made; for use by several threads."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Index the places by names and aliases; a name without a letter or digit is not found."""
        self._places: Sequence[Place] = tuple(places)
        self._weights = np.array([place.weight for place in self._places], dtype=np.float64)
        self._lats = np.array([place.point.lat for place in self._places], dtype=np.float64)
        self._lons = np.array([place.point.lon for place in self._places], dtype=np.float64)
        keys = sorted(_keys_of(self._places))
        self._keys = Keys([key.text for key in keys])
        self._lengths = [len(key.text) for key in keys]
        self._places_of_keys = np.array([key.place for key in keys], dtype=np.int64)
        self._is_part = [key.is_part for key in keys]
        self._around = [key.around for key in keys]
        words_of_context = {context: words_of(context) for context in {place.context for place in self._places}}
        self._context_of = [words_of_context[place.context] for place in self._places]
        self._contexts = set(self._context_of) - {()}

    def __len__(self) -> int:
        """Count the places."""
        return len(self._places)

    def find(self, text: str, limit: int = 10, *, near: Point | None = None) -> list[Place]:
        """Find the places that a text means, the likeliest first; nothing where it means none.

        A text may be unfinished, misspelled, and name what the place lies in; `near` prefers, among places written
        alike, those that are close. Names of stations may have `U`, `S` or `Bahnhof` before them.
        """
        words = words_of(text)
        if not words:
            return []
        best: dict[int, float] = {}
        for hit in self._hits(words):
            best[hit.place] = min(hit.misfit, best.get(hit.place, np.inf))
        if min(best.values(), default=_AROUND_IT) < _AROUND_IT:
            best = {place: misfit for place, misfit in best.items() if misfit < _AROUND_IT}
        return [self._places[place] for place in self._in_order(best, near)[:limit]]

    def knows(self, text: str) -> bool:
        """Say whether a text is the whole name of a place, alone or with what it lies in."""
        words = words_of(text)
        return bool(words) and any(
            hit.misfit <= _WHOLE for part, context in self._readings(words) for hit in self._exact(part, context)
        )

    def _hits(self, words: tuple[str, ...]) -> list[_Hit]:
        readings = self._readings(words)
        for search in (self._exact, self._misspelled):
            hits = [hit for part, context in readings for hit in search(part, context)]
            if hits:
                return hits
        return self._postcodes(words) or self._named_within(words)

    def _readings(self, words: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Give what the words may say: all of them a place, or all but those of what it lies in, at either end."""
        readings: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(words, ())]
        for length in range(1, len(words)):
            head, tail = words[:length], words[length:]
            readings += [(tail, head)] if head in self._contexts else []
            readings += [(head, tail)] if tail in self._contexts else []
        return readings

    def _exact(self, words: tuple[str, ...], context: tuple[str, ...]) -> list[_Hit]:
        """Find what has the words, or begins with them."""
        hits = self._written(words, context)
        typed = without_station_words(words)
        if typed.means_station:
            hits += self._stations(self._written(typed.words, context))
        return hits

    def _written(self, words: tuple[str, ...], context: tuple[str, ...]) -> list[_Hit]:
        text = "".join(words)
        found = self._keys.beginning_with(text)
        keys: NDArray[np.int64] = np.arange(found.start, found.stop)
        if keys.size > _MOST_HITS:
            # Whole names stand first, and stay.
            weights = self._weights[self._places_of_keys[keys]] + (keys < found.start + _MOST_HITS // 10)
            keys = keys[np.argpartition(-weights, _MOST_HITS)[:_MOST_HITS]]
        return self._within(context, [self._hit(int(key), len(text)) for key in keys])

    def _hit(self, key: int, length: int) -> _Hit:
        is_whole = self._lengths[key] == length
        if length <= self._around[key]:
            return _Hit(int(self._places_of_keys[key]), _AROUND_IT)
        if self._is_part[key]:
            return _Hit(int(self._places_of_keys[key]), _PART if is_whole else _PART_BEGUN)
        return _Hit(int(self._places_of_keys[key]), _WHOLE if is_whole else _BEGUN)

    def _misspelled(self, words: tuple[str, ...], context: tuple[str, ...]) -> list[_Hit]:
        typed = without_station_words(words)
        hits = [
            _Hit(int(self._places_of_keys[near.key]), _MISSPELLED + near.slips + 0.5 * near.is_begun)
            for near in self._keys.like("".join(typed.words))
        ]
        return self._within(context, self._stations(hits) if typed.means_station else hits)

    def _stations(self, hits: list[_Hit]) -> list[_Hit]:
        """Prefer stations, where one was named as such."""
        kinds = (self._places[hit.place].kind for hit in hits)
        return [
            hit._replace(misfit=hit.misfit + (0 if kind is PlaceKind.STATION else _SAID_STATION))
            for hit, kind in zip(hits, kinds, strict=True)
        ]

    def _within(self, context: tuple[str, ...], hits: list[_Hit]) -> list[_Hit]:
        return [hit for hit in hits if not context or self._context_of[hit.place] == context]

    def _postcodes(self, words: tuple[str, ...]) -> list[_Hit]:
        """Find the postcodes among the words of an address."""
        written = (self._written((word,), ()) for word in words if word[0].isdigit())
        return [
            _Hit(hit.place, _POSTCODE_IN_IT)
            for hits in written
            for hit in hits
            if hit.misfit == _WHOLE and self._places[hit.place].kind is PlaceKind.POSTCODE
        ]

    def _named_within(self, words: tuple[str, ...]) -> list[_Hit]:
        """Find a place that is named whole, in at least half of what was typed: `Kottbusser Tor Kreuzberg`."""
        half = sum(map(len, words)) / 2
        spans = [words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
        long_enough = sorted((span for span in spans if sum(map(len, span)) >= half), key=len, reverse=True)
        for span in long_enough[:_MOST_HITS]:
            if hits := [hit for hit in self._written(span, ()) if hit.misfit == _WHOLE]:
                return hits
        return []

    def _in_order(self, misfits: dict[int, float], near: Point | None) -> list[int]:
        places = np.fromiter(misfits, dtype=np.int64, count=len(misfits))
        merits = self._weights[places] if places.size else np.zeros(0)
        if near is not None and places.size:
            metres = distances_m(near, self._lats[places], self._lons[places])
            merits = merits + 1 / (1 + metres / _NEAR_M)
        ranked = [
            (misfits[int(place)], -float(merit), self._places[int(place)].name, int(place))
            for place, merit in zip(places, merits, strict=True)
        ]
        return list(map(itemgetter(3), sorted(ranked)))


class _Key(NamedTuple):
    """By what a place is found. `is_part`: it stands in a name behind the first word.

    `around` counts the letters at its beginning that say what the place lies in, where people are not shown this name.
    """

    text: str
    is_part: bool
    place: int
    around: int = 0


def _keys_of(places: Iterable[Place]) -> set[_Key]:
    """Give by what each place is found: its names, and what stands in them behind the first word."""
    keys: set[_Key] = set()
    for number, place in enumerate(places):
        keys.update(_keys_of_name(place.name, number))
        contexts = {"".join(words) for words in spellings_of(place.context)} - {""}
        for name in place.aliases:
            keys.update(key._replace(around=_around(key, contexts)) for key in _keys_of_name(name, number))
    return {key for key in keys if key.text}


def _keys_of_name(name: str, number: int) -> Iterator[_Key]:
    for words in spellings_of(name):
        yield _Key("".join(words), is_part=False, place=number)
        parts = ("".join(words[first:]) for first in range(1, len(words)))
        yield from (_Key(part, is_part=True, place=number) for part in parts if len(part) >= _SHORTEST_PART)


def _around(key: _Key, contexts: Iterable[str]) -> int:
    begun = (len(context) for context in contexts if key.text.startswith(context))
    return max((length for length in begun if key.is_part or length < len(key.text)), default=0)
