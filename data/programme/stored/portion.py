"""A portion of the table of screenings: columns as they were fetched; what repeats in them is not numbered yet."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Integer, and_, bindparam, func
from sqlmodel import Session, col, select

from data.tables.screening import Screening, ScreeningFilm

UNKNOWN = 2
_IDS, _CINEMAS = 16_000, 160


class Shown(NamedTuple):
    """Which films screenings show: columns of shape (m,), by screening and within one in order."""

    screening_id: NDArray[np.int64]
    film_id: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Screenings that are not cancelled, as columns of shape (n,), and the films of these and perhaps of others.

    `minute` counts from 1970 (UTC), `evening` is an ordinal date. `audio`, `subtitles` and `formats` are JSON texts.
    `is_original`, `captions` and `audio_description` are 0, 1 or UNKNOWN; a `link` is empty for none.
    """

    id: NDArray[np.int64]
    cinema_id: NDArray[np.int64]
    minute: NDArray[np.int32]
    evening: NDArray[np.int32]
    audio: Sequence[str]
    is_original: NDArray[np.uint8]
    subtitles: Sequence[str]
    captions: NDArray[np.uint8]
    audio_description: NDArray[np.uint8]
    formats: Sequence[str]
    auditorium: Sequence[str | None]
    status: Sequence[str]
    link: Sequence[str]
    shown: Shown


# What was fetched, still to be taken apart: another thread may do that.
Fetched = Callable[[], Portion]


class Scope(NamedTuple):
    """The conditions of a portion, on screenings and on what they show, and the values in them of each portion."""

    screenings: ColumnElement[bool]
    shown: ColumnElement[bool]
    values: Iterable[dict[str, Any]]


def scope_of(session: Session, cinema_ids: Collection[int] | None) -> Scope:
    """Cut the screenings that are not cancelled, all or those of some cinemas, into portions."""
    # One statement for all portions: to build it anew would cost as much as a thousand rows.
    if cinema_ids is None:
        ends = bindparam("first", type_=Integer), bindparam("last", type_=Integer)
        some = col(Screening.id).between(*ends)
        shown = col(ScreeningFilm.screening_id).between(*ends)
        values = _id_ranges(session)
    else:
        some = col(Screening.cinema_id).in_(bindparam("cinemas", expanding=True))
        shown = col(ScreeningFilm.screening_id).in_(select(Screening.id).where(some))
        values = _groups(sorted(set(cinema_ids)))
    return Scope(and_(some, col(Screening.status) != "cancelled"), shown, values)


def _id_ranges(session: Session) -> Iterator[dict[str, Any]]:
    # Two questions: an index knows each end at once, but not both.
    first = session.exec(select(func.min(Screening.id))).one()
    last = session.exec(select(func.max(Screening.id))).one()
    if first is not None and last is not None:
        yield from ({"first": start, "last": start + _IDS - 1} for start in range(first, last + 1, _IDS))


def _groups(cinema_ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    return ({"cinemas": cinema_ids[start : start + _CINEMAS]} for start in range(0, len(cinema_ids), _CINEMAS))
