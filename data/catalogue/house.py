"""A cinema as it is compared with others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlmodel import Session, select

from data.catalogue.core_name import CoreName, core_name
from data.catalogue.street import Street, read_street
from data.tables.cinema import Cinema


@dataclass(frozen=True, slots=True)
class House:
    """What can tell that two are one. `page` is the website without what says nothing; `facts` counts what is known."""

    slug: str
    name: str
    core: CoreName
    lat: float
    lon: float
    country: str
    street: Street | None
    postcode: str | None
    page: str | None
    is_open_air: bool
    facts: int


def read_houses(session: Session) -> list[House]:
    """Read all cinemas, the oldest first."""
    return list(_houses(session))


def _houses(session: Session) -> Iterator[House]:
    # Columns: of a hundred thousand, rows of the ORM would take seconds.
    query = select(
        *(Cinema.slug, Cinema.name, Cinema.lat, Cinema.lon, Cinema.country, Cinema.city, Cinema.street),  # type: ignore[call-overload]  # as many columns as SQLModel has no signature for
        *(Cinema.postcode, Cinema.website, Cinema.is_outdoor, Cinema.screens, Cinema.wheelchair),
    ).order_by(Cinema.id)
    for slug, name, lat, lon, country, city, street, postcode, website, is_outdoor, *more in session.exec(query):
        core = core_name(name, city)
        facts = sum(one is not None for one in (street, postcode, city, website, *more))
        page = _page(website)
        is_open_air = is_outdoor or core.is_open_air
        yield House(slug, name, core, lat, lon, country, read_street(street), postcode, page, is_open_air, facts)


def _page(website: str | None) -> str | None:
    """Give what two links to one page have in common."""
    if not website:
        return None
    parts = urlsplit(website)
    host = re.sub(r"^www\d?\.", "", parts.netloc.lower())
    return host + parts.path.rstrip("/").lower() + (f"?{parts.query}" if parts.query else "")
