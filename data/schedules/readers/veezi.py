"""Veezi: sessions as its API lists them; a film's title stands in the session, or in a list of films beside."""

from collections.abc import Iterator, Mapping

from data.schedules.readers.feed import Chain, sheet_of, title_of
from data.schedules.readers.fields import Fields, listed, records
from data.schedules.readers.json_text import Json
from data.schedules.sheet import Row, Sheet

NAME = "veezi"
COLUMNS = {
    "date": "PreShowStartTime",
    "time": "PreShowStartTime",
    "feature_time": "FeatureStartTime",
    "title": "Title",
    "version": "Attributes",
    "format": "FilmFormat",
    "auditorium": "ScreenName",
    "status": "TicketsSoldOut",
    "booking_url": "Url",
    "source_id": "Id",
    "cinema": "SiteName",
}
_STARTS = ("PreShowStartTime", "FeatureStartTime")


def is_veezi(tree: Json) -> bool:
    """Say whether a document is a list of sessions, or one of films and one of sessions."""
    return any(name in session for session in records(_sessions(tree)) for name in _STARTS)


def read_veezi(tree: Json) -> Sheet:
    """Read the sessions. Raises FileUnreadableError where there are none."""
    return sheet_of(NAME, COLUMNS, _shows(tree), _row)


def _sessions(tree: Json) -> Json:
    if not isinstance(tree, dict):
        return tree
    return next((tree[name] for name in ("Sessions", "sessions", "value") if name in tree), [tree])


def _shows(tree: Json) -> Iterator[Chain]:
    films = _films(tree)
    for session in listed(_sessions(tree)):
        film_id = session.get("FilmId") if isinstance(session, dict) else None
        yield (films.get(str(film_id), {}), session)


def _films(tree: Json) -> Mapping[str, Mapping[str, Json]]:
    listed_films = records(tree.get("Films") or tree.get("films")) if isinstance(tree, dict) else []
    return {str(film["Id"]): film for film in listed_films if film.get("Id") is not None}


def _row(film: Fields, session: Fields) -> Row:
    # The start on the ticket is that of the programme, advertising included; without it, the film's own.
    start, feature = session.key("PreShowStartTime"), session.key("FeatureStartTime")
    return Row(
        number=session.number,
        date=start or feature,
        time=start or feature,
        feature_time=feature,
        title=title_of(session, film, ("Title", "FilmTitle"), ("FilmId",)),
        version=", ".join(session.words("Attributes")),
        # "2D Digital" is a word of the vendor's; that it is no film strip, nobody needs to be told.
        format=(session.text("FilmFormat") or film.text("Format")).removesuffix(" Digital"),
        auditorium=session.text("ScreenName") or session.key("ScreenId"),
        booking_url=session.text("Url", "URL"),
        status=_status(session),
        source_id=session.key("Id"),
        cinema=session.text("SiteName"),
    )


def _status(session: Fields) -> str:
    is_sold_out = session.flag("TicketsSoldOut")
    few_left = session.flag("FewTicketsLeft")
    if is_sold_out is None:
        return "scheduled" if few_left else ""
    return "sold out" if is_sold_out else "scheduled"
