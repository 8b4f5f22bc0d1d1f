"""Text as the words that notations are made of: small, without case and accents, and each with its place."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from data.text import folded

# Scripts that put no space between words: here a sign is a word.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters or of digits, or a single sign, from `start` to before `end` of the text."""

    key: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Take a text apart. Letters and digits are different words: `35mm` is two, as `35 mm` is; punctuation is none."""
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
