"""What an old slug means today."""

from sqlmodel import Session, col, select

from data.tables.cinema import Cinema
from data.tables.film import Film
from data.tables.redirect import CINEMA, FILM, ScreeningRedirect, SlugRedirect


def moved_cinemas(session: Session) -> dict[str, str]:
    """Give the slugs of cinemas by their old ones."""
    query = select(SlugRedirect.slug, Cinema.slug).join(Cinema, col(Cinema.id) == SlugRedirect.cinema_id)
    return dict(session.exec(query.where(SlugRedirect.kind == CINEMA)).all())


def moved_films(session: Session) -> dict[str, str]:
    """Give the slugs of films by their old ones."""
    query = select(SlugRedirect.slug, Film.slug).join(Film, col(Film.id) == SlugRedirect.film_id)
    return dict(session.exec(query.where(SlugRedirect.kind == FILM)).all())


def moved_screenings(session: Session) -> dict[int, int]:
    """Give the ids of screenings by those of others that are the same."""
    query = select(ScreeningRedirect.screening_id, ScreeningRedirect.same_as_id)
    return dict(session.exec(query).all())
