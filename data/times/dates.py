"""Dates at the beginning of a cell, in all the spellings of FORMS."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from data.times.calendar_words import meaning_of
from data.times.tokens import Form, Token, forms
from data.times.written import Order, WrittenDate
from data.times.years import YEARS

FORMS = forms(
    *("Y - M - D", "Y / M / D", "Y . M . D", "YMD"),
    *("D . M . Y", "D . M . y", "D . M .", "D . M", "D - M - Y", "D - M - y"),
    *("A / B / Y", "A / B / y", "A / B", "A - B - Y", "A - B - y"),
    *("D . N Y", "D . N y", "D . N", "D N Y", "D N y", "D N", "D - N - Y", "D - N - y", "N D Y", "N D"),
    *("S . f", "S , f", "S"),
)
# What stands before or in a date and says nothing: `am 24. Juli`, `24 de julio de 2026`, `'26`.
LEADING = frozenset({"am", "on"})
FILLERS = frozenset({"den", "der", "il", "le", "el", "the", "of", "de", "del", "'", "’"})
# A leap year stands in for a year that is not written: 29.02. is a day of some year.
_ANY_YEAR = 2000
# Day 1 is 1900-01-01, and 1900 is counted as a leap year: from March 1900 on, days are counted from here.
_SERIAL_EPOCH = date(1899, 12, 30)
_SERIAL_YEARS = range(2000, 2100)


def dates_in(tokens: Sequence[Token]) -> Iterator[tuple[WrittenDate, Sequence[Token]]]:
    """Give each date that tokens can begin with, the longest first, and what is left over behind it.

    Of a spreadsheet's number, the fraction is left over: it is the time of day.
    """
    if tokens and tokens[0] in LEADING:
        tokens = tokens[1:]
    yield from _without_weekday(tokens, frozenset())
    if tokens and (weekdays := meaning_of(tokens[0]).weekdays):
        yield from _without_weekday(tokens[1:], weekdays)


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has such a day, in an age in which cinemas play."""
    try:
        return date(year, month, day).year in YEARS
    except ValueError:
        return False


def _without_weekday(
    tokens: Sequence[Token], weekdays: frozenset[int]
) -> Iterator[tuple[WrittenDate, Sequence[Token]]]:
    said = [token for token in tokens if token not in FILLERS]
    for form in FORMS:
        if not form.fits(said):
            continue
        rest = said[len(form.symbols) :]
        if rest and not weekdays and (behind := meaning_of(rest[0]).weekdays):
            written, rest = _read(form, said, behind), rest[1:]
        else:
            written = _read(form, said, weekdays)
        if written:
            yield written, (["0", ".", said[2], *rest] if "f" in form.symbols else rest)


def _read(form: Form, tokens: Sequence[Token], weekdays: frozenset[int]) -> WrittenDate | None:
    if "A" in form.symbols:
        return _of_two_numbers(form, tokens, weekdays)
    if "S" in form.symbols:
        return _of_serial(int(tokens[0]), weekdays)
    if "YMD" in form.symbols:
        return _checked(int(tokens[0][:4]), int(tokens[0][4:6]), int(tokens[0][6:]), weekdays)
    month = form.number("M", tokens) if "M" in form.symbols else _month_named(form, tokens)
    return _checked(_year(form, tokens), month or 0, form.number("D", tokens) or 0, weekdays)


def _month_named(form: Form, tokens: Sequence[Token]) -> int:
    (month,) = meaning_of(form.text("N", tokens) or "").months
    return month


def _year(form: Form, tokens: Sequence[Token]) -> int | None:
    short = form.number("y", tokens)
    return form.number("Y", tokens) if short is None else 2000 + short


def _checked(
    year: int | None, month: int, day: int, weekdays: frozenset[int], order: Order | None = None
) -> WrittenDate | None:
    is_one = is_day(_ANY_YEAR if year is None else year, month, day)
    return WrittenDate(day, month, year, weekdays, order) if is_one else None


def _of_two_numbers(form: Form, tokens: Sequence[Token], weekdays: frozenset[int]) -> WrittenDate | None:
    """Read `24/7/2026` and `7/24/2026`; where both orders give a day, the weekday may know."""
    year = _year(form, tokens)
    first, second = form.number("A", tokens) or 0, form.number("B", tokens) or 0
    day_first = _checked(year, second, first, weekdays, Order.DAY_FIRST)
    month_first = _checked(year, first, second, weekdays, Order.MONTH_FIRST)
    if day_first is None or month_first is None:
        return day_first or month_first
    fitting = [one for one in (day_first, month_first) if _fits_its_weekday(one)]
    if len(fitting) == 1:
        return fitting[0]
    return _checked(year, second, first, weekdays, None if first == second else Order.OPEN)


def _fits_its_weekday(written: WrittenDate) -> bool:
    if written.year is None:
        return True
    return date(written.year, written.month, written.day).weekday() in written.weekdays


def _of_serial(days: int, weekdays: frozenset[int]) -> WrittenDate | None:
    day = _SERIAL_EPOCH + timedelta(days)
    return WrittenDate(day.day, day.month, day.year, weekdays) if day.year in _SERIAL_YEARS else None
