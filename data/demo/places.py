"""The places of the demo city that people type, from a list of our own (see berlin/NOTICE.md)."""

from datetime import datetime
from importlib.resources import files

from sqlmodel import Session

from data.places.imports import import_places


def import_demo_places(session: Session, now: datetime) -> None:
    """Import Berlin's neighbourhoods, stations and postcodes; harmless when repeated."""
    with files("data.demo").joinpath("berlin", "places.csv").open("rb") as file:
        import_places(session, file, now=now)
