"""A country as ISO 3166, checked for the mistakes that people make."""

import re
from functools import cache

from babel.core import Locale

from data.errors import QuestionError

# CLDR gives names to these too: nowhere, groups of countries, and accents to test programs with.
_NO_COUNTRIES = frozenset({"ZZ", "EU", "EZ", "UN", "QO", "XA", "XB"})


def read_country(text: str) -> str:
    """Give the code in capitals: `de` becomes `DE`. Raises QuestionError."""
    code = text.upper()
    if not re.fullmatch("[A-Z]{2}", code):
        raise QuestionError("country", "Write the country as two letters (ISO 3166), such as DE or FR.")
    if code not in country_names():
        raise QuestionError("country", f"There is no country {code}. Germany is DE, the United Kingdom GB, Japan JP.")
    return code


@cache
def country_names() -> dict[str, str]:
    """Give the English names of all countries by their codes."""
    names = Locale("en").territories.items()
    return {code: name for code, name in names if len(code) == 2 and code not in _NO_COUNTRIES}
