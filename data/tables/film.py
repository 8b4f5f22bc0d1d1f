"""A film: facts, titles by language, credits by role, texts by language."""

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

# No film's slug: below /api/v1/films these are addresses of their own.
TAKEN_SLUGS = frozenset({"near"})


class Film(SQLModel, table=True):
    """A work. `is_provisional` marks one that is known by nothing but a title in a schedule.

    Countries are ISO 3166 alpha-2, languages BCP 47; `age_ratings` and `released_on` (ISO dates) are by country.
    """

    # As for a cinema: the number of a merged film is nobody else's.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    original_title: str
    year: int | None = None
    minutes: int | None = None
    countries: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    original_languages: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    genres: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    age_ratings: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    released_on: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    is_provisional: bool = False


class FilmTitle(SQLModel, table=True):
    """A title in a language (`und` where a schedule taught it); `folded` is what written titles are compared with."""

    __tablename__ = "film_title"
    __table_args__ = (UniqueConstraint("film_id", "language", "title"),)

    id: int = Field(default=None, primary_key=True)
    film_id: int = Field(foreign_key="film.id", ondelete="CASCADE")
    language: str
    title: str
    folded: str = Field(index=True)


class FilmCredit(SQLModel, table=True):
    """A name in a role (director, writer, photography, editing, distributor, cast), in the order of the credits."""

    __tablename__ = "film_credit"

    film_id: int = Field(foreign_key="film.id", primary_key=True, ondelete="CASCADE")
    role: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    name: str


class FilmText(SQLModel, table=True):
    """Teaser and review in one language, with who wrote and who translated it."""

    __tablename__ = "film_text"

    film_id: int = Field(foreign_key="film.id", primary_key=True, ondelete="CASCADE")
    language: str = Field(primary_key=True)
    teaser: str | None = None
    review: str | None = None
    author: str | None = None
    translator: str | None = None
