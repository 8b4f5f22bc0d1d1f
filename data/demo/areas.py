"""The districts and neighbourhoods of the demo city, as simplified outlines of our own drawing."""

from datetime import datetime
from importlib.resources import files

from sqlmodel import Session

from data.places.areas import import_areas

ORIGIN = "demo"


def import_demo_areas(session: Session, now: datetime) -> None:
    """Import Berlin's districts (see berlin/NOTICE.md); harmless when repeated."""
    content = (files("data.demo") / "berlin" / "districts.geojson").read_bytes()
    import_areas(session, content, now=now, origin=ORIGIN)
