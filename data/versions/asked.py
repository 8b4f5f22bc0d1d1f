"""A word that somebody asks for becomes what it means at the doors of all countries."""

from dataclasses import dataclass
from functools import lru_cache

from data.versions.countries.register import COUNTRIES
from data.versions.label import label_of
from data.versions.notation import read_notation
from data.versions.version import UNKNOWN

_REMEMBERED = 1024
_CODES = tuple(country.codes[0] for country in COUNTRIES)


@dataclass(frozen=True, slots=True)
class AskedVersion:
    """What a word asks for: versions with these labels, and originals with these subtitles whatever their label."""

    labels: frozenset[str]
    subtitles: frozenset[tuple[str, ...]]


@lru_cache(_REMEMBERED)
def asked_version(word: str) -> AskedVersion | None:
    """Understand a word in any country's notation; null where no country understands all of it.

    `OmenglU` means OmeU in Germany and VOSTA in France; and a Swiss `E/f`, which names what is heard, is an OmfU too.
    """
    notations = [read_notation(word, code) for code in _CODES]
    whole = [one for one in notations if not (one.left or one.formats or one.events or one.age_rating)]
    meanings = {one.version for one in whole} - {UNKNOWN}
    if not meanings:
        return None
    labels = frozenset(label_of(version, code) for version in meanings for code in _CODES) - {""}
    originals = [one for one in meanings if one.is_original and one.audio == UNKNOWN.audio]
    return AskedVersion(labels, frozenset(one.subtitles for one in originals if one.subtitles))
