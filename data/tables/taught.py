"""What a cinema taught: words of its own for a version, and titles of its own for a film."""

from sqlmodel import Field, SQLModel


class TaughtLabel(SQLModel, table=True):
    """A label as the cinema writes it, and the notation that says what it means; `key` is what is compared."""

    __tablename__ = "taught_label"

    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")
    key: str = Field(primary_key=True)
    label: str
    means: str


class TaughtTitle(SQLModel, table=True):
    """A title as the cinema writes it, and a film of it (null: it names none). It goes when its film goes.

    A double feature has a row for each of its films, by `position`.
    """

    __tablename__ = "taught_title"

    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")
    key: str = Field(primary_key=True)
    position: int = Field(default=0, primary_key=True)
    title: str
    film_id: int | None = Field(default=None, foreign_key="film.id", index=True, ondelete="CASCADE")
