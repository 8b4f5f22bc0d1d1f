"""Where to find what was merged: old slugs of cinemas and films, old ids of screenings."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime

CINEMA, FILM = "cinema", "film"


class SlugRedirect(SQLModel, table=True):
    """A slug that was once in the address bar; by `kind` (`cinema` or `film`), the one that it means now."""

    __tablename__ = "slug_redirect"

    kind: str = Field(primary_key=True)
    slug: str = Field(primary_key=True)
    cinema_id: int | None = Field(default=None, foreign_key="cinema.id", index=True, ondelete="CASCADE")
    film_id: int | None = Field(default=None, foreign_key="film.id", index=True, ondelete="CASCADE")


class ScreeningRedirect(SQLModel, table=True):
    """A screening that turned out to be another one. Its own row stays, as cancelled, so that its id is nobody else's.

    `same_as_id` is never itself redirected.
    """

    __tablename__ = "screening_redirect"

    screening_id: int = Field(foreign_key="screening.id", primary_key=True, ondelete="CASCADE")
    same_as_id: int = Field(foreign_key="screening.id", index=True, ondelete="CASCADE")
    joined_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
