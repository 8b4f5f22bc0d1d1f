"""Other names of a cinema: schedules and imports are matched by them. A film's are its titles in language `und`."""

from sqlmodel import Field, SQLModel


class CinemaAlias(SQLModel, table=True):
    """A name that a cinema is also called, as it is written.

    Where it was the name of a house of its own that was merged, `lat` and `lon` say where that was said to stand: the
    next file may say so again.
    """

    __tablename__ = "cinema_alias"

    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")
    name: str = Field(primary_key=True)
    lat: float | None = None
    lon: float | None = None
