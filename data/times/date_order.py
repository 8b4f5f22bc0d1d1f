"""Whether a country writes the day or the month first, as Unicode's CLDR has it."""

from functools import cache

from babel.core import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from data.times.written import Order


@cache
def order_of_country(country: str) -> Order | None:
    """Give a country's (ISO 3166) order of day and month; null where it writes the year first, or nobody knows."""
    for language in get_official_languages(country, de_facto=True):
        try:
            pattern = Locale(language, country).date_formats["short"].pattern
        except UnknownLocaleError:
            continue
        places = sorted((pattern.lower().index(letter), letter) for letter in "dmy")
        return {"d": Order.DAY_FIRST, "m": Order.MONTH_FIRST}.get(places[0][1])
    return None
