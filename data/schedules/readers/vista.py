"""Vista: sessions as its web services list them, with the film beside or around them, or in a list of its own."""

from collections.abc import Iterator, Mapping

from data.schedules.readers.feed import Chain, sheet_of, title_of
from data.schedules.readers.fields import Fields, listed, records
from data.schedules.readers.json_text import Json
from data.schedules.sheet import Row, Sheet

NAME = "vista"
COLUMNS = {
    "date": "Showtime",
    "business_date": "SessionBusinessDate",
    "title": "Title",
    "version": "SessionAttributesNames",
    "auditorium": "ScreenName",
    "status": "SoldoutStatus",
    "booking_url": "BookingUrl",
    "source_id": "SessionId",
    "cinema": "CinemaName",
}
_TITLES = ("Title", "FilmTitle", "ScheduledFilmTitle", "FilmName", "title")
_FILM_IDS = ("ScheduledFilmId", "FilmId", "FilmHOPK", "HOFilmCode", "HeadOfficeFilmCode", "ID", "Id")
_WRAPPERS = ("value", "Sessions", "sessions", "d", "results")
# Seats left, few left, none left.
_STATUSES = {"": "", "0": "scheduled", "1": "scheduled", "2": "sold out", "false": "scheduled", "true": "sold out"}


def is_vista(tree: Json) -> bool:
    """Say whether a document is a list of sessions, wrapped (OData) or not, or of films that hold theirs."""
    return any("Showtime" in one or _has_sessions(one) for one in records(_unwrapped(tree)))


def read_vista(tree: Json) -> Sheet:
    """Read the sessions. Raises FileUnreadableError where there are none."""
    return sheet_of(NAME, COLUMNS, _shows(tree), _row)


def _has_sessions(film: Mapping[str, Json]) -> bool:
    return any("Showtime" in session for session in records(film.get("Sessions")))


def _unwrapped(tree: Json) -> Json:
    while isinstance(tree, dict) and "Showtime" not in tree:
        inside = next((tree[name] for name in _WRAPPERS if name in tree), None)
        if inside is None:
            break
        tree = inside
    return tree


def _shows(tree: Json) -> Iterator[Chain]:
    films = _films(tree)
    for one in listed(_unwrapped(tree)):
        if isinstance(one, dict) and _has_sessions(one):
            yield from ((one, session) for session in listed(one["Sessions"]))
        elif isinstance(one, dict):
            ids = (str(one[name]) for name in _FILM_IDS[:-2] if one.get(name) is not None)
            yield (next((films[film] for film in ids if film in films), {}), one)
        else:
            yield ({}, one)


def _films(tree: Json) -> dict[str, Mapping[str, Json]]:
    listed_films = records(tree.get("Films") or tree.get("films")) if isinstance(tree, dict) else []
    return {str(film[name]): film for film in listed_films for name in _FILM_IDS if film.get(name) is not None}


def _row(film: Fields, session: Fields) -> Row:
    attributes = session.words("SessionAttributesNames") or session.words("Attributes")
    return Row(
        number=session.number,
        date=session.key("Showtime"),
        business_date=session.key("SessionBusinessDate"),
        title=title_of(session, film, _TITLES, _FILM_IDS[:-2]),
        version=", ".join(attributes),
        auditorium=session.key("ScreenName", "ScreenNameAlt", "ScreenNumber"),
        booking_url=session.text("BookingUrl", "DeepLinkUrl"),
        status=_status(session),
        source_id=session.key("SessionId", "ID", "Id"),
        cinema=session.text("CinemaName"),
    )


def _status(session: Fields) -> str:
    said = session.values.get("SoldoutStatus")
    session.asked.add("SoldoutStatus")
    # What is unknown stays as it is written, and is reported with the others.
    written = str(said).lower() if isinstance(said, bool | str) else ""
    return _STATUSES.get(written, written)
