"""The gazetteer is read from the database: imported places, and what the cinemas tell of."""

from collections.abc import Iterable, Iterator

from sqlmodel import Session, select

from data.places.from_cinemas import places_from_cinemas
from data.tables.cinema import Cinema
from data.tables.place import KnownPlace
from geo.gazetteer import Gazetteer
from geo.gazetteer_words import words_of
from geo.place import Place, PlaceKind
from geo.point import Point


def load_gazetteer(session: Session) -> Gazetteer:
    """Read all places; an imported one counts before one that the cinemas tell of."""
    imported = map(place_of, session.exec(select(KnownPlace)))
    told = places_from_cinemas(session.exec(select(Cinema)))
    return Gazetteer(_once_each([*imported, *told]))


def place_of(row: KnownPlace) -> Place:
    """Give a place of its row."""
    return Place(
        name=row.name,
        kind=PlaceKind(row.kind),
        point=Point(row.lat, row.lon),
        accuracy_m=row.accuracy_m,
        aliases=tuple(row.aliases),
        context=row.context,
        weight=row.weight,
    )


def _once_each(places: Iterable[Place]) -> Iterator[Place]:
    """Leave out what is there before under the same name, of the same kind and in the same city; houses are many."""
    seen = set()
    for place in places:
        key = (place.kind, words_of(place.name), words_of(place.context))
        if place.kind is PlaceKind.CINEMA or key not in seen:
            seen.add(key)
            yield place
