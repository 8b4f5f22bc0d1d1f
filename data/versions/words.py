"""Text as the words that notations are made of: small, without case and accents, and each with its place."""

import re
import unicodedata
from functools import cache
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


def words_of(text: str) -> list[Word]:
    """Take a text apart. Letters and digits are different words: `35mm` is two, as `35 mm` is; punctuation is none."""
    if text.isascii():
        return [Word(word[0].lower(), word.start(), word.end()) for word in _PLAIN.finditer(text)]
    return _words_of(text)


def _words_of(text: str) -> list[Word]:
    words: list[Word] = []
    start, before = 0, ""
    for end in range(len(text) + 1):
        kind = _kind(text[end]) if end < len(text) else ""
        if kind != before or kind == "sign":
            if before:
                words.append(Word(folded(text[start:end]), start, end))
            start, before = end, kind
    return words


def keys_of(text: str) -> tuple[str, ...]:
    """Give the keys alone, by which two spellings are the same."""
    return tuple(word.key for word in words_of(text))


@cache
def _kind(character: str) -> str:
    if character.isspace():
        return ""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
        return "letter"
    if character.isalpha():
        return "sign" if unicodedata.name(character, "").startswith(_UNSPACED) else "letter"
    if character.isdigit():
        return "digit"
    is_mark = unicodedata.category(character)[0] == "P" or character in "+|=~^`´<>°\u2028"
    return "" if is_mark and character != "?" else "sign"
