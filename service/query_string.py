"""A query string read quickly, where it is written as programs write it; whatever else it may mean is not judged here.

What is understood means the same as to ShowtimesQuery, which reads everything, slowly, and knows all the sentences.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import unquote_plus

from data.programme.question import Sort
from service.asked import Asked

# The limits are those of ShowtimesQuery.
_LONGEST_WORD, _MOST_WORDS, _LONGEST_MOMENT = 200, 100, 40
_WIDEST_M, _FARTHEST_KM, _MOST_CINEMAS = 50_000, 20_100, 100

# Pydantic's and Python's readings differ at the edges (blanks, underscores, `inf`, `1e5`): there, Python is not asked.
_decimal = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,20})?").fullmatch
_place = re.compile(rb"lat=(-?[0-9]{1,6}(?:\.[0-9]{1,20})?)&lon=(-?[0-9]{1,6}(?:\.[0-9]{1,20})?)(?=&|$)").match
_number = re.compile(r"[1-9][0-9]{0,2}").fullmatch
_day = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch

_WORDS = {"film", "cinema", "area", "version", "understands", "format", "access"}


def read_query_string(query_string: bytes) -> Asked | None:
    """Read `lat=52.5&lon=13.42&film=red-rocket`; null where anything is not plainly well-formed."""
    if not query_string:
        return Asked()
    if not query_string.isascii():
        return None
    values: dict[str, Any] = {}
    for part in query_string.decode("ascii").split("&"):
        name, _, text = part.partition("=")
        if "%" in text or "+" in text:
            text = _unescaped(text)
        if name in _WORDS:
            if not text or len(text) > _LONGEST_WORD:
                return None
            values.setdefault(name, []).append(text)
        else:
            # Of a parameter that comes twice, who knows which is meant.
            value = None if name in values or name not in _READERS else _READERS[name](text)
            if value is None:
                return None
            values[name] = value
    if "from" in values:
        values["from_"] = values.pop("from")
    return None if any(len(values[name]) > _MOST_WORDS for name in _WORDS & values.keys()) else Asked(**values)


class Where(NamedTuple):
    """The place of a question, and the rest of its query string: what it asks wherever one is."""

    lat: float
    lon: float
    rest: bytes


def read_where(query_string: bytes) -> Where | None:
    """Take the place off where it comes first: `lat=52.5&lon=13.42&film=red-rocket` leaves `&film=red-rocket`.

    The rest is not judged: together with one place `read_query_string` understands it as with any other.
    """
    place = _place(query_string)
    return Where(float(place[1]), float(place[2]), query_string[place.end() :]) if place else None


def _unescaped(text: str) -> str:
    """Undo the escapes; those of a moment (colon, plus) six times as fast as the rest."""
    shorter = text.replace("+", " ").replace("%3A", ":").replace("%2B", "+")
    return unquote_plus(text) if "%" in shorter else shorter


def _coordinate(text: str) -> float | None:
    return float(text) if _decimal(text) else None


def _accuracy_m(text: str) -> float | None:
    return value if _decimal(text) and 0 <= (value := float(text)) <= _WIDEST_M else None


def _within_km(text: str) -> float | None:
    return value if _decimal(text) and 0 < (value := float(text)) <= _FARTHEST_KM else None


def _limit(text: str) -> int | None:
    return value if _number(text) and (value := int(text)) <= _MOST_CINEMAS else None


def _moment(text: str) -> str | None:
    return text if 0 < len(text) <= _LONGEST_MOMENT else None


def _evening(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _day(text) else None
    except ValueError:
        return None


_READERS: dict[str, Callable[[str], object]] = {
    "lat": _coordinate,
    "lon": _coordinate,
    "accuracy_m": _accuracy_m,
    "from": _moment,
    "until": _moment,
    "on": _evening,
    "within_km": _within_km,
    "limit": _limit,
    "sort": {order.value: order for order in Sort}.get,
}
PARAMETERS = _WORDS | _READERS.keys()
