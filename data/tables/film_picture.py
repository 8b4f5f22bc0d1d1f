"""A film's picture: who made it and who may show it, and the files in which we show it."""

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, SQLModel


class FilmPicture(SQLModel, table=True):
    """What is shown of a film. `picture` names its files, `width` and `height` are the largest one's, in pixels.

    `widths` are those that there are; `described` says by language what is seen on it.
    """

    __tablename__ = "film_picture"

    film_id: int = Field(foreign_key="film.id", primary_key=True, ondelete="CASCADE")
    picture: str = Field(index=True)
    width: int
    height: int
    widths: list[int] = Field(sa_column=Column(JSON, nullable=False))
    described: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    credit: str
    licence: str


class PictureFile(SQLModel, table=True):
    """A picture in one width and one format (`webp` or `jpg`), as it is served.

    It refers to no film: where two are merged, the files stay where they are.
    """

    __tablename__ = "picture_file"

    picture: str = Field(primary_key=True)
    width: int = Field(primary_key=True)
    format: str = Field(primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
