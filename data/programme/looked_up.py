"""Text as films are looked up by it: words of small Latin letters and digits, umlauts spelled either way."""

import re

from anyascii import anyascii

from data.text import plain_text, umlauts_spelled

_WORD = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> list[str]:
    """Give the words of a text, umlauts as typewriters spell them: `Fallende Blätter` is `fallende`, `blaetter`."""
    return _words(umlauts_spelled(plain_text(text)))


def spellings_of(text: str) -> list[list[str]]:
    """Give the words of a text in each spelling that people type: with `blaetter` and with `blatter`."""
    if text.isascii():
        return [_words(text)]
    plain = plain_text(text)
    spelled, bare = _words(umlauts_spelled(plain)), _words(plain)
    return [spelled] if spelled == bare else [spelled, bare]


def joined_words(text: str) -> list[str]:
    """Give what hyphens and apostrophes hold together in a text, as one word each: `Spider-Man` is `spiderman`."""
    parts = (_words(umlauts_spelled(part)) for part in plain_text(text).split())
    return ["".join(part) for part in parts if len(part) > 1]


def _words(text: str) -> list[str]:
    """Take the words out; of a title that is all signs, such as `$`, the signs."""
    latin = (text if text.isascii() else anyascii(text)).lower()
    return _WORD.findall(latin) or latin.split()
