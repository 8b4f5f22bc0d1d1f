"""Screenings row by row, as plain as can be: what reading in bulk is held to."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import String, cast, select
from sqlmodel import Session, col

from data.programme.stored.portion import UNKNOWN, Fetched, Portion, Scope, Shown
from data.tables.screening import Screening, ScreeningFilm

_SCREENINGS = select(
    col(Screening.id),
    col(Screening.cinema_id),
    col(Screening.starts_at),
    col(Screening.programme_on),
    # The texts themselves: each distinct one is read once.
    cast(Screening.audio, String),
    col(Screening.is_original),
    cast(Screening.subtitles, String),
    col(Screening.captions),
    col(Screening.audio_description),
    cast(Screening.formats, String),
    col(Screening.auditorium),
    col(Screening.status),
    col(Screening.booking_url),
)
_SHOWN = select(col(ScreeningFilm.screening_id), col(ScreeningFilm.film_id)).order_by(
    col(ScreeningFilm.screening_id), col(ScreeningFilm.position)
)


def fetch_by_rows(session: Session, scope: Scope) -> Iterator[Fetched]:
    """Fetch portions."""
    connection = session.connection()
    screenings, shown = _SCREENINGS.where(scope.screenings), _SHOWN.where(scope.shown)
    for values in scope.values:
        if rows := connection.execute(screenings, values).all():
            yield partial(_portion, rows, connection.execute(shown, values).all())


def _portion(rows: Sequence[Sequence[Any]], shown: Sequence[Sequence[Any]]) -> Portion:
    ids, cinemas, starts, evenings, audio, original, subtitles, captions, described, formats, *more = zip(
        *rows, strict=True
    )
    auditoriums, statuses, links = more
    return Portion(
        id=np.array(ids, dtype=np.int64),
        cinema_id=np.array(cinemas, dtype=np.int64),
        minute=np.array([int(at.astimezone(UTC).timestamp()) // 60 for at in starts], dtype=np.int32),
        evening=np.array([on.toordinal() for on in evenings], dtype=np.int32),
        audio=audio,
        is_original=_flags(original),
        subtitles=[text or "null" for text in subtitles],
        captions=_flags(captions),
        audio_description=_flags(described),
        formats=formats,
        auditorium=auditoriums,
        status=statuses,
        link=[link or "" for link in links],
        shown=Shown(*np.array(shown, dtype=np.int64).reshape(-1, 2).T),
    )


def _flags(values: Sequence[bool | None]) -> NDArray[np.uint8]:
    return np.array([UNKNOWN if value is None else value for value in values], dtype=np.uint8)
