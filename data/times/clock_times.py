"""Times of day as a cell writes them, in all the spellings of FORMS."""

from collections.abc import Sequence
from datetime import time

from data.times.tokens import HOUR_WORDS, Form, Token, forms, is_number
from data.times.written import WrittenTime

FORMS = forms("h : m : s . f", "h : m : s", "h : m", "h . m", "h , m", "h H m", "hms", "hm", "h", "h . f", "h , f")
# Words before a time (`um 20 Uhr`, `ore 20.15`) and behind it.
BEFORE = frozenset({"um", "at", "a", "alle", "ore", "om", "ab", "h"})
UNITS = HOUR_WORDS | {"hrs", "heures", "godz"}
# The hours after midnight that are counted on: 28:59 is the last minute of a programme day.
_LAST_HOUR = 28
_NOON = 12
_MINUTES_A_DAY = 24 * 60
# A fraction of a day is a time where it is a whole minute, but for rounding.
_MOST_MINUTES_OFF = 0.1
_WIDEST_OFFSET = 14 * 60


def read_clock_time(tokens: Sequence[Token], *, has_offset: bool) -> WrittenTime | None:
    """Read tokens that are a time and nothing else; null where they are none.

    Only where there may be an offset is `20:15-04:00` one: elsewhere it says until when.
    """
    said = list(tokens)
    while said and said[0] in BEFORE:
        said.pop(0)
    for form in FORMS:
        if form.fits(said) and (read := _read(form, said, said[len(form.symbols) :], has_offset=has_offset)):
            return read
    return None


def _read(form: Form, tokens: Sequence[Token], rest: Sequence[Token], *, has_offset: bool) -> WrittenTime | None:
    if "f" in form.symbols and "m" not in form.symbols:
        return _of_fraction(tokens[0], tokens[2]) if not rest else None
    half, rest = _half_of_day(rest)
    has_unit = bool(rest) and rest[0] in UNITS
    rest = rest[1:] if has_unit else rest
    if form.symbols == ("h",) and not half and not has_unit:
        return None
    ahead_minutes = _offset(rest) if has_offset or rest == ["z"] else None
    if rest and ahead_minutes is None:
        return None
    hour, minute = _hour_and_minute(form, tokens)
    return _checked(_in_half(hour, half), minute, ahead_minutes)


def _hour_and_minute(form: Form, tokens: Sequence[Token]) -> tuple[int, int]:
    if form.symbols in (("hm",), ("hms",)):
        return int(tokens[0][:2]), int(tokens[0][2:4])
    return form.number("h", tokens) or 0, form.number("m", tokens) or 0


def _half_of_day(rest: Sequence[Token]) -> tuple[str, Sequence[Token]]:
    """Take `am` or `pm`, or `p m` of `p.m.`, off; empty where nothing is said."""
    for length in (1, 2):
        word = "".join(rest[:length])
        if word in ("am", "pm"):
            return word, rest[length:]
    return "", rest


def _in_half(hour: int, half: str) -> int:
    """Count `8 PM` as 20 and `12 AM` as 0; `20 PM` is 20, and `20 AM` none."""
    if not half or (half == "pm" and hour > _NOON):
        return hour
    if not 1 <= hour <= _NOON:
        return -1
    return hour % _NOON + (_NOON if half == "pm" else 0)


def _checked(hour: int, minute: int, ahead_minutes: int | None) -> WrittenTime | None:
    if not (0 <= hour <= _LAST_HOUR and minute < 60):
        return None
    return WrittenTime(time(hour % 24, minute), hour >= 24, ahead_minutes)


def _of_fraction(days: Token, digits: Token) -> WrittenTime | None:
    """Read a fraction of a day, as spreadsheets store times: `0.84375` is 20:15."""
    minutes = int(digits) * _MINUTES_A_DAY / 10 ** len(digits)
    if int(days) or abs(minutes - round(minutes)) > _MOST_MINUTES_OFF:
        return None
    hour, minute = divmod(round(minutes), 60)
    return _checked(hour, minute, None)


def _offset(rest: Sequence[Token]) -> int | None:
    """Read `Z`, `+02:00`, `+0200` or `+02`, in minutes ahead of UTC; null where it is none."""
    if list(rest) == ["z"]:
        return 0
    sign, *parts = rest or ["", ""]
    digits = "".join(part for part in parts if part != ":")
    if sign not in ("+", "-") or not is_number(digits) or len(digits) not in (2, 4):
        return None
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return None if minutes > _WIDEST_OFFSET else (minutes if sign == "+" else -minutes)
