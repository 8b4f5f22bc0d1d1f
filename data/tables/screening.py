"""A screening: one cinema, one moment, one version, and the films that it shows."""

from datetime import date, datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class Screening(SQLModel, table=True):
    """One row of a programme.

    What is heard and read stands in `audio` (BCP 47, `und` unknown), `is_original` (null unknown) and `subtitles`
    (empty: none, null: unknown); `label_raw` is what the cinema wrote. `status` is `scheduled`, `sold-out` or
    `cancelled`; `status_by_hand` is what a person made of it (null: nobody, or it is scheduled);
    `moved_from_at` and `moved_from_auditorium` are where it was before a person moved it (null: nobody did).
    `title_raw` is what the cinema calls it. `programme_on` is the evening that it belongs to.
    """

    __table_args__ = (Index("ix_screening_cinema_day", "cinema_id", "programme_on"),)

    id: int = Field(default=None, primary_key=True)
    cinema_id: int = Field(foreign_key="cinema.id", ondelete="CASCADE")
    schedule_id: int = Field(foreign_key="schedule.id")
    source_id: str | None = None
    starts_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False, index=True))
    programme_on: date
    audio: list[str] = Field(sa_column=Column(JSON, nullable=False))
    is_original: bool | None = None
    subtitles: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    captions: bool = False
    audio_description: bool = False
    label_raw: str = ""
    formats: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    title_raw: str
    auditorium: str | None = None
    booking_url: str | None = None
    status: str = "scheduled"
    status_by_hand: str | None = None
    moved_from_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    moved_from_auditorium: str | None = None


class ScreeningFilm(SQLModel, table=True):
    """Which films a screening shows, in order: usually one, a double feature two, a sneak none."""

    __tablename__ = "screening_film"

    screening_id: int = Field(foreign_key="screening.id", primary_key=True, ondelete="CASCADE")
    position: int = Field(primary_key=True)
    film_id: int = Field(foreign_key="film.id", index=True)
