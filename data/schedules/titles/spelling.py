"""A title as the words that are compared: no case, no accents, one kind of dash and quotation mark, namely none."""

import re
from functools import lru_cache

from data.text import folded

ARTICLES = {
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las",
    "il", "lo",
}  # fmt: skip

DASHES = "-‐‑‒–—―−"
# What stands for a word, or between two; apostrophes go without leaving a gap.
_SIGNS = str.maketrans({"&": " and ", "+": " and ", "½": " 1/2"} | dict.fromkeys("'’‘ʼ`´′\"“”„«»‹›", ""))
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\0(?=\d)")


# The same title is asked for at every step of understanding it.
@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Take a text apart into its words: `Minions und Monster` has those of `MINIONS & MONSTER`."""
    words = _WORD.findall(folded(text.translate(_SIGNS)))
    return tuple(["and" if word == "und" else word for word in words])


def joined(words: tuple[str, ...]) -> str:
    """Write words as one, for `Spider-Man`, `Spider Man` and `Spiderman` are spellings of one; numbers stay apart."""
    letters = "".join(words)
    return letters if letters.isalpha() else _BETWEEN_DIGITS.sub(" ", "\0".join(words)).replace("\0", "")


def without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the article that a title begins with, unless it is all that there is."""
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words
