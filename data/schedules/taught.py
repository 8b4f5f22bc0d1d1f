"""What a cinema teaches is kept, read, and forgotten: its own words for versions, its own titles for films."""

from dataclasses import dataclass

from sqlmodel import Session, select

from data.errors import QuestionError, UnknownFilmError
from data.schedules.titles.book import KnownFilm
from data.schedules.words import Words, word_key
from data.tables.cinema import Cinema
from data.tables.film import Film
from data.tables.taught import TaughtLabel, TaughtTitle
from data.text import plain_text
from data.versions.notation import read_notation
from data.versions.version import Version


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing taught: a label with what it `means`, or a title with its `film` (a slug; null: it names none)."""

    text: str
    kind: str
    means: str | None = None
    film: str | None = None


def words_of_cinema(session: Session, cinema: Cinema) -> Words:
    """Read all that a cinema taught."""
    labels = session.exec(select(TaughtLabel).where(TaughtLabel.cinema_id == cinema.id))
    titles = session.exec(select(TaughtTitle, Film).outerjoin(Film).where(TaughtTitle.cinema_id == cinema.id))
    return Words(
        labels={taught.key: read_notation(taught.means, cinema.country) for taught in labels},
        titles={
            taught.key: KnownFilm(film.slug, film.original_title, film.year) if film else None
            for taught, film in titles
        },
    )


def lessons_of(session: Session, cinema: Cinema) -> list[Lesson]:
    """List what a cinema taught: labels first, each kind by its words."""
    labels = session.exec(select(TaughtLabel).where(TaughtLabel.cinema_id == cinema.id).order_by(TaughtLabel.key))
    titles = session.exec(
        select(TaughtTitle.title, Film.slug)
        .outerjoin(Film)
        .where(TaughtTitle.cinema_id == cinema.id)
        .order_by(TaughtTitle.key)
    )
    return [
        *(Lesson(taught.label, "label", means=taught.means) for taught in labels),
        *(Lesson(title, "title", film=slug) for title, slug in titles),
    ]


def teach_label(session: Session, cinema: Cinema, label: str, means: str) -> None:
    """Remember that a label means a notation that we know. Raises QuestionError where we do not know it."""
    notation = read_notation(means, cinema.country)
    if notation.left or not (notation.formats or notation.version != Version()):
        raise QuestionError(
            "means", f"--means {means!r} is no notation that we know. Write one such as OmU, OmeU or DF."
        )
    session.merge(TaughtLabel(cinema_id=cinema.id, key=_key(label), label=plain_text(label), means=plain_text(means)))


def teach_title(session: Session, cinema: Cinema, title: str, film_slug: str | None) -> None:
    """Remember which film a title means; null: none. Raises UnknownFilmError."""
    film = session.exec(select(Film).where(Film.slug == film_slug)).first() if film_slug else None
    if film_slug and film is None:
        raise UnknownFilmError(film_slug)
    film_id = film.id if film else None
    session.merge(TaughtTitle(cinema_id=cinema.id, key=_key(title), title=plain_text(title), film_id=film_id))


def forget(session: Session, cinema: Cinema, text: str) -> None:
    """Forget what a label or a title was taught to mean. Raises QuestionError where it was not."""
    taught = [session.get(table, (cinema.id, _key(text))) for table in (TaughtLabel, TaughtTitle)]
    if not any(taught):
        raise QuestionError("forget", f"{cinema.slug} has taught nothing about {text!r}.")
    for one in taught:
        if one:
            session.delete(one)


def _key(text: str) -> str:
    key = word_key(text)
    if not key:
        raise QuestionError("text", "Say which words of the sheet are meant.")
    return key
