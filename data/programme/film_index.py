"""Films by the words of their titles and of who made them: whole words, beginnings of words, slips of the pen."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.programme.facts import FilmDetails
from data.programme.looked_up import joined_words, spellings_of

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

# In a short word one letter makes another word; a long one may have two slips.
_SHORTEST, _LONG = 4, 8
# No word sorts behind what begins like it and goes on with this.
_BEHIND = "\x7f"
_LETTERS = {letter: 1 << place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}


class Likeness(IntEnum):
    """How a film is like what was typed, the best first."""

    TITLE = 0
    BEGINNING = 1
    WORDS = 2
    BEGINNINGS = 3
    DIRECTOR = 4
    CAST = 5
    # One word of the title, another of a name; or the year alone.
    MIXED = 6
    MISSPELLED_TITLE = 7
    MISSPELLED_NAME = 8
    NOT = 9


class _Line(NamedTuple):
    """A title, or the names in a role: of which film, what it is (a Likeness), and its words."""

    film: int
    kind: Likeness
    words: Sequence[str]


class FilmIndex:
    """Knows films by their positions in a list; what it says of them stays true for as long as they are the same."""

    def __init__(self, films: Sequence[FilmDetails]) -> None:
        self.films = films
        lines = [line for film, details in enumerate(films) for line in _lines_of(film, details)]
        self._film = np.array([line.film for line in lines], dtype=np.int64)
        kinds = np.array([line.kind for line in lines], dtype=np.int64)
        self._kinds = {kind: kinds == kind for kind in (Likeness.TITLE, Likeness.DIRECTOR, Likeness.CAST)}
        self._year = np.array([details.year or 0 for details in films], dtype=np.int64)
        keyed = sorted((" ".join(line.words), line.film) for line in lines if line.kind == Likeness.TITLE)
        self._titles, self._title_films = [key for key, _ in keyed], np.array([film for _, film in keyed], np.int64)
        self._words = _Words(lines)

    def find(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Say of each film how it is like the words, all of them, in any order: a Likeness, shape (n,)."""
        like = np.full(len(self.films), Likeness.NOT, dtype=np.int64)
        if not words or not self._film.size:
            return like
        self._by_words(like, words)
        if like.min() > Likeness.MIXED:
            self._by_slips(like, words)
        key = " ".join(words)
        begin, end = bisect_left(self._titles, key), bisect_left(self._titles, key + _BEHIND)
        like[self._title_films[begin:end]] = Likeness.BEGINNING
        like[self._title_films[begin : bisect_right(self._titles, key)]] = Likeness.TITLE
        return like

    def _by_words(self, like: Ints, words: Sequence[str]) -> None:
        whole = [self._lines(self._words.same(word)) for word in words]
        begun = [self._lines(self._words.begun(word)) for word in words]
        years = [self._year == (int(word) if len(word) == 4 and word.isdecimal() else -1) for word in words]
        # The worst first: what is better overwrites it.
        anywhere = [self._films(mask) | of_year for mask, of_year in zip(begun, years, strict=True)]
        like[np.logical_and.reduce(anywhere)] = Likeness.MIXED
        in_one_line = self._all(begun, years)
        for kind, likeness in (
            (Likeness.CAST, Likeness.CAST),
            (Likeness.DIRECTOR, Likeness.DIRECTOR),
            (Likeness.TITLE, Likeness.BEGINNINGS),
        ):
            like[self._film[in_one_line & self._kinds[kind]]] = likeness
        like[self._film[self._all(whole, years) & self._kinds[Likeness.TITLE]]] = Likeness.WORDS

    def _by_slips(self, like: Ints, words: Sequence[str]) -> None:
        near = [self._lines(self._words.misspelled(word)) for word in words]
        years = [np.zeros(len(self.films), dtype=np.bool_)] * len(words)
        # Two words that are one in the title: `star wars`, `starwars`.
        fits = self._all(near, years) | self._lines(self._words.misspelled("".join(words)))
        is_title = self._kinds[Likeness.TITLE]
        for mask, likeness in ((~is_title, Likeness.MISSPELLED_NAME), (is_title, Likeness.MISSPELLED_TITLE)):
            like[self._film[fits & mask]] = likeness

    def _all(self, masks: Sequence[Mask], years: Sequence[Mask]) -> Mask:
        """Mark the lines that hold each word, but for the years; these alone are no title and no name."""
        fits: Mask = np.logical_or.reduce(masks)
        for mask, of_year in zip(masks, years, strict=True):
            fits = fits & (mask | of_year[self._film] if of_year.any() else mask)
        return fits

    def _lines(self, lines: Ints) -> Mask:
        mask = np.zeros(self._film.size, dtype=np.bool_)
        mask[lines] = True
        return mask

    def _films(self, lines: Mask) -> Mask:
        mask = np.zeros(len(self.films), dtype=np.bool_)
        mask[self._film[lines]] = True
        return mask


