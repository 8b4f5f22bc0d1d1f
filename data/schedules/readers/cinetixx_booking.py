"""cinetixx's booking feed: JSON, a list of films with their shows."""

from collections.abc import Iterator

from data.schedules.readers.feed import Chain, sheet_of
from data.schedules.readers.fields import Fields, listed, records
from data.schedules.readers.json_text import Json
from data.schedules.sheet import Row, Sheet

NAME = "cinetixx-booking"
COLUMNS = {
    "date": "displayDateTime",
    "title": "title",
    "version": "language",
    "format": "is3D",
    "auditorium": "auditoriumName",
    "booking_url": "_UrlBooking",
    "source_id": "id",
    "cinema": "cinemaName",
}


def is_cinetixx_booking(tree: Json) -> bool:
    """Say whether a document is such a feed."""
    return any("shows" in film for film in records(tree))


def read_cinetixx_booking(tree: Json) -> Sheet:
    """Read the feed. Raises FileUnreadableError where it has no shows."""
    return sheet_of(NAME, COLUMNS, _shows(tree), _row)


def _shows(tree: Json) -> Iterator[Chain]:
    for film in listed(tree):
        if not isinstance(film, dict):
            yield ({}, film)
            continue
        for show in listed(film.get("shows")):
            yield (film, show)


def _row(film: Fields, show: Fields) -> Row:
    # The film's title has the version in it as a cinema writes it, the show's has not.
    title = film.text("title") or show.text("showName")
    return Row(
        number=show.number,
        date=show.key("displayDateTime"),
        title=title,
        version=show.text("language") or film.text("language"),
        format="3D" if film.flag("is3D") else "",
        auditorium=show.text("auditoriumName"),
        booking_url=show.text("_UrlBooking"),
        source_id=show.key("id"),
        cinema=show.text("cinemaName"),
    )
