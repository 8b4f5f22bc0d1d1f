"""Screenings in bulk: thousands of rows come as one row of long texts, and are taken apart here.

A row of a dozen columns costs two microseconds and more as a tuple, and one as a part of texts that the database has
glued together. That happens without the interpreter's lock, so that the last portion can be taken apart meanwhile.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, Row, Select, String, func, literal_column, select
from sqlmodel import Session, col

from data.programme.stored.glue import GLUES, Glue, fixed
from data.programme.stored.portion import UNKNOWN, Fetched, Portion, Scope, Shown
from data.tables.screening import Screening, ScreeningFilm

_DAY_0 = np.datetime64("0000-12-31")
_texts = msgspec.json.Decoder(list[str]).decode
_texts_or_null = msgspec.json.Decoder(list[str | None]).decode


def _screenings(glue: Glue) -> Select[*tuple[Any, ...]]:
    """Glue each column; as JSON what others have written, which may have any sign in it."""
    return select(
        glue.numbers(Screening.id).label("id"),
        glue.numbers(Screening.cinema_id).label("cinema_id"),
        fixed(glue.moment(Screening.starts_at)).label("starts_at"),
        fixed(glue.day(Screening.programme_on)).label("programme_on"),
        glue.lines(Screening.audio).label("audio"),
        fixed(glue.text(func.coalesce(glue.digit(Screening.is_original), _UNKNOWN))).label("is_original"),
        glue.lines(func.coalesce(glue.text(Screening.subtitles), _NULL)).label("subtitles"),
        fixed(glue.text(glue.digit(Screening.captions))).label("captions"),
        fixed(glue.text(glue.digit(Screening.audio_description))).label("audio_description"),
        glue.lines(Screening.formats).label("formats"),
        glue.texts(Screening.auditorium).label("auditorium"),
        glue.lines(Screening.status).label("status"),
        glue.texts(func.coalesce(Screening.booking_url, _NOTHING)).label("link"),
    )


_UNKNOWN = literal_column(str(UNKNOWN), Integer)
_NOTHING = literal_column("''", String)
_NULL = literal_column("'null'", String)
# Built once: to build one costs as much as a thousand rows.
_SCREENINGS = {name: _screenings(glue) for name, glue in GLUES.items()}


def fetch_in_bulk(session: Session, scope: Scope) -> Iterator[Fetched]:
    """Fetch portions."""
    connection = session.connection()
    name = connection.dialect.name
    screenings, shown = _SCREENINGS[name].where(scope.screenings), _shown(GLUES[name], scope)
    for values in scope.values:
        rows = connection.execute(screenings, values).one()
        if rows.id is not None:
            yield partial(_portion, rows, connection.execute(shown, values).one())


def _shown(glue: Glue, scope: Scope) -> Select[*tuple[Any, ...]]:
    ordered = select(col(ScreeningFilm.screening_id), col(ScreeningFilm.film_id)).where(scope.shown)
    rows = ordered.order_by(col(ScreeningFilm.screening_id), col(ScreeningFilm.position)).subquery()
    return select(*map(glue.numbers, rows.c))


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
    """Take moments or days apart: all have one width."""
    return np.frombuffer(glued.encode(), width).astype(unit)


def _flags(glued: str) -> NDArray[np.uint8]:
    """Take digits apart."""
    return np.frombuffer(glued.encode(), dtype=np.uint8) - np.uint8(ord("0"))
