"""One cell of a cinemas file becomes one value; each reader raises ValueUnreadableError and says what to write."""

import re
from collections.abc import Mapping
from functools import cache

from babel.core import Locale

from data.catalogue.errors import ValueUnreadableError
from data.countries import country_names
from data.links import is_web_link
from data.sentence import Sentence
from data.text import folded

MOST_SCREENS = 100
MOST_ADVERTISING_MINUTES = 60
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YES = ("yes", "ja", "oui", "true", "1", "x")
_NO = ("no", "nein", "non", "false", "0")
_WHEELCHAIR = {
    "yes": ("designated", *_YES),
    "limited": ("limited", "partial", "eingeschrankt", "teilweise", "limite", "partiel"),
    "no": _NO,
}
_WIKIDATA = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})")
_OSM_ID = re.compile(r"(?:https://www\.openstreetmap\.org/)?(node|way|relation)/(\d{1,19})")
# Languages in which lists of cinemas name countries.
_COUNTRY_LANGUAGES = ("en", "de", "fr", "it", "es", "nl")


def read_slug(text: str) -> str:
    """Read the name in the address bar."""
    if not _SLUG.fullmatch(text) or len(text) > 80:
        raise ValueUnreadableError(
            "slug-unreadable", "A slug is up to 80 small letters and digits with single hyphens, such as kino-central."
        )
    return text


def read_country(text: str) -> str:
    """Read a country: as ISO 3166 alpha-2, or by its name."""
    code = text.upper()
    if code in country_names():
        return code
    named = _codes_by_name().get(folded(text))
    if named is None:
        raise ValueUnreadableError("country-unreadable", "Write the country as two letters, such as DE.")
    return named


@cache
def _codes_by_name() -> Mapping[str, str]:
    return {
        folded(name): code
        for language in reversed(_COUNTRY_LANGUAGES)
        for code, name in Locale(language).territories.items()
        if code in country_names()
    }


def read_website(text: str) -> str:
    """Read a web address; only http and https, so that a link never runs anything."""
    if not is_web_link(text):
        sentence = Sentence("This is no web address and was left out. Write it whole, such as https://example.org/.")
        raise ValueUnreadableError("website-unreadable", sentence)
    return text


def read_screens(text: str) -> int:
    """Read how many screens a house has."""
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MOST_SCREENS:
        raise ValueUnreadableError(
            "screens-unreadable",
            Sentence("This was left out. Write the number of screens, from 1 to {most}.", most=MOST_SCREENS),
        )
    return int(text)


def read_advertising_minutes(text: str) -> int:
    """Read how long what runs before a film is, as minutes; 0 is none."""
    written = re.fullmatch(r"([0-9]{1,3})(?: ?min(?:\.|utes|uten)?)?", folded(text))
    if written is None or int(written[1]) > MOST_ADVERTISING_MINUTES:
        raise ValueUnreadableError(
            "advertising-minutes-unreadable",
            Sentence(
                "This was left out. Write the minutes of advertising, from 0 to {most}.", most=MOST_ADVERTISING_MINUTES
            ),
        )
    return int(written[1])


def read_wheelchair(text: str) -> str:
    """Read whether one gets in on wheels, into the words of OpenStreetMap's `wheelchair`."""
    said = folded(text)
    meant = next((word for word, written in _WHEELCHAIR.items() if said in written), None)
    if meant is None:
        raise ValueUnreadableError("wheelchair-unreadable", Sentence("This was left out. Write yes, limited or no."))
    return meant


def read_yes(text: str, code: str) -> bool:
    """Read a yes or no."""
    said = folded(text)
    if said not in _YES + _NO:
        raise ValueUnreadableError(code, Sentence("This was left out. Write yes or no."))
    return said in _YES


def read_kind(text: str) -> bool:
    """Read from a kind of cinema, in anyone's words, whether it is in the open air."""
    return re.match(r"open[ -]?air|freiluft|plein air|drive[ -]?in|autokino", folded(text)) is not None


def read_drive_in_kind(text: str) -> bool:
    """Read from a kind of cinema whether one drives in."""
    return re.match(r"drive[ -]?in|autokino", folded(text)) is not None


def read_wikidata(text: str) -> str:
    """Read an item of Wikidata, or the address of its page."""
    written = _WIKIDATA.fullmatch(text)
    if written is None:
        raise ValueUnreadableError("wikidata-unreadable", "This was left out. Write the item, such as Q13142736.")
    return written[1]


def read_osm_id(text: str) -> str:
    """Read an object of OpenStreetMap, or the address of its page."""
    written = _OSM_ID.fullmatch(text)
    if written is None:
        raise ValueUnreadableError(
            "osm-id-unreadable", "This was left out. Write it as node/123, way/123 or relation/123."
        )
    return f"{written[1]}/{written[2]}"
