"""Where somebody is, as the command line takes it: coordinates, or the name of a place."""

from typing import NamedTuple

from data.errors import QuestionError
from data.places.load import load_gazetteer
from data.tables.database import reading
from geo.errors import PositionUnreadableError
from geo.place import Place
from geo.point import Point, read_point
from service.cli.opened import opened_database


class Whereabouts(NamedTuple):
    """A point, and the place that it is the middle of; null where the point itself was written."""

    point: Point
    place: Place | None


def read_whereabouts(text: str) -> Whereabouts:
    """Read coordinates, or find the place of a name.

    Raises PositionError for wrong coordinates, QuestionError for what is neither; neither repeats what was written.
    """
    try:
        return Whereabouts(read_point(text), None)
    except PositionUnreadableError:
        if not any(letter.isalpha() for letter in text) and not text.strip().isdecimal():
            raise
    with opened_database() as engine, reading(engine) as session:
        found = load_gazetteer(session).find(text, 1)
    if not found:
        raise QuestionError(
            "position",
            "This is no place that is known here. Write a postcode, neighbourhood, station, city or cinema, or "
            "latitude and longitude, such as 52.5,13.4.",
        )
    return Whereabouts(found[0].point, found[0])
