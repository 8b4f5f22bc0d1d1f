"""What a cinema teaches is kept, read, and forgotten: its own words for versions, its own titles for films."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session, col, select

from data.errors import QuestionError, UnknownFilmError
from data.schedules.taught_beside import ends_titles
from data.schedules.titles.book import KnownFilm
from data.schedules.words import Words, word_key
from data.sentence import Sentence
from data.tables.cinema import Cinema
from data.tables.film import Film
from data.tables.redirect import FILM, SlugRedirect
from data.tables.taught import TaughtLabel, TaughtTitle
from data.text import plain_text
from data.versions.notation import read_notation
from data.versions.version import Version


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing taught: a label with what it `means`, or a title with its `films` (slugs; none: it names none)."""

    text: str
    kind: str
    means: str | None = None
    films: tuple[str, ...] = ()


def words_of_cinema(session: Session, cinema: Cinema) -> Words:
    """Read all that a cinema taught."""
    labels = session.exec(select(TaughtLabel).where(TaughtLabel.cinema_id == cinema.id)).all()
    titles: dict[str, tuple[KnownFilm, ...]] = {}
    for taught, film in _titles(session, cinema):
        known = (KnownFilm(film.slug, film.original_title, film.year),) if film else ()
        titles[taught.key] = titles.get(taught.key, ()) + known
    return Words(
        labels={taught.key: read_notation(taught.means, cinema.country) for taught in labels},
        titles=titles,
        titles_end_in=frozenset(taught.key for taught in labels if ends_titles(taught.label, cinema.country)),
    )


def lessons_of(session: Session, cinema: Cinema) -> list[Lesson]:
    """List what a cinema taught, labels before titles."""
    labels = session.exec(select(TaughtLabel).where(TaughtLabel.cinema_id == cinema.id).order_by(TaughtLabel.key))
    titles: dict[str, Lesson] = {}
    for taught, film in _titles(session, cinema):
        before = titles.get(taught.key, Lesson(taught.title, "title"))
        titles[taught.key] = replace(before, films=(*before.films, film.slug)) if film else before
    return [*(Lesson(taught.label, "label", means=taught.means) for taught in labels), *titles.values()]


def _titles(session: Session, cinema: Cinema) -> Sequence[tuple[TaughtTitle, Film | None]]:
    """Read the titles in their order, a row for each of their films."""
    query = select(TaughtTitle, Film).outerjoin(Film).where(TaughtTitle.cinema_id == cinema.id)
    return session.exec(query.order_by(TaughtTitle.key, col(TaughtTitle.position))).all()


def teach_label(session: Session, cinema: Cinema, label: str, means: str) -> None:
    """Remember that a label means a notation that we know. Raises QuestionError where we do not know it."""
    notation = read_notation(means, cinema.country)
    if notation.left or not (notation.formats or notation.version != Version()):
        raise QuestionError(
            "means", Sentence("{means!r} is no notation that we know. Write one such as OmU, OmeU or DF.", means=means)
        )
    session.merge(TaughtLabel(cinema_id=cinema.id, key=_key(label), label=plain_text(label), means=plain_text(means)))


def teach_title(session: Session, cinema: Cinema, title: str, film_slugs: Sequence[str]) -> None:
    """Remember which films a title means: several for a double feature; without any, none. Raises UnknownFilmError."""
    film_ids: list[int | None] = [_film(session, slug).id for slug in dict.fromkeys(film_slugs)]
    key = _key(title)
    _forget_title(session, cinema, key)
    for position, film_id in enumerate(film_ids or [None]):
        session.add(
            TaughtTitle(cinema_id=cinema.id, key=key, position=position, title=plain_text(title), film_id=film_id)
        )


def _film(session: Session, slug: str) -> Film:
    film = session.exec(select(Film).where(Film.slug == slug)).first()
    if film is None and (redirect := session.get(SlugRedirect, (FILM, slug))):
        film = session.get(Film, redirect.film_id)
    if film is None:
        raise UnknownFilmError(slug)
    return film


def forget(session: Session, cinema: Cinema, text: str) -> None:
    """Forget what a label or a title was taught to mean. Raises QuestionError where it was not."""
    label, has_title = session.get(TaughtLabel, (cinema.id, _key(text))), _forget_title(session, cinema, _key(text))
    if label:
        session.delete(label)
    elif not has_title:
        raise QuestionError(
            "forget", Sentence("{cinema} has taught nothing about {words!r}.", cinema=cinema.slug, words=text)
        )


def _forget_title(session: Session, cinema: Cinema, key: str) -> bool:
    """Forget a title; say whether it was known."""
    query = select(TaughtTitle).where(TaughtTitle.cinema_id == cinema.id, TaughtTitle.key == key)
    titles = session.exec(query).all()
    for title in titles:
        session.delete(title)
    session.flush()
    return bool(titles)


def _key(text: str) -> str:
    key = word_key(text)
    if not key:
        raise QuestionError("text", Sentence("Say which words of the sheet are meant."))
    return key
