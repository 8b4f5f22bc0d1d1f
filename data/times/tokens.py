"""Cells taken apart into numbers, words and signs, and held against forms such as `D . M . Y`."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from data.text import folded
from data.times.calendar_words import meaning_of

# Without a group, and so left out: the endings of ordinals, and the dot of an abbreviation. A comma says something
# between two digits only (`46227,84`), brackets and bars never do.
_TOKEN = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|e)\b|(?<=[^\W\d_])\.|(\d+|[^\W\d_]+|(?<=\d),(?=\d)|[^\w\s,()\[\]|])")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))

Token = str
HOUR_WORDS = frozenset({"h", "u", "uhr", "uur", "hod"})


def tokens_of(text: str) -> tuple[Token, ...]:
    """Take a text apart, without case and accents: `Fr., 24. Juli` is `fr 24 . juli`."""
    return tuple(token for token in _TOKEN.findall(folded(text).translate(_DASHES)) if token)


def is_number(token: Token) -> bool:
    """Say whether a token is a number in plain digits."""
    return token.isascii() and token.isdigit()


def _digits(*lengths: int) -> Callable[[Token], bool]:
    return lambda token: is_number(token) and len(token) in lengths


# The symbols of forms. Whatever else stands in a form stands for itself.
SYMBOLS: Mapping[str, Callable[[Token], bool]] = {
    "D": _digits(1, 2),  # day
    "M": _digits(1, 2),  # month
    "A": _digits(1, 2),  # day or month
    "B": _digits(1, 2),  # the other one
    "N": lambda token: len(meaning_of(token).months) == 1,  # month by name
    "Y": _digits(4),  # year
    "y": _digits(2),  # year of this century
    "YMD": _digits(8),
    "S": _digits(5),  # days since 1900, as spreadsheets count
    "h": _digits(1, 2),  # hour
    "m": _digits(2),  # minute
    "s": frozenset({"00"}).__contains__,  # second: no film starts at another
    "hm": _digits(4),
    "hms": lambda token: len(token) == 6 and is_number(token) and token.endswith("00"),
    "H": HOUR_WORDS.__contains__,
    "f": is_number,  # what stands behind a decimal point
}


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling: symbols and signs in their order."""

    symbols: tuple[str, ...]

    def fits(self, tokens: Sequence[Token]) -> bool:
        """Say whether tokens begin in this form."""
        return len(tokens) >= len(self.symbols) and all(map(_stands_for, self.symbols, tokens))

    def text(self, symbol: str, tokens: Sequence[Token]) -> Token | None:
        """Give what stands for a symbol; null where the form has none of it."""
        return tokens[self.symbols.index(symbol)] if symbol in self.symbols else None

    def number(self, symbol: str, tokens: Sequence[Token]) -> int | None:
        """Give the number that stands for a symbol; null where the form has none of it."""
        text = self.text(symbol, tokens)
        return None if text is None else int(text)


def forms(*spellings: str) -> tuple[Form, ...]:
    """Make forms of spellings, the longest first: what is left over must not be taken for something else."""
    return tuple(sorted((Form(tuple(one.split())) for one in spellings), key=lambda form: -len(form.symbols)))


def _stands_for(symbol: str, token: Token) -> bool:
    return SYMBOLS[symbol](token) if symbol in SYMBOLS else symbol == token
