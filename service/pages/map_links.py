"""Ways to a cinema: links that a person may follow. Nothing of them is fetched when the page is read."""

from dataclasses import dataclass
from urllib.parse import quote

from data.programme.facts import CinemaFacts

_CLOSE = 18


@dataclass(frozen=True, slots=True)
class MapLinks:
    """A map app of the device (RFC 5870), the place on OpenStreetMap, and a route there."""

    geo: str
    map: str
    route: str


def map_links(cinema: CinemaFacts) -> MapLinks:
    """Give the links to a cinema's place."""
    lat, lon = f"{cinema.lat:.5f}", f"{cinema.lon:.5f}"
    return MapLinks(
        # Android shows the name beside the pin where it stands in brackets.
        geo=f"geo:{lat},{lon}?q={lat},{lon}({quote(cinema.name, safe='')})",
        map=f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map={_CLOSE}/{lat}/{lon}",
        route=f"https://www.openstreetmap.org/directions?to={lat}%2C{lon}",
    )
