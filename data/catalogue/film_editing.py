"""A person fills in what is known of a film: it is read as a document, and written back from one."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, select

from data.catalogue.film_document import CreditsDocument, FilmDocument, TextDocument
from data.catalogue.film_parts import (
    UNKNOWN,
    FilmChange,
    FilmParts,
    Title,
    original_title,
    read_parts,
    told_parts,
    write_parts,
)
from data.errors import UnknownFilmError
from data.tables.change_log import log_change
from data.tables.film import Film, FilmTitle
from data.tables.moved import moved_films

# What a document and the film's own row name alike.
_OWN = ("original_title", "year", "minutes", "countries", "original_languages", "genres", "age_ratings", "released_on")


@dataclass(frozen=True, slots=True)
class EditableFilm:
    """A film as it stands; `document` tells all of it."""

    id: int
    slug: str
    document: FilmDocument
    is_provisional: bool


def read_film(session: Session, slug: str) -> EditableFilm:
    """Read a film for editing; an old slug means the film that it was merged into. Raises UnknownFilmError."""
    film = _find(session, slug)
    return EditableFilm(film.id, film.slug, _document(session, film), film.is_provisional)


def edit_film(session: Session, slug: str, document: FilmDocument, *, now: datetime) -> None:
    """Let a film be what a document tells, all of it, with one row in the change log; it is no longer provisional.

    Titles that schedules taught stay, as do others that nobody sees. Raises UnknownFilmError.
    """
    film = _find(session, slug)
    parts = read_parts(session.connection(), film.id).get(film.id, FilmParts())
    former = original_title(film)
    for name in _OWN:
        setattr(film, name, getattr(document, name) or _nothing(name))
    film.is_provisional = False
    session.add(film)
    session.flush()
    shown = {Title(*title) for title in _titles(session, film.id).items()}
    after = _parts(document, parts, shown=shown, former=former, original=original_title(film))
    write_parts(session.connection(), [FilmChange(film, parts, after)])
    log_change(session, now=now, kind="films", film_ids=[film.id])


def _find(session: Session, slug: str) -> Film:
    found = session.exec(select(Film).where(Film.slug == slug)).first()
    if found is None and slug in (moved := moved_films(session)):
        found = session.exec(select(Film).where(Film.slug == moved[slug])).first()
    if found is None:
        raise UnknownFilmError(slug)
    return found


def _nothing(name: str) -> object:
    """Give what stands in a film's row where nothing is known."""
    if name in ("age_ratings", "released_on"):
        return {}
    return None if name in ("year", "minutes") else []


def _titles(session: Session, film_id: int) -> dict[str, str]:
    """Give the titles that are shown: of each language the one that came first, as the programme has it."""
    titles: dict[str, str] = {}
    rows = select(FilmTitle.language, FilmTitle.title).where(FilmTitle.film_id == film_id).order_by(col(FilmTitle.id))
    for language, title in session.exec(rows):
        titles.setdefault(language, title)
    titles.pop(UNKNOWN, None)
    return titles


def _document(session: Session, film: Film) -> FilmDocument:
    """Tell a film. Nothing is validated: what is stored may be older than today's rules, and has to be seen."""
    parts = read_parts(session.connection(), film.id).get(film.id, FilmParts())
    names = {
        role: [one.name for one in sorted(parts.credits) if one.role == role] for role in CreditsDocument.model_fields
    }
    texts = {
        one.language: TextDocument.model_construct(
            teaser=one.teaser, review=one.review, author=one.author, translator=one.translator
        )
        for one in sorted(parts.texts, key=lambda one: one.language)
    }
    return FilmDocument.model_construct(
        slug=film.slug,
        titles=_titles(session, film.id),
        credits=CreditsDocument().model_copy(update=names),
        texts=texts,
        **film.model_dump(include=set(_OWN)),
    )


def _parts(
    document: FilmDocument, before: FilmParts, *, shown: set[Title], former: Title, original: Title
) -> FilmParts:
    """Give the parts as a document tells them. Titles that nobody sees are known on, in no language."""
    titles = {tag: title for tag, title in (document.titles or {}).items() if tag != original.language}
    told = told_parts(document.model_copy(update={"titles": titles}), before, former=former, original=original)
    named = {title.title for title in told.titles}
    unseen = {title.title for title in before.titles - shown - {former}}
    return replace(told, titles=told.titles | {Title(UNKNOWN, title) for title in unseen - named})
