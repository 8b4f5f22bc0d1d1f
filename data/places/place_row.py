"""One place of a file, whole and checked; what is wrong with a row becomes a problem of the report."""

import math
from dataclasses import dataclass

from data.catalogue.report import Findings
from data.text import plain_text
from geo.errors import PositionError
from geo.gazetteer_words import LONGEST, words_of
from geo.place import WIDEST_M, Place, PlaceKind
from geo.point import Point

MOST_ALIASES = 40
# Nobody types a house number that a file could hold.
KINDS = tuple(kind.value for kind in PlaceKind if kind is not PlaceKind.ADDRESS)
# How far such a place reaches, where the file does not say so, and how likely it is meant.
ACCURACIES_M = {
    PlaceKind.POSTCODE: 3_000.0,
    PlaceKind.DISTRICT: 5_000.0,
    PlaceKind.NEIGHBOURHOOD: 2_000.0,
    PlaceKind.STATION: 300.0,
    PlaceKind.CITY: 5_000.0,
    PlaceKind.CINEMA: 50.0,
}
WEIGHTS = {
    PlaceKind.CITY: 0.8,
    PlaceKind.DISTRICT: 0.7,
    PlaceKind.NEIGHBOURHOOD: 0.6,
    PlaceKind.STATION: 0.5,
    PlaceKind.POSTCODE: 0.5,
    PlaceKind.CINEMA: 0.3,
}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place and the row that names it; `source_key` is the same whenever the same is named."""

    number: int
    source_key: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a row says, as it is written; empty where it says nothing."""

    number: int
    source_key: str
    name: str
    kind: PlaceKind
    lat: str
    lon: str
    accuracy_m: float | None = None
    aliases: tuple[str, ...] = ()
    context: str = ""
    weight: float | None = None


def checked_row(written: Written, findings: Findings) -> PlaceRow | None:
    """Check a row; what keeps it out is among the findings."""
    findings.warn_of_hidden(written.name, row=written.number, column="name")
    name = plain_text(written.name)
    if not words_of(name):
        message = f"This is no name that anybody can type. Write one of at most {LONGEST} characters."
        findings.error("name-unreadable", message, row=written.number, column="name", value=name[:LONGEST])
        return None
    try:
        point = Point(_degrees(written.lat), _degrees(written.lon))
    except PositionError as error:
        findings.error("position-wrong", str(error), row=written.number, column="lat", value=_pair(written))
        return None
    except ValueError:
        message = "This is no position. Write decimal degrees, such as 52.5 and 13.4."
        findings.error("position-unreadable", message, row=written.number, column="lat", value=_pair(written))
        return None
    accuracy_m = ACCURACIES_M[written.kind] if written.accuracy_m is None else min(written.accuracy_m, WIDEST_M)
    place = Place(
        name=name,
        kind=written.kind,
        point=point,
        accuracy_m=float(math.ceil(accuracy_m)),
        aliases=_aliases(written.aliases, name),
        context=plain_text(written.context)[:LONGEST],
        weight=WEIGHTS[written.kind] if written.weight is None else min(max(written.weight, 0.0), 1.0),
    )
    return PlaceRow(written.number, written.source_key, place)


def _degrees(text: str) -> float:
    return float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)


def _pair(written: Written) -> str:
    return f"{written.lat[:40]}, {written.lon[:40]}"


def _aliases(aliases: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Give the other names that somebody could type, each once and in Latin letters."""
    plain = dict.fromkeys(plain_text(alias) for alias in aliases)
    typed = (alias for alias in plain if alias != name and words_of(alias) and max(map(ord, alias)) < 0x250)
    return tuple(typed)[:MOST_ALIASES]
