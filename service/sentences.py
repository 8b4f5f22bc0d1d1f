"""What is wrong with a value, in our own words: what to write instead, never the value itself, which may be private."""

from collections.abc import Mapping

from pydantic_core import ErrorDetails

from data.errors import DataError
from geo.errors import PositionError

_SENTENCES: Mapping[str, str] = {
    "missing": "This is missing. Add it.",
    "float_parsing": "Write a number, such as 52.5.",
    "float_type": "Write a number, such as 52.5.",
    "finite_number": "Write a finite number, such as 52.5.",
    "int_parsing": "Write a whole number, such as 20.",
    "int_type": "Write a whole number, such as 20.",
    "int_from_float": "Write a whole number, such as 20.",
    "int_parsing_size": "Write a smaller number.",
    "bool_parsing": "Write true or false.",
    "bool_type": "Write true or false.",
    "greater_than": "Write a number above {gt}.",
    "greater_than_equal": "Write {ge} or more.",
    "less_than": "Write a number below {lt}.",
    "less_than_equal": "Write {le} or less.",
    "literal_error": "Write one of {expected}.",
    "enum": "Write one of {expected}.",
    "string_type": "Write text.",
    "string_too_short": "Write at least {min_length} characters.",
    "string_too_long": "Write at most {max_length} characters.",
    "string_pattern_mismatch": "This does not have the form that is described.",
    "too_short": "Name at least {min_length}.",
    "too_long": "Name at most {max_length}.",
    "date_parsing": "Write a date such as 2026-11-22.",
    "date_from_datetime_parsing": "Write a date such as 2026-11-22.",
    "date_from_datetime_inexact": "Write a date without a time, such as 2026-11-22.",
    "datetime_parsing": "Write a moment such as 2026-11-22T20:00 or 2026-11-22T20:00+01:00.",
    "datetime_from_date_parsing": "Write a moment such as 2026-11-22T20:00 or 2026-11-22T20:00+01:00.",
    "web_address": "Write a web address without name and password, such as https://nominatim.example.org.",
    "json_invalid": "The body is no readable JSON.",
    "no_public_url": "Write where people reach the service, such as https://kino.example.",
    "no_proxies": "Write addresses or networks between commas, such as 10.0.0.1, 10.1.0.0/16.",
    "extra_forbidden": "There is no such parameter. Leave it out, or check its spelling.",
}
_ELSE = "This value is not understood. /api/openapi.json says what is."


def sentence_for(error: ErrorDetails) -> str:
    """Say what to write instead, for one finding of pydantic's.

    Its context is filled in (limits and choices are ours), its input is not.
    """
    context = {name: _without_point(value) for name, value in error.get("ctx", {}).items()}
    raised = context.get("error")
    if isinstance(raised, PositionError | DataError):
        return str(raised)
    return _SENTENCES.get(error["type"], _ELSE).format(**context)


def _without_point(limit: object) -> object:
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit
