"""Two films are one: joined with a press of a button, and parted with another."""

from fastapi import APIRouter, Depends, Response

from data.catalogue.film_editing import EditableFilm, read_film
from data.catalogue.merge import merge_films
from data.catalogue.merge_errors import MergeRefusedError
from data.catalogue.unmerge import unmerge_films
from data.errors import QuestionError, UnknownFilmError
from data.programme.search import find_film
from data.tables.database import writing
from service.dependencies import CurrentProgramme
from service.pages.staff.editing.film_page import film_page
from service.pages.staff.editing.films import PAGE
from service.pages.staff.editing.visit import CurrentEditorsVisit
from service.sent_form import CurrentForm
from service.staff.audit import note
from service.staff.deeds import Deed
from service.staff.same_origin import refuse_other_origins

router = APIRouter(prefix=f"{PAGE}/{{slug}}", include_in_schema=False, dependencies=[Depends(refuse_other_origins)])


@router.post("/same", response_class=Response)
def join(visit: CurrentEditorsVisit, slug: str, form: CurrentForm, programme: CurrentProgramme) -> Response:
    """Let this film and another be one: of two, the one that somebody has filled in stays, else the other."""
    try:
        other = form.text("slug") or find_film(programme, form.text("film")).slug
        with writing(visit.engine) as session:
            kept, merged = _in_order(read_film(session, slug), read_film(session, other))
            merge_films(session, kept, merged, now=visit.now, by=visit.person.email)
            note(session, Deed.MERGED_FILMS, subject=f"{merged} → {kept}", by=visit.person.email, now=visit.now)
    except (MergeRefusedError, QuestionError) as error:
        return film_page(visit, slug, problem=visit.told(error))
    except UnknownFilmError:
        return film_page(visit, slug, problem=visit.words.no_such_film)
    return visit.see_other(f"{PAGE}/{kept}", done="joined")


@router.post("/part", response_class=Response)
def part(visit: CurrentEditorsVisit, slug: str, form: CurrentForm) -> Response:
    """Let two films be two again."""
    merged = form.text("merged")
    try:
        with writing(visit.engine) as session:
            unmerge_films(session, merged, now=visit.now, by=visit.person.email)
            note(session, Deed.PARTED_FILMS, subject=f"{merged} ← {slug}", by=visit.person.email, now=visit.now)
    except MergeRefusedError as error:
        return film_page(visit, slug, problem=visit.told(error))
    return visit.see_other(f"{PAGE}/{merged}", done="parted")


def _in_order(this: EditableFilm, other: EditableFilm) -> tuple[str, str]:
    """Give the slugs of the one that stays, and of the one that goes."""
    if other.is_provisional and not this.is_provisional:
        return this.slug, other.slug
    return other.slug, this.slug
