"""The gazetteer is read from the database: imported places, and what areas and cinemas tell of."""

from collections.abc import Iterable, Iterator

from sqlmodel import Session, select

from data.places.from_areas import places_from_areas, with_their_areas
from data.places.from_cinemas import places_from_cinemas
from data.programme.areas import load_areas
from data.tables.cinema import Cinema
from data.tables.place import KnownPlace
from geo.gazetteer import Gazetteer
from geo.gazetteer_words import words_of
from geo.place import Place, PlaceKind
from geo.point import Point


def load_gazetteer(session: Session) -> Gazetteer:
    """Read all places; an imported one counts before one that areas or cinemas tell of."""
    imported = list(map(place_of, session.exec(select(KnownPlace))))
    of_cinemas = list(places_from_cinemas(session.exec(select(Cinema))))
    cities = [place for place in (*imported, *of_cinemas) if place.kind is PlaceKind.CITY]
    of_areas = list(places_from_areas(load_areas(session), cities))
    return Gazetteer(_once_each([*with_their_areas(imported, of_areas), *of_areas, *of_cinemas]))


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
