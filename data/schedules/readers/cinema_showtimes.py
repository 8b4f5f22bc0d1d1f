"""CinemaShowtimes-JSON 1.0: one cinema with its films, auditoria and sessions, linked by ids."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from data.schedules.readers.feed import Chain, sheet_of, title_of
from data.schedules.readers.fields import Fields, listed, records
from data.schedules.readers.json_text import Json
from data.schedules.readers.said_language import version_said, words_beside
from data.schedules.sheet import Row, Sheet
from data.sentence import Sentence
from data.text import folded
from data.times.years import YEARS

NAME = "cinema-showtimes"
COLUMNS = {
    "date": "start_time_local",
    "title": "title",
    "version": "language",
    "format": "format",
    "auditorium": "auditorium_id",
    "status": "status",
    "booking_url": "booking_url",
    "source_id": "id",
    "cinema": "cinema",
}
_CAPTIONS = frozenset({"captions", "open captions", "closed captions", "open caption", "closed caption", "hoh", "sdh"})
_DESCRIBED = frozenset({"audio description", "audio described", "ad"})
_NO_INSTANT = Sentence("This is no moment of Greenwich. Write it as 2026-11-26T19:15:00Z, or give start_time_local.")


def is_cinema_showtimes(tree: Json) -> bool:
    """Say whether a document is in this format."""
    sessions = records(tree.get("sessions")) if isinstance(tree, dict) else []
    return any("start_time_local" in session or "start_time_utc" in session for session in sessions)


def read_cinema_showtimes(tree: Json) -> Sheet:
    """Read the sessions. Raises FileUnreadableError where there are none."""
    return sheet_of(NAME, COLUMNS, _shows(tree), _row)


def _shows(tree: Json) -> Iterator[Chain]:
    document = tree if isinstance(tree, dict) else {}
    films, auditoria = _by_id(document.get("films")), _by_id(document.get("auditoria"))
    cinema = document.get("cinema")
    house = cinema if isinstance(cinema, dict) else {"name": cinema}
    for session in listed(document.get("sessions")):
        linked = session if isinstance(session, dict) else {}
        film, auditorium = linked.get("film_id"), linked.get("auditorium_id")
        yield (house, films.get(str(film), {}), auditoria.get(str(auditorium), {}), session)


def _by_id(value: Json) -> dict[str, Mapping[str, Json]]:
    return {str(one["id"]): one for one in records(value) if one.get("id") is not None}


def _row(cinema: Fields, film: Fields, auditorium: Fields, session: Fields) -> Row:
    said = session.record("attributes")
    language = said.words("language")
    subtitles = said.words("subtitle_languages") if "subtitle_languages" in said.values else None
    access = frozenset(folded(one.replace("_", " ")) for one in _accessibility(said))
    local = session.key("start_time_local")
    return Row(
        number=session.number,
        date=local or session.key("start_time_utc"),
        # Wall time is what a cinema knows best; only without it the moment counts.
        starts_at=None if local else _instant(session),
        title=title_of(session, film, ("title",), ("film_id",)),
        version=words_beside(*language, *(subtitles or ())),
        version_said=version_said(
            language, subtitles, captions=bool(access & _CAPTIONS), described=bool(access & _DESCRIBED)
        ),
        format=" ".join((*said.words("format"), *said.words("formats"))),
        auditorium=auditorium.text("name") or session.key("auditorium_id"),
        booking_url=session.text("booking_url", "ticket_url"),
        status=session.text("status").replace("_", " "),
        source_id=session.key("id"),
        cinema=cinema.text("name"),
    )


def _accessibility(said: Fields) -> tuple[str, ...]:
    """Give what is promised, whether it is written as a list or as one yes or no each."""
    value = said.values.get("accessibility")
    if not isinstance(value, Mapping):
        return said.words("accessibility")
    promises = said.record("accessibility")
    return tuple(name for name in value if promises.flag(name))


def _instant(session: Fields) -> datetime | None:
    """Read the moment in UTC; what is none is noted, and left to be read as wall time."""
    written = session.key("start_time_utc")
    try:
        moment = datetime.fromisoformat(written) if written else None
    except ValueError:
        moment = None
    if moment is not None and moment.tzinfo is not None and moment.year in YEARS[1:-1]:
        return moment
    if written:
        session.bar("time-unreadable", "start_time_utc", _NO_INSTANT)
    return None
