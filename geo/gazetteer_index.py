"""Keys that begin like a text, or differ from it by a slip of the finger or two: found without looking at all of them.

Slips are counted as optimal string alignment does (Damerau 1964): a letter more, less or other, two in turned order.
Candidates share letter pairs with the text (Ukkonen, "Approximate string-matching with q-grams", 1992): a slip spoils
three pairs at most.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

# Letters and digits only: 'a'–'z' are 0–25, '0'–'9' are 26–35.
_SIGNS = 36
_PAIRS_SPOILED = 3
_MOST_CANDIDATES = 250
_SHORTEST, _LONG, _LONGER = 4, 8, 13
# Half of all addresses end like this: that two do makes them no more alike.
_COMMON_END = "strasse"


class Near(NamedTuple):
    """A key that resembles a text, by its place among the keys; `is_begun` where only its beginning does."""

    key: int
    slips: int
    is_begun: bool


class Keys:
    """Sorted keys of small letters and digits."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Index sorted keys; none is empty."""
        self._keys = keys
        self._lengths = np.array([len(key) for key in keys], dtype=np.int64)
        self._first_of_pair, self._key_of_pair = _postings("".join(keys), self._lengths)

    def beginning_with(self, text: str) -> range:
        """Give the places of all keys that begin with a text; those that are the text come first."""
        return range(bisect_left(self._keys, text), bisect_left(self._keys, f"{text}\x7f"))

    def like(self, text: str) -> list[Near]:
        """Give the keys that are a text but for the fewest slips, or begin with it so; digits bear no slip."""
        most = slips_forgiven(text)
        if not most:
            return []
        found = [near for key in self._candidates(text, most) if (near := self._compare(text, int(key), most))]
        fewest = min((near.slips for near in found), default=0)
        return [near for near in found if near.slips == fewest]

    def _candidates(self, text: str, most: int) -> NDArray[np.intp]:
        pairs = np.unique(_pair_codes(_codes(text)))
        lists = [self._key_of_pair[self._first_of_pair[pair] : self._first_of_pair[pair + 1]] for pair in pairs]
        shared = np.bincount(np.concatenate(lists), minlength=len(self._keys))
        enough = shared >= max(1, pairs.size - _PAIRS_SPOILED * most)
        found = np.flatnonzero(enough & (self._lengths >= len(text) - most))
        if found.size > _MOST_CANDIDATES:
            # Those that share the most, and of these the shortest.
            merit = shared[found] * 64 - np.minimum(self._lengths[found], 63)
            found = found[np.argpartition(-merit, _MOST_CANDIDATES)[:_MOST_CANDIDATES]]
        return found

    def _compare(self, text: str, key: int, most: int) -> Near | None:
        written = self._keys[key]
        # Few slip at the first letter, and a short word has too many that are like it.
        if written[0] != text[0] and written[1::-1] != text[:2] and len(text) < _LONG:
            return None
        whole = OSA.distance(text, written, score_cutoff=most)
        begun = min(OSA.distance(text, written[: len(text) + more], score_cutoff=most) for more in (-1, 0, 1))
        if whole <= most and whole <= begun:
            return Near(key, whole, is_begun=False)
        return Near(key, begun, is_begun=True) if begun <= most and len(text) > _SHORTEST else None


def slips_forgiven(text: str) -> int:
    """Say how many slips a text may have: none where it is short or has digits."""
    own = text.removesuffix(_COMMON_END)
    if not text.isalpha() or len(own) < _SHORTEST:
        return 0
    return 1 + (len(own) >= _LONG) + (len(own) >= _LONGER)


def _codes(text: str) -> NDArray[np.int64]:
    signs = np.frombuffer(text.encode("ascii"), dtype=np.uint8).astype(np.int64)
    return np.where(signs >= ord("a"), signs - ord("a"), signs - ord("0") + 26)


def _pair_codes(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    return codes[:-1] * _SIGNS + codes[1:]


def _postings(joined: str, lengths: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give, for each pair of letters, where its keys begin in the second array, which holds them pair by pair."""
    pairs = _pair_codes(_codes(joined))
    owners = np.repeat(np.arange(lengths.size), lengths)
    # A pair of the last letter of a key and the first of the next belongs to neither.
    is_within = owners[:-1] == owners[1:]
    pairs, owners = pairs[is_within], owners[:-1][is_within]
    order = np.argsort(pairs, kind="stable")
    first = np.searchsorted(pairs[order], np.arange(_SIGNS * _SIGNS + 1))
    return first, owners[order]
