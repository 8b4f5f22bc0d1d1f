"""Names of places reduced to what is compared: small Latin letters and digits, abbreviations written out."""

import re
import unicodedata
from typing import NamedTuple

from anyascii import anyascii

LONGEST = 120
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WRITTEN_OUT = {
    "hbf": "hauptbahnhof",
    "bhf": "bahnhof",
    "bf": "bahnhof",
    "pl": "platz",
    "st": "sankt",
    "str": "strasse",
}
_STATION = re.compile(r"[su]\d{0,2}|su|us|[su]?bahn|[su]?bahnhof|station|metro|haltestelle|tram")
_HOUSE_NUMBER = re.compile(r"(?<![\w.])\d{1,4} ?[a-zA-Z]?(?: ?[-–/] ?\d{1,4} ?[a-zA-Z]?)?(?![\w.])")
# Letters, digits, and what stands between them; not pictures, whose names would be words, and no signs nobody sees.
_TEXT = ("L", "M", "N", "P", "Z")


class Typed(NamedTuple):
    """A text without the words that say that a station is meant, and whether it had some."""

    words: tuple[str, ...]
    means_station: bool


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a name or of what a person typed; none where it is longer than any name."""
    return _words(text, spells_umlauts=True)


def spellings_of(name: str) -> list[tuple[str, ...]]:
    """Give the words of a name as people write them: with `ue` for an umlaut, and with `u`."""
    return list(dict.fromkeys([_words(name, spells_umlauts=True), _words(name, spells_umlauts=False)]))


def without_station_words(words: tuple[str, ...]) -> Typed:
    """Take `U`, `S-Bahnhof` and their kin off both ends, unless nothing else is there."""
    first, after = 0, len(words)
    while first < after and _STATION.fullmatch(words[first]):
        first += 1
    while after > first and _STATION.fullmatch(words[after - 1]):
        after -= 1
    kept = words[first:after]
    return Typed(kept, len(kept) < len(words)) if kept else Typed(words, means_station=False)


def house_numbers_of(text: str) -> list[str]:
    """Give what could be house numbers beside words, such as `25` or `12 a-c`; postcodes have more digits, mostly."""
    return _HOUSE_NUMBER.findall(text) if any(len(word) > 2 and word.isalpha() for word in words_of(text)) else []


def without_house_numbers(text: str) -> str:
    """Take out what could be house numbers."""
    return " ".join(_HOUSE_NUMBER.sub(" ", text).split())


def _words(text: str, *, spells_umlauts: bool) -> tuple[str, ...]:
    if len(text) > LONGEST:
        return ()
    composed = unicodedata.normalize("NFC", text).casefold()
    kept = "".join(c if unicodedata.category(c)[0] in _TEXT else " " for c in composed)
    if spells_umlauts:
        kept = kept.translate(_GERMAN)
    else:
        kept = "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))
    words = re.findall(r"[a-z]+|\d+[a-z]*", anyascii(kept).casefold().replace("'", ""))
    return tuple(_written_out(word, is_alone=len(words) == 1) for word in words)


def _written_out(word: str, *, is_alone: bool) -> str:
    if word in _WRITTEN_OUT and not is_alone:
        return _WRITTEN_OUT[word]
    return f"{word}asse" if word.endswith("str") and len(word) > 3 else word
