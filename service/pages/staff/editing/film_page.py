"""A film's form as a page: as the film stands, or as it was sent, with what is wrong or disputed beside its field."""

from collections.abc import Mapping

from fastapi import Response
from msgspec.structs import replace
from sqlmodel import Session, col, select

from data.catalogue.film_document import FilmDocument
from data.catalogue.film_editing import read_film
from data.catalogue.merges import past_merges
from data.catalogue.same_films import SameFilm, same_films
from data.programme.facts import FilmDetails, FilmText
from data.programme.stored.films import load_films
from data.tables.database import reading
from data.tables.film import Film
from data.tables.redirect import FILM
from service.dependencies import loaded_programme
from service.pages.film_words import facts_line, release_day, title_in
from service.pages.staff.editing.filled_in import LANGUAGES, LONGEST, ROLES, Fields, fields_of
from service.pages.staff.editing.meanwhile import marks_of
from service.pages.staff.editing.visit import EditorsVisit

_NOTHING: Mapping[str, str] = {}


def film_page(
    visit: EditorsVisit,
    slug: str,
    *,
    problem: str | None = None,
    status: int = 200,
    fields: Fields | None = None,
    opened: str | None = None,
    looked_at: FilmDocument | None = None,
    wrong: Mapping[str, str] = _NOTHING,
    disputed: Mapping[str, str] = _NOTHING,
    picture_words: Mapping[str, str] | None = None,
) -> Response:
    """Show a film's form; `looked_at` is shown as its page would be. Raises UnknownFilmError."""
    with reading(visit.engine) as session:
        film = read_film(session, slug)
        ((_, details),) = load_films(session, visit.language, [film.id])
        merges = past_merges(session, FILM, kept_id=film.id)
        same = _same(visit, session, details) if film.is_provisional else []
    as_it_stands = fields_of(film.document, visit.language)
    preview = _told(details, looked_at, visit.language) if looked_at else None
    return visit.show(
        "film.html",
        status=status,
        problem=problem,
        film=film,
        picture=details.picture,
        title=title_in(details, visit.language),
        fields=fields or as_it_stands,
        opened=opened or marks_of(as_it_stands),
        wrong=wrong,
        disputed=disputed,
        preview=preview,
        facts=facts_line(preview, visit.language) if preview else None,
        release_day=release_day(preview, visit.language) if preview else None,
        merges=merges,
        same=same,
        languages=LANGUAGES,
        roles=ROLES,
        longest=LONGEST,
        picture_words=picture_words or _picture_words(details),
    )


def _same(visit: EditorsVisit, session: Session, details: FilmDetails) -> list[SameFilm]:
    """Propose films that are still there: the programme may be a moment old."""
    programme = loaded_programme(visit.request)
    proposed = same_films(programme, details) if programme else []
    slugs = [one.film.slug for one in proposed]
    there = set(session.exec(select(Film.slug).where(col(Film.slug).in_(slugs))))
    return [one for one in proposed if one.film.slug in there]


def _picture_words(details: FilmDetails) -> Mapping[str, str]:
    picture = details.picture
    described = {f"described_{tag}": picture.described.get(tag, "") if picture else "" for tag in LANGUAGES}
    return {"credit": picture.credit if picture else "", "licence": picture.licence if picture else ""} | described


def _told(details: FilmDetails, document: FilmDocument, language: str) -> FilmDetails:
    """Give a film as a document tells it."""
    told = document.model_dump(exclude={"slug", "titles", "credits", "texts"})
    titles = document.titles or {}
    credits_ = document.credits.model_dump() if document.credits else {}
    return replace(
        details,
        title=titles.get(language, document.original_title),
        titles=titles,
        credits={role: names for role, names in credits_.items() if names},
        texts={tag: FilmText(**text.model_dump()) for tag, text in (document.texts or {}).items()},
        is_provisional=False,
        **told,
    )
