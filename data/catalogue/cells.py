"""One cell of a cinemas file becomes one value; each reader raises ValueUnreadableError and says what to write."""

import re

from data.catalogue.errors import ValueUnreadableError
from data.links import is_web_link
from data.text import folded

MOST_SCREENS = 100
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YES = ("yes", "ja", "true", "1")
_NO = ("no", "nein", "false", "0")


def read_slug(text: str) -> str:
    """Read the name in the address bar."""
    if not _SLUG.fullmatch(text) or len(text) > 80:
        raise ValueUnreadableError(
            "slug-unreadable", "A slug is up to 80 small letters and digits with single hyphens, such as kino-central."
        )
    return text


def read_degrees(text: str) -> float:
    """Read decimal degrees, with a point or, as spreadsheets in many countries write, a comma."""
    try:
        return float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError:
        raise ValueUnreadableError(
            "position-unreadable", "This is no number. Write decimal degrees, such as 52.5 or 13.4."
        ) from None


def read_country(text: str) -> str:
    """Read a country as ISO 3166 alpha-2."""
    if not re.fullmatch(r"[A-Za-z]{2}", text):
        raise ValueUnreadableError("country-unreadable", "Write the country as two letters, such as DE.")
    return text.upper()


def read_website(text: str) -> str:
    """Read a web address; only http and https, so that a link never runs anything."""
    if not is_web_link(text):
        sentence = "This is no web address and was left out. Write it whole, such as https://example.org/."
        raise ValueUnreadableError("website-unreadable", sentence)
    return text


def read_screens(text: str) -> int:
    """Read how many screens a house has."""
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MOST_SCREENS:
        raise ValueUnreadableError(
            "screens-unreadable", f"This was left out. Write the number of screens, from 1 to {MOST_SCREENS}."
        )
    return int(text)


def read_wheelchair(text: str) -> str:
    """Read whether one gets in on wheels, in the words of OpenStreetMap's `wheelchair`."""
    if folded(text) not in ("yes", "limited", "no"):
        raise ValueUnreadableError("wheelchair-unreadable", "This was left out. Write yes, limited or no.")
    return folded(text)


def read_outdoor(text: str) -> bool:
    """Read a yes or no."""
    if folded(text) not in _YES + _NO:
        raise ValueUnreadableError("outdoor-unreadable", "This was left out. Write yes or no.")
    return folded(text) in _YES


def read_kind(text: str) -> bool:
    """Read from a kind of cinema, in anyone's words, whether it is in the open air."""
    return re.match(r"open[ -]?air", folded(text)) is not None
