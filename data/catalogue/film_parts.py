"""What belongs to a film beside its own row: titles, credits and texts; read in bulk, written as differences."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select, true
from sqlmodel import SQLModel, col

from data.catalogue.film_document import CreditsDocument, FilmDocument, TextDocument
from data.tables.film import Film, FilmCredit, FilmText, FilmTitle
from data.text import folded

UNKNOWN = "und"


class Title(NamedTuple):
    """A title in a language."""

    language: str
    title: str


class Credit(NamedTuple):
    """A name in a role."""

    role: str
    position: int
    name: str


class Text(NamedTuple):
    """What is written in one language."""

    language: str
    teaser: str | None
    review: str | None
    author: str | None
    translator: str | None


@dataclass(frozen=True, slots=True)
class FilmParts:
    """All that belongs to one film."""

    titles: frozenset[Title] = frozenset()
    credits: frozenset[Credit] = frozenset()
    texts: frozenset[Text] = frozenset()


class FilmChange(NamedTuple):
    """A film that is new or changed, with its parts as they were and as they become."""

    film: Film
    before: FilmParts
    after: FilmParts


def read_parts(connection: Connection, film_id: int | None = None) -> dict[int | None, FilmParts]:
    """Read the parts of all films, or of one, in three questions."""

    def asked(column: int) -> ColumnElement[bool]:
        return true() if film_id is None else col(column) == film_id

    titles = _by_film(
        connection,
        select(col(FilmTitle.film_id), col(FilmTitle.language), col(FilmTitle.title)).where(asked(FilmTitle.film_id)),
    )
    names = _by_film(
        connection,
        select(col(FilmCredit.film_id), col(FilmCredit.role), col(FilmCredit.position), col(FilmCredit.name)).where(
            asked(FilmCredit.film_id)
        ),
    )
    texts = _by_film(
        connection,
        select(
            *(col(FilmText.film_id), col(FilmText.language), col(FilmText.teaser)),
            *(col(FilmText.review), col(FilmText.author), col(FilmText.translator)),
        ).where(asked(FilmText.film_id)),
    )
    return {
        one: FilmParts(
            frozenset(Title(*title) for title in titles[one]),
            frozenset(Credit(*name) for name in names[one]),
            frozenset(Text(*text) for text in texts[one]),
        )
        for one in titles.keys() | names.keys() | texts.keys()
    }


def _by_film(connection: Connection, question: Select[*tuple[Any, ...]]) -> dict[int, list[Any]]:
    rows: dict[int, list[Any]] = defaultdict(list)
    for film_id, *part in connection.execute(question):
        rows[film_id].append(part)
    return rows


def original_title(film: Film) -> Title:
    """Give the original title with its language: the first that is spoken."""
    return Title(film.original_languages[0] if film.original_languages else UNKNOWN, film.original_title)


def told_parts(document: FilmDocument, known: FilmParts, *, former: Title | None, original: Title) -> FilmParts:
    """Give the parts as a document tells them; of what it does not speak, what is known stays.

    Titles in an unknown language always stay: schedules taught them. `former` was the original title so far,
    `original` is it now.
    """
    learned = {title for title in known.titles if title.language == UNKNOWN}
    told = known.titles - {former} if document.titles is None else {Title(*title) for title in document.titles.items()}
    return FilmParts(
        titles=frozenset({original} | learned | told),
        credits=known.credits if document.credits is None else _credits(document.credits),
        texts=known.texts if document.texts is None else _texts(document.texts),
    )


def _credits(document: CreditsDocument) -> frozenset[Credit]:
    return frozenset(Credit(role, place, name) for role, names in document for place, name in enumerate(names))


def _texts(document: Mapping[str, TextDocument]) -> frozenset[Text]:
    return frozenset(
        Text(language, text.teaser or None, text.review or None, text.author, text.translator)
        for language, text in document.items()
    )


def write_parts(connection: Connection, changes: list[FilmChange]) -> None:
    """Write what became others: what is gone goes, what is new comes, the rest is not touched."""
    titles, names, texts = [], [], []
    for film, before, after in changes:
        for title in before.titles - after.titles:
            _delete(connection, FilmTitle, film_id=film.id, language=title.language, title=title.title)
        for credit in before.credits - after.credits:
            _delete(connection, FilmCredit, film_id=film.id, role=credit.role, position=credit.position)
        for text in before.texts - after.texts:
            _delete(connection, FilmText, film_id=film.id, language=text.language)
        new_titles = sorted(after.titles - before.titles)
        titles += [{"film_id": film.id, "folded": folded(title.title), **title._asdict()} for title in new_titles]
        names += [{"film_id": film.id, **credit._asdict()} for credit in sorted(after.credits - before.credits)]
        texts += [{"film_id": film.id, **text._asdict()} for text in after.texts - before.texts]
    for table, rows in ((FilmTitle, titles), (FilmCredit, names), (FilmText, texts)):
        if rows:
            connection.execute(insert(table), rows)


def _delete(connection: Connection, table: type[SQLModel], **where: object) -> None:
    connection.execute(delete(table).filter_by(**where))
