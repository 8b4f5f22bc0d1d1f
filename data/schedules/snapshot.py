"""A screening as it is stored, with its films: what a publish found and left, and what undoing it brings back."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime

import msgspec
from sqlalchemy import ColumnElement, and_
from sqlalchemy import select as columns
from sqlmodel import Session, col

from data.schedules.showing import Published, Showing, Slot
from data.tables.screening import Screening, ScreeningFilm
from data.versions.version import Version


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of one `Screening` but those that never change, and its films in order."""

    schedule_id: int
    source_id: str | None
    starts_at: datetime
    programme_on: date
    audio: list[str]
    is_original: bool | None
    subtitles: list[str] | None
    captions: bool
    audio_description: bool
    label_raw: str
    formats: list[str]
    title_raw: str
    auditorium: str | None
    booking_url: str | None
    status: str
    # What an older Kinonah has kept does not say these.
    status_by_hand: str | None = None
    moved_from_at: datetime | None = None
    moved_from_auditorium: str | None = None
    film_ids: list[int] = []


COLUMNS = tuple(name for name in Snapshot.__struct_fields__ if name != "film_ids")


def read_snapshots(session: Session, which: ColumnElement[bool]) -> dict[int, Snapshot]:
    """Read the screenings that a condition on their table selects, by id."""
    # Columns, not rows of the ORM: those would be made, and compared, one by one.
    connection = session.connection()
    rows = connection.execute(
        columns(col(Screening.id), *(getattr(Screening, name) for name in COLUMNS))
        .where(which)
        .order_by(col(Screening.id))
    ).all()
    shown = connection.execute(
        columns(col(ScreeningFilm.screening_id), col(ScreeningFilm.film_id))
        .join(Screening, col(Screening.id) == col(ScreeningFilm.screening_id))
        .where(which)
        .order_by(col(ScreeningFilm.screening_id), col(ScreeningFilm.position))
    )
    films: dict[int, list[int]] = defaultdict(list)
    for screening_id, film_id in shown:
        films[screening_id].append(film_id)
    return {
        screening_id: Snapshot(**dict(zip(COLUMNS, values, strict=True)), film_ids=films[screening_id])
        for screening_id, *values in rows
    }


def snapshots_by_id(session: Session, cinema_id: int, ids: Collection[int]) -> dict[int, Snapshot]:
    """Read those screenings of some ids that a cinema has."""
    which = and_(col(Screening.cinema_id) == cinema_id, col(Screening.id).in_(ids))
    return read_snapshots(session, which) if ids else {}


def snapshot_of(showing: Showing, schedule_id: int, film_ids: Mapping[str, int]) -> Snapshot:
    """Write down what a schedule makes of a screening; `film_ids` are by slug."""
    version = showing.version
    return Snapshot(
        schedule_id=schedule_id,
        source_id=showing.source_id,
        starts_at=showing.starts_at,
        programme_on=showing.programme_on,
        audio=list(version.audio),
        is_original=version.is_original,
        subtitles=None if version.subtitles is None else list(version.subtitles),
        captions=version.captions,
        audio_description=version.audio_description,
        label_raw=showing.label_raw,
        formats=list(showing.formats),
        title_raw=showing.title,
        auditorium=showing.auditorium,
        booking_url=showing.booking_url,
        status=showing.status or "scheduled",
        film_ids=[film_ids[slug] for slug in showing.films],
    )


def published_of(screening_id: int, snapshot: Snapshot, slugs: Mapping[int, str]) -> Published:
    """Read a stored screening as a file is held against it; `slugs` are those of films, by id."""
    moved_from = Slot(snapshot.moved_from_at, snapshot.moved_from_auditorium) if snapshot.moved_from_at else None
    return Published(screening_id, showing_of(snapshot, slugs), snapshot.status_by_hand, moved_from)


def showing_of(snapshot: Snapshot, slugs: Mapping[int, str]) -> Showing:
    """Read a stored screening as what it shows; `slugs` are those of films, by id."""
    return Showing(
        starts_at=snapshot.starts_at,
        programme_on=snapshot.programme_on,
        films=tuple(slugs[film_id] for film_id in snapshot.film_ids),
        title=snapshot.title_raw,
        version=Version(
            audio=tuple(snapshot.audio),
            is_original=snapshot.is_original,
            subtitles=None if snapshot.subtitles is None else tuple(snapshot.subtitles),
            captions=snapshot.captions,
            audio_description=snapshot.audio_description,
        ),
        label_raw=snapshot.label_raw,
        formats=tuple(snapshot.formats),
        auditorium=snapshot.auditorium,
        booking_url=snapshot.booking_url,
        status=snapshot.status,
        source_id=snapshot.source_id,
    )
