"""What the database knows and a schedule is held against: titles of films, and the coming screenings of a cinema."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from data.errors import UnknownCinemaError
from data.schedules.cinema_names import CinemaNames, KnownCinema, names_of
from data.schedules.showing import Published, Showing
from data.schedules.titles.book import KnownFilm, TitleBook, book_of
from data.tables.cinema import Cinema
from data.tables.film import TAKEN_SLUGS, Film, FilmTitle
from data.tables.screening import Screening, ScreeningFilm
from data.versions.version import Version


def cinema_of(session: Session, slug: str) -> Cinema:
    """Find a cinema by its slug. Raises UnknownCinemaError."""
    cinema = session.exec(select(Cinema).where(Cinema.slug == slug)).first()
    if cinema is None:
        raise UnknownCinemaError(slug)
    return cinema


def cinema_names(session: Session) -> CinemaNames:
    """Gather what all cinemas are called."""
    known = session.exec(select(Cinema.slug, Cinema.name, Cinema.city))
    return names_of(KnownCinema(*cinema) for cinema in known)


def title_book(session: Session) -> TitleBook:
    """Gather all known titles."""
    # Columns, not rows of the ORM: a catalogue has thousands of titles, and a sheet is checked while someone waits.
    titles = session.exec(select(FilmTitle.film_id, FilmTitle.title).order_by(col(FilmTitle.id)))
    facts = session.connection().execute(
        columns(col(Film.id), col(Film.slug), col(Film.original_title), col(Film.year), col(Film.is_provisional))
    )
    films = {film_id: KnownFilm(slug, title, year, known) for film_id, slug, title, year, known in facts}
    return book_of(
        dict.fromkeys((title, films[film_id]) for film_id, title in titles),
        {*TAKEN_SLUGS, *(film.slug for film in films.values())},
    )


def film_minutes(session: Session) -> dict[str, int]:
    """Read how long films are, by slug, where that is known."""
    query = select(Film.slug, Film.minutes)
    return {slug: minutes for slug, minutes in session.exec(query) if minutes}


def coming_screenings(session: Session, cinema_id: int, now: datetime) -> list[Published]:
    """Read a cinema's screenings that have not begun: no file changes the past."""
    query = select(Screening).where(Screening.cinema_id == cinema_id, col(Screening.starts_at) >= now)
    screenings = session.exec(query.order_by(col(Screening.id))).all()
    films = _films_of(session, cinema_id, now)
    return [Published(row.id, _showing(row, films[row.id])) for row in screenings]


def _films_of(session: Session, cinema_id: int, now: datetime) -> dict[int, list[str]]:
    query = (
        select(ScreeningFilm.screening_id, Film.slug)
        .join(Film, col(Film.id) == ScreeningFilm.film_id)
        .join(Screening, col(Screening.id) == ScreeningFilm.screening_id)
        .where(Screening.cinema_id == cinema_id, col(Screening.starts_at) >= now)
        .order_by(col(ScreeningFilm.screening_id), col(ScreeningFilm.position))
    )
    films: dict[int, list[str]] = defaultdict(list)
    for screening_id, slug in session.exec(query):
        films[screening_id].append(slug)
    return films


def _showing(row: Screening, films: Sequence[str]) -> Showing:
    return Showing(
        starts_at=row.starts_at,
        programme_on=row.programme_on,
        films=tuple(films),
        title=row.title_raw,
        version=Version(
            audio=tuple(row.audio),
            is_original=row.is_original,
            subtitles=None if row.subtitles is None else tuple(row.subtitles),
            captions=row.captions,
            audio_description=row.audio_description,
        ),
        label_raw=row.label_raw,
        formats=tuple(row.formats),
        auditorium=row.auditorium,
        booking_url=row.booking_url,
        status=row.status,
        source_id=row.source_id,
    )
