"""Text as the words that notations are made of: small, without case and accents, and each with its place."""

import re
import unicodedata
from typing import NamedTuple

from data.text import folded

# Scripts that put no space between words: here a sign is a word.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA")


class Word(NamedTuple):
    """A run of letters or of digits, or a single sign, from `start` to before `end` of the text."""

    key: str
    start: int
    end: int


# What `_kind` says of plain letters, in one go: most texts have no others.
_PLAIN = re.compile(r"[A-Za-z]+|[0-9]+|[?$\x00-\x08\x0e-\x1b\x7f]")
# The same over the kinds of characters.
_RUNS = re.compile("l+|d+|s")


def words_of(text: str) -> list[Word]:
    """Take a text apart. Letters and digits are different words: `35mm` is two, as `35 mm` is; punctuation is none."""
    if text.isascii():
        return [Word(word[0], word.start(), word.end()) for word in _PLAIN.finditer(text.lower())]
    spans = [word.span() for word in _RUNS.finditer(text.translate(_KINDS))]
    return [Word(folded(text[start:end]), start, end) for start, end in spans]


def word_count(text: str) -> int:
    """Count the words of a text without taking it apart."""
    return len(_PLAIN.findall(text) if text.isascii() else _RUNS.findall(text.translate(_KINDS)))


def keys_of(text: str) -> tuple[str, ...]:
    """Give the keys alone, by which two spellings are the same."""
    return tuple(_PLAIN.findall(text.lower()) if text.isascii() else [word.key for word in words_of(text)])


class _Kinds(dict[int, str]):
    """The kind of each character, found when it is first met: a letter (l), a digit (d), a sign (s) or none (-)."""

    def __missing__(self, code: int) -> str:
        self[code] = _kind(chr(code))
        return self[code]


_KINDS = _Kinds()


def _kind(character: str) -> str:
    if character.isspace():
        return "-"
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
        return "l"
    if character.isalpha():
        return "s" if unicodedata.name(character, "").startswith(_UNSPACED) else "l"
    if character.isdigit():
        return "d"
    is_mark = unicodedata.category(character)[0] == "P" or character in "+|=~^`´<>°\u2028"
    return "-" if is_mark and character != "?" else "s"
