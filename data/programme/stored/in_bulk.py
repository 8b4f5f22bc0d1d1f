"""Screenings in bulk from SQLite: thousands of rows come as one row of long texts, and are taken apart here.

A row of a dozen columns costs two microseconds and more as a tuple, and one as a part of texts that SQLite has glued
together. That happens without the interpreter's lock, so that the last portion can be taken apart meanwhile.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Row, Select, String, func, literal_column, select
from sqlmodel import Session, col

from data.programme.stored.portion import UNKNOWN, Fetched, Portion, Scope, Shown
from data.tables.screening import Screening, ScreeningFilm

_LINE = literal_column("'\n'", String)
_NOTHING = literal_column("''", String)
_NULL = literal_column("'null'", String)
_DAY_0 = np.datetime64("0000-12-31")
_texts = msgspec.json.Decoder(list[str]).decode
_texts_or_null = msgspec.json.Decoder(list[str | None]).decode


def _lines(column: object) -> ColumnElement[str]:
    """Glue what has no line break in it: JSON, dates and words of our own."""
    return func.group_concat(column, _LINE)


def _fixed(column: object) -> ColumnElement[str]:
    """Glue what has one width."""
    return func.group_concat(column, _NOTHING)


# JSON for what others have written, which may have any sign in it.
_SCREENINGS = select(
    func.group_concat(col(Screening.id)).label("id"),
    func.group_concat(col(Screening.cinema_id)).label("cinema_id"),
    _fixed(Screening.starts_at).label("starts_at"),
    _fixed(Screening.programme_on).label("programme_on"),
    _lines(Screening.audio).label("audio"),
    _fixed(func.coalesce(Screening.is_original, literal_column(str(UNKNOWN)))).label("is_original"),
    _lines(func.coalesce(Screening.subtitles, _NULL)).label("subtitles"),
    _fixed(Screening.captions).label("captions"),
    _fixed(Screening.audio_description).label("audio_description"),
    _lines(Screening.formats).label("formats"),
    func.json_group_array(Screening.auditorium).label("auditorium"),
    _lines(Screening.status).label("status"),
    func.json_group_array(func.coalesce(Screening.booking_url, _NOTHING)).label("link"),
)


def fetch_in_bulk(session: Session, scope: Scope) -> Iterator[Fetched]:
    """Fetch portions from SQLite."""
    connection = session.connection()
    screenings, shown = _SCREENINGS.where(scope.screenings), _shown(scope)
    for values in scope.values:
        rows = connection.execute(screenings, values).one()
        if rows.id is not None:
            yield partial(_portion, rows, connection.execute(shown, values).one())


def _shown(scope: Scope) -> Select[Any]:
    ordered = select(col(ScreeningFilm.screening_id), col(ScreeningFilm.film_id)).where(scope.shown)
    rows = ordered.order_by(col(ScreeningFilm.screening_id), col(ScreeningFilm.position)).subquery()
    return select(*map(func.group_concat, rows.c))


def _portion(rows: Row[*tuple[str, ...]], shown: Iterable[str]) -> Portion:
    return Portion(
        id=_integers(rows.id),
        cinema_id=_integers(rows.cinema_id),
        minute=_moments(rows.starts_at, "S26", "datetime64[us]").astype("datetime64[m]").astype(np.int32),
        evening=(_moments(rows.programme_on, "S10", "datetime64[D]") - _DAY_0).astype(np.int32),
        audio=rows.audio.split("\n"),
        is_original=_flags(rows.is_original),
        subtitles=rows.subtitles.split("\n"),
        captions=_flags(rows.captions),
        audio_description=_flags(rows.audio_description),
        formats=rows.formats.split("\n"),
        auditorium=_texts_or_null(rows.auditorium),
        status=rows.status.split("\n"),
        link=_texts(rows.link),
        shown=Shown(*(_integers(column) for column in shown)),
    )


def _integers(glued: str | None) -> NDArray[np.int64]:
    return np.fromstring(glued or "", dtype=np.int64, sep=",")


def _moments(glued: str, width: str, unit: str) -> NDArray[np.datetime64]:
    """Take moments or days apart: SQLAlchemy writes all in one width."""
    return np.frombuffer(glued.encode(), width).astype(unit)


def _flags(glued: str) -> NDArray[np.uint8]:
    """Take digits apart."""
    return np.frombuffer(glued.encode(), dtype=np.uint8) - np.uint8(ord("0"))
