"""Portions become numbered columns: what repeats, from bills to auditoriums, is kept once."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from data.programme.stored.distinct import Distinct
from data.programme.stored.portion import UNKNOWN, Portion, Shown
from data.versions.version import Version

NO_FILM = -1
_LANGUAGE_BITS = 24
_tags = msgspec.json.Decoder(tuple[str, ...] | None).decode


class StoredBill(NamedTuple):
    """What is shown: films in order; the cinema's title where there is none, as for a sneak preview."""

    film_ids: tuple[int, ...]
    title: str | None


class Columns(NamedTuple):
    """Numbered columns of shape (n,); `bill` is NO_FILM where nothing but a title is known, `link_size` in bytes."""

    id: NDArray[np.int64]
    cinema_id: NDArray[np.int64]
    minute: NDArray[np.int32]
    evening: NDArray[np.int32]
    bill: NDArray[np.int32]
    version: NDArray[np.int32]
    format_set: NDArray[np.int32]
    auditorium: NDArray[np.int32]
    status: NDArray[np.int32]
    link_size: NDArray[np.int32]


_KINDS = (np.int64, np.int64, *[np.int32] * 8)


class Gathering:
    """Columns so far, the links one after the other, and what their numbers mean."""

    def __init__(self) -> None:
        self.links = bytearray()
        self.bills: Distinct[int | tuple[int, ...] | str, StoredBill] = Distinct(_bill)
        self.versions: Distinct[int, Version] = Distinct(self._version)
        self.format_sets: Distinct[str, tuple[str, ...]] = Distinct(lambda text: _tags(text) or ())
        self.auditoriums: Distinct[str | None, str | None] = Distinct(lambda name: name)
        self.statuses: Distinct[str, str] = Distinct(lambda word: word)
        self._languages: Distinct[str, tuple[str, ...] | None] = Distinct(_tags)
        self._columns = [Columns._make(np.empty(0, kind) for kind in _KINDS)]

    def add(self, portion: Portion) -> None:
        """Number a portion."""
        self._columns.append(
            Columns(
                id=portion.id,
                cinema_id=portion.cinema_id,
                minute=portion.minute,
                evening=portion.evening,
                bill=self._bills_of(portion.id, portion.shown),
                version=self.versions.of(self._version_keys(portion).tolist()),
                format_set=self.format_sets.of(portion.formats),
                auditorium=self.auditoriums.of(portion.auditorium),
                status=self.statuses.of(portion.status),
                link_size=self._add_links(portion.link),
            )
        )

    def columns(self) -> Columns:
        """Join the columns of all portions."""
        return Columns(*(np.concatenate(parts) for parts in zip(*self._columns, strict=True)))

    def _version_keys(self, portion: Portion) -> NDArray[np.int64]:
        """Pack all that makes a version into one number: two of languages, and three flags of two bits."""
        key = self._languages.of(portion.audio).astype(np.int64)
        key = key << _LANGUAGE_BITS | self._languages.of(portion.subtitles)
        for flag in (portion.is_original, portion.captions, portion.audio_description):
            key = key << 2 | flag
        return key

    def _version(self, key: int) -> Version:
        languages = self._languages.known
        subtitles = languages[key >> 6 & (1 << _LANGUAGE_BITS) - 1]
        is_original = None if key >> 4 & 3 == UNKNOWN else bool(key >> 4 & 3)
        audio = languages[key >> _LANGUAGE_BITS + 6] or ()
        return Version(audio, is_original, subtitles, bool(key >> 2 & 3), bool(key & 3))

    def _bills_of(self, ids: NDArray[np.int64], shown: Shown) -> NDArray[np.int32]:
        first, last = (np.searchsorted(shown.screening_id, ids, side) for side in ("left", "right"))
        bill = np.full(ids.size, NO_FILM, dtype=np.int32)
        is_single = last - first == 1
        bill[is_single] = self.bills.of(shown.film_id[first[is_single]].tolist())
        for row in np.flatnonzero(last - first > 1).tolist():
            bill[row] = self.bills[tuple(shown.film_id[first[row] : last[row]].tolist())]
        return bill

    def _add_links(self, links: Sequence[str]) -> NDArray[np.int32]:
        text = "".join(links)
        self.links += text.encode()
        sizes = map(len, links if text.isascii() else map(str.encode, links))
        return np.fromiter(sizes, np.int32, len(links))


def _bill(key: int | tuple[int, ...] | str) -> StoredBill:
    """Read a key of bills: a film, several, or a title."""
    if isinstance(key, str):
        return StoredBill((), key)
    return StoredBill(key if isinstance(key, tuple) else (key,), None)
