"""Passwords that everybody takes: a few hundred words, and what people make of a word when it has to be longer.

Lists of leaked passwords are the same words with a year, a number or signs behind, letters written as digits, a word
twice, keys in a row. So the words are kept, and what is done to them is undone; some millions are refused by a list of
a few kilobytes.
"""

import re
from functools import cache
from pathlib import Path

WORDS_FILE = Path(__file__).parent / "common_words.txt"
_AS_LETTERS = str.maketrans("0134578@$!€", "oleastbasie")
# Keys side by side, the alphabet, the digits; forwards and backwards.
_ROWS = ("1234567890", "qwertzuiopü", "qwertyuiop", "asdfghjklöä", "yxcvbnm", "zxcvbnm", "azertyuiop", "qsdfghjklm")
_COLUMNS = ("1qay2wsx3edc4rfv5tgb6zhn", "1qaz2wsx3edc4rfv5tgb6yhn", "qayxswedcvfr", "abcdefghijklmnopqrstuvwxyz")
_LEAST_OF_A_RUN = 4
_LEAST_LEFT = 4
_FEWEST_SIGNS = 4


def is_common(password: str, email: str = "") -> bool:
    """Say whether many take a password, or it is made of its owner's address or of this service's name."""
    small = password.casefold()
    if len(set(small)) < _FEWEST_SIGNS or (email and email.casefold() in small):
        return True
    owners = {part for part in re.split(r"[^a-z]+", email.casefold()) if len(part) >= _LEAST_LEFT}
    return any(_is_used_up(reading, owners) for reading in {small, small.translate(_AS_LETTERS), _core(small)})


def _core(small: str) -> str:
    """Give the word in the middle, its digits read as letters: `2026` and `!!` around it are what people add."""
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", small).translate(_AS_LETTERS)


def _is_used_up(text: str, owners: set[str]) -> bool:
    """Say whether next to nothing is left of a text without common words, rows of keys, and what was said before."""
    known = _words() | owners
    left, place, seen = "", 0, set[str]()
    while place < len(text):
        length = _longest_known(text, place, known)
        if length:
            seen.add(text[place : place + length])
            # Three different words are a sentence of one's own, however common each of them.
            if len(seen - set(_ROWS)) > 2 and not _is_run(text[place : place + length]):
                return False
        else:
            left += text[place]
        place += length or 1
    return len(re.sub(r"[\W\d_]", "", left)) < _LEAST_LEFT


def _longest_known(text: str, place: int, known: frozenset[str]) -> int:
    for end in range(len(text), place + _LEAST_OF_A_RUN - 1, -1):
        piece = text[place:end]
        if piece in known or _is_run(piece) or piece in text[:place]:
            return len(piece)
    return 0


def _is_run(piece: str) -> bool:
    """Say whether keys follow each other as they lie, or one is pressed again and again."""
    return len(set(piece)) == 1 or any(piece in row or piece in row[::-1] for row in (*_ROWS, *_COLUMNS))


@cache
def _words() -> frozenset[str]:
    lines = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
