"""Addresses of cinemas that come without a position are looked up, before anything is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, select

from data.catalogue.cinema_match import KnownCinemas
from data.catalogue.cinema_rows import CinemaRow, RowWithoutPosition, read_cinema_rows
from data.catalogue.readers.recognise import read_cinemas
from data.catalogue.report import Findings
from data.tables.cinema import Cinema
from geo.geocoder import Geocoder, GeocoderError
from geo.point import Point

# What is less certain is a street or a city, not a house.
MOST_ACCURACY_M = 500.0
# So many failures running are no bad luck.
_MOST_FAILURES = 3
_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Located:
    """The points of addresses, null where nobody knows one; `failure` says why not all were asked for."""

    points: Mapping[str, Point | None] = field(default_factory=dict)
    is_asked: bool = True
    failure: str = ""


NOBODY_ASKED = Located(is_asked=False)


def locate_missing(
    session: Session,
    content: bytes,
    geocoder: Geocoder,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Located:
    """Look up the addresses of a list's cinemas without a position, but of those that are known.

    `tell` hears how many of all are done. Raises FileUnreadableError as an import does.
    """
    rows = read_cinema_rows(read_cinemas(content), Findings())
    known = KnownCinemas.of(session.exec(select(Cinema)).all())
    addresses = list(dict.fromkeys(row.facts.address for row in rows if _is_to_look_up(row, known)))
    points: dict[str, Point | None] = {}
    failures = 0
    for done, address in enumerate(addresses, start=1):
        try:
            points[address] = _find(geocoder, address)
            failures = 0
        except GeocoderError as error:
            failures += 1
            if failures == _MOST_FAILURES:
                return Located(points, failure=str(error))
        tell(done, len(addresses))
    return Located(points, failure="It did not answer for some." if len(points) < len(addresses) else "")


def _is_to_look_up(row: RowWithoutPosition, known: KnownCinemas) -> bool:
    is_placed = isinstance(row, CinemaRow) or known.find_without_position(row) is not None
    return bool(row.facts.address) and not is_placed


def _find(geocoder: Geocoder, address: str) -> Point | None:
    places = geocoder.find(address, language=_LANGUAGE, limit=1)
    return next((place.point for place in places if place.accuracy_m <= MOST_ACCURACY_M), None)