class _Words:
    """The distinct words in alphabetical order, each with its lines, one word's after the other's."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            for word in set(line.words):
                places[word].append(number)
            if line.kind == Likeness.TITLE and len(line.words) > 1:
                places["".join(line.words)].append(number)
        self._known = sorted(places)
        self._lines = np.fromiter(chain.from_iterable(places[word] for word in self._known), dtype=np.int64)
        self._begins = np.cumsum([0, *(len(places[word]) for word in self._known)])
        self._letters = np.array([letters_of(word) for word in self._known], dtype=np.uint64)
        self._sizes = np.array([len(word) for word in self._known], dtype=np.int64)

    def same(self, word: str) -> Ints:
        """Give the lines that hold a word."""
        at = bisect_left(self._known, word)
        return self._of(at, at + (self._known[at : at + 1] == [word]))

    def begun(self, word: str) -> Ints:
        """Give the lines that hold a word that begins so."""
        return self._of(bisect_left(self._known, word), bisect_left(self._known, word + _BEHIND))

    def misspelled(self, word: str) -> Ints:
        """Give the lines that hold a word which begins so, or differs by one slip (a long one: by two).

        A slip takes one letter and puts one: words whose letters differ in more than two for each are no candidates,
        which leaves some hundred of fifty thousand to compare.
        """
        slips = (len(word) >= _SHORTEST) + (len(word) >= _LONG)
        if not slips:
            return self.begun(word)
        is_near = np.abs(self._sizes - len(word)) <= slips
        is_near &= np.bitwise_count(self._letters ^ np.uint64(letters_of(word))) <= 2 * slips
        candidates = np.flatnonzero(is_near).tolist()
        near = process.extract(
            word, [self._known[at] for at in candidates], scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        found = [self._of(candidates[place], candidates[place] + 1) for _, _, place in near]
        return np.concatenate([self.begun(word), *found])

    def _of(self, begin: int, end: int) -> Ints:
        return self._lines[self._begins[begin] : self._begins[end]]


def letters_of(word: str) -> int:
    """Give a bit for each letter and digit that a word has."""
    bits = 0
    for letter in set(word):
        bits |= _LETTERS.get(letter, 0)
    return bits


def _lines_of(film: int, details: FilmDetails) -> Iterable[_Line]:
    titles = dict.fromkeys((details.title, details.original_title, *details.titles.values()))
    for title in titles:
        spellings = spellings_of(title)
        for words in spellings:
            yield _Line(film, Likeness.TITLE, words)
        if len(spellings[0]) > len(title.split()):
            yield _Line(film, Likeness.TITLE, [*spellings[0], *joined_words(title)])
    for role, kind in (("director", Likeness.DIRECTOR), ("cast", Likeness.CAST)):
        if names := details.credits.get(role):
            yield _Line(film, kind, [word for name in names for words in spellings_of(name) for word in words])
