"""Rows get their positions: from the file, from what is known of the cinema, or from its address."""

from collections.abc import Iterable

from data.catalogue.cinema_match import KnownCinemas
from data.catalogue.cinema_rows import CinemaRow, RowWithoutPosition
from data.catalogue.locating import Located
from data.catalogue.report import Findings
from geo.point import Point


def place_rows(
    rows: Iterable[RowWithoutPosition], known: KnownCinemas, located: Located, findings: Findings
) -> list[CinemaRow]:
    """Give the rows with their positions; those that have none are among the findings."""
    placed = (row if isinstance(row, CinemaRow) else _place(row, known, located, findings) for row in rows)
    return [row for row in placed if row]


def _place(row: RowWithoutPosition, known: KnownCinemas, located: Located, findings: Findings) -> CinemaRow | None:
    cinema = known.find_without_position(row)
    if cinema:
        return row.at(Point(cinema.lat, cinema.lon))
    point = located.points.get(row.facts.address)
    if point is None:
        findings.error("position-missing", _missing(row, located), row=row.number, column="lat", value=row.name)
        return None
    sentence = "The position was looked up by the address. See on a map whether the house stands there."
    findings.warn("position-looked-up", sentence, row=row.number, column="lat", value=f"{point.lat}, {point.lon}")
    return row.at(point)


def _missing(row: RowWithoutPosition, located: Located) -> str:
    address = row.facts.address
    if not address:
        return "This cinema has no position, and no street and city to look one up by. Write lat and lon."
    if not located.is_asked:
        return "This cinema has no position. Write lat and lon, or set a geocoder, which looks its address up."
    if address in located.points:
        return "The geocoder knows no house at this address. Correct the address, or write lat and lon."
    return f"The geocoder could not be asked for this address: {located.failure} Import the file again later."
