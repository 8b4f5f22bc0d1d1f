"""What the database knows and a schedule is held against: titles of films, and the coming screenings of a cinema."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from data.errors import UnknownCinemaError
from data.schedules.cinema_names import CinemaNames, KnownCinema, names_of
from data.schedules.showing import Published
from data.schedules.snapshot import published_of, read_snapshots
from data.schedules.titles.book import KnownFilm, TitleBook, book_of
from data.tables.alias import CinemaAlias
from data.tables.cinema import Cinema
from data.tables.film import TAKEN_SLUGS, Film, FilmTitle
from data.tables.moved import moved_cinemas, moved_films
from data.tables.redirect import CINEMA, ScreeningRedirect, SlugRedirect
from data.tables.screening import Screening


def cinema_of(session: Session, slug: str) -> Cinema:
    """Find a cinema by its slug, or by one that it had before a merge. Raises UnknownCinemaError."""
    cinema = session.exec(select(Cinema).where(Cinema.slug == slug)).first()
    if cinema is None and (redirect := session.get(SlugRedirect, (CINEMA, slug))):
        cinema = session.get(Cinema, redirect.cinema_id)
    if cinema is None:
        raise UnknownCinemaError(slug)
    return cinema


def cinema_names(session: Session) -> CinemaNames:
    """Gather what all cinemas are called."""
    known = [KnownCinema(*cinema) for cinema in session.exec(select(Cinema.slug, Cinema.name, Cinema.city))]
    cities = {cinema.slug: cinema.city for cinema in known}
    aliases = session.exec(select(Cinema.slug, CinemaAlias.name).join(Cinema, col(Cinema.id) == CinemaAlias.cinema_id))
    also = [*aliases, *((slug, old) for old, slug in moved_cinemas(session).items())]
    return names_of(known, [KnownCinema(slug, name, cities[slug]) for slug, name in also])


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
        {*TAKEN_SLUGS, *moved_films(session), *(film.slug for film in films.values())},
    )


def film_minutes(session: Session) -> dict[str, int]:
    """Read how long films are, by slug, where that is known."""
    query = select(Film.slug, Film.minutes)
    return {slug: minutes for slug, minutes in session.exec(query) if minutes}


def film_languages(session: Session) -> dict[str, list[str]]:
    """Read the original languages of films, by slug."""
    query = select(Film.slug, Film.original_languages)
    return {slug: list(languages) for slug, languages in session.exec(query) if languages}


def coming_screenings(session: Session, cinema_id: int, now: datetime) -> list[Published]:
    """Read a cinema's screenings that have not begun: no file changes the past. What is another's twin is left out."""
    is_twin = columns(col(ScreeningRedirect.screening_id))
    coming = and_(
        col(Screening.cinema_id) == cinema_id, col(Screening.starts_at) >= now, col(Screening.id).not_in(is_twin)
    )
    snapshots = read_snapshots(session, coming)
    slugs = film_slugs(session, {film_id for one in snapshots.values() for film_id in one.film_ids})
    return [published_of(screening_id, one, slugs) for screening_id, one in snapshots.items()]


def film_slugs(session: Session, film_ids: Collection[int]) -> dict[int, str]:
    """Read the slugs of films."""
    if not film_ids:
        return {}
    return dict(session.exec(select(Film.id, Film.slug).where(col(Film.id).in_(film_ids))).all())
