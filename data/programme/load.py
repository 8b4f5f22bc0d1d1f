"""The programme is read from the database: in bulk, as plain columns, in one consistent state."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from sqlalchemy import func
from sqlmodel import Session, col, select

from data.programme.facts import CinemaFacts, FilmDetails, VersionFacts
from data.programme.films import load_films
from data.programme.programme import Columns, Details, Programme
from data.tables.change import Change
from data.tables.cinema import Cinema
from data.tables.schedule import Schedule
from data.tables.screening import Screening, ScreeningFilm
from data.versions.label import key_of, label_of
from data.versions.version import Version

_CINEMA_COLUMNS = set(CinemaFacts.__struct_fields__) - {"known_until"}


class _Stored(NamedTuple):
    """A row of the table of screenings, as it is selected."""

    id: int
    cinema_id: int
    starts_at: datetime
    programme_on: date
    audio: list[str]
    is_original: bool | None
    subtitles: list[str] | None
    captions: bool
    audio_description: bool
    formats: list[str]
    title_raw: str
    auditorium: str | None
    booking_url: str | None
    status: str


def load_programme(session: Session, *, language: str) -> Programme:
    """Read all that is public; film titles in a language (BCP 47) where there is one."""
    cinemas = _load_cinemas(session)
    films = load_films(session, language)
    cinema_position = {cinema_id: position for position, (cinema_id, _) in enumerate(cinemas)}
    stored = _load_screenings(session)
    stored.sort(key=lambda row: (cinema_position[row.cinema_id], row.starts_at, row.id))
    film_position = {film_id: position for position, (film_id, _) in enumerate(films)}
    shown = _load_films_shown(session, film_position)
    films_of_rows = [shown.get(row.id, ()) for row in stored]
    facts = [facts for _, facts in cinemas]
    details = [film for _, film in films]
    versions, version_of_rows = _versions(stored, [[details[film] for film in row] for row in films_of_rows])
    formats = sorted({name for row in stored for name in row.formats})
    change_id, as_of = session.exec(select(func.max(Change.id), func.max(Change.changed_at))).one()
    return Programme(
        cinemas=facts,
        cinema_by_slug={one.slug: position for position, one in enumerate(facts)},
        zones=[ZoneInfo(one.time_zone) for one in facts],
        lats=np.array([one.lat for one in facts], dtype=np.float64),
        lons=np.array([one.lon for one in facts], dtype=np.float64),
        films=details,
        film_by_slug={film.slug: position for position, film in enumerate(details)},
        versions=versions,
        version_keys=[key_of(_plain_version(one), one.label) for one in versions],
        formats=formats,
        columns=_columns(stored, cinema_position, version_of_rows, formats),
        details=_details(stored, films_of_rows),
        rows_by_film=_rows_by_film(films_of_rows, len(films)),
        as_of=as_of,
        change_id=change_id or 0,
        is_demo=session.exec(select(Schedule.id).where(Schedule.origin == "demo").limit(1)).first() is not None,
    )


def _load_cinemas(session: Session) -> list[tuple[int, CinemaFacts]]:
    query = (
        select(Schedule.cinema_id, func.max(Schedule.scope_until))
        .where(Schedule.state == "published")
        .group_by(col(Schedule.cinema_id))
    )
    known_until = dict(session.exec(query).all())
    rows = session.exec(select(Cinema)).all()
    facts = [
        (row.id, CinemaFacts(known_until=known_until.get(row.id), **row.model_dump(include=_CINEMA_COLUMNS)))
        for row in rows
    ]
    return sorted(facts, key=lambda pair: pair[1].slug)


def _load_screenings(session: Session) -> list[_Stored]:
    columns = [getattr(Screening, name) for name in _Stored._fields]
    query = select(*columns).where(col(Screening.status) != "cancelled")
    return [_Stored(*row) for row in session.exec(query)]


def _load_films_shown(session: Session, film_position: dict[int, int]) -> dict[int, tuple[int, ...]]:
    query = (
        select(ScreeningFilm.screening_id, ScreeningFilm.film_id)
        .join(Screening, col(Screening.id) == ScreeningFilm.screening_id)
        .where(col(Screening.status) != "cancelled")
        .order_by(col(ScreeningFilm.screening_id), col(ScreeningFilm.position))
    )
    shown: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for screening_id, film_id in session.exec(query):
        shown[screening_id] = (*shown[screening_id], film_position[film_id])
    return shown


def _versions(
    stored: Sequence[_Stored], films: Sequence[Sequence[FilmDetails]]
) -> tuple[list[VersionFacts], list[int]]:
    """Give the distinct versions, and the position of each row's; "original" is filled in from the film."""
    positions: dict[VersionFacts, int] = {}
    of_rows = []
    for row, shown in zip(stored, films, strict=True):
        languages = dict.fromkeys(language for film in shown for language in film.original_languages)
        version = _version_of(row).for_film(tuple(languages))
        facts = VersionFacts(
            label=label_of(version),
            audio=version.audio,
            is_original=version.is_original,
            subtitles=version.subtitles,
            captions=version.captions,
            audio_description=version.audio_description,
        )
        of_rows.append(positions.setdefault(facts, len(positions)))
    return list(positions), of_rows


def _version_of(row: _Stored) -> Version:
    subtitles = None if row.subtitles is None else tuple(row.subtitles)
    return Version(tuple(row.audio), row.is_original, subtitles, row.captions, row.audio_description)


def _plain_version(facts: VersionFacts) -> Version:
    return Version(facts.audio, facts.is_original, facts.subtitles, facts.captions, facts.audio_description)


def _columns(
    stored: Sequence[_Stored], cinema_position: dict[int, int], versions: Sequence[int], formats: Sequence[str]
) -> Columns:
    bits = {name: 1 << bit for bit, name in enumerate(formats)}
    return Columns(
        cinema=np.array([cinema_position[row.cinema_id] for row in stored], dtype=np.int32),
        minute=np.array([int(row.starts_at.timestamp()) // 60 for row in stored], dtype=np.int64),
        evening=np.array([row.programme_on.toordinal() for row in stored], dtype=np.int32),
        version=np.array(versions, dtype=np.int16),
        formats=np.array([sum(bits[name] for name in row.formats) for row in stored], dtype=np.uint32),
    )


def _details(stored: Sequence[_Stored], films: Sequence[tuple[int, ...]]) -> Details:
    return Details(
        ids=[row.id for row in stored],
        films=films,
        titles=[row.title_raw for row in stored],
        auditoriums=[row.auditorium for row in stored],
        booking_urls=[row.booking_url for row in stored],
        statuses=[row.status for row in stored],
    )


def _rows_by_film(films_of_rows: Sequence[tuple[int, ...]], film_count: int) -> list[np.ndarray]:
    rows: list[list[int]] = [[] for _ in range(film_count)]
    for row, films in enumerate(films_of_rows):
        for film in dict.fromkeys(films):
            rows[film].append(row)
    return [np.array(one, dtype=np.intp) for one in rows]
