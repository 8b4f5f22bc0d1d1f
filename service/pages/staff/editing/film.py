"""The page `/staff/films/{slug}`: what is known of a film is filled in, looked at, and saved."""

from fastapi import APIRouter, Depends, Response

from data.catalogue.film_editing import edit_film, read_film
from data.tables.database import reading, writing
from service.pages.staff.editing.filled_in import (
    Fields,
    FilledInWronglyError,
    document_of,
    fields_of,
    plain_fields,
)
from service.pages.staff.editing.film_page import film_page
from service.pages.staff.editing.films import PAGE
from service.pages.staff.editing.meanwhile import joined, marks_of
from service.pages.staff.editing.visit import CurrentEditorsVisit, EditorsVisit
from service.sent_form import CurrentFormOfTexts
from service.staff.audit import note
from service.staff.deeds import Deed
from service.staff.same_origin import refuse_other_origins

router = APIRouter(prefix=f"{PAGE}/{{slug}}", include_in_schema=False, dependencies=[Depends(refuse_other_origins)])


@router.get("", response_class=Response)
def show(visit: CurrentEditorsVisit, slug: str) -> Response:
    """Show the form, as the film stands."""
    return film_page(visit, slug)


@router.post("", response_class=Response)
def fill_in(visit: CurrentEditorsVisit, slug: str, form: CurrentFormOfTexts) -> Response:
    """Save what was filled in, or show what it would look like."""
    mine, opened = plain_fields({name: form.text(name) for name in form.fields}), form.text("opened")
    try:
        if form.text("do") == "look":
            with reading(visit.engine) as session:
                document = document_of(mine, read_film(session, slug).document)
            return film_page(visit, slug, fields=mine, opened=opened, looked_at=document)
        return _save(visit, slug, mine, opened)
    except FilledInWronglyError as error:
        wrong = {name: visit.words.wrong_of(name) for name in error.fields}
        return film_page(visit, slug, problem=visit.words.is_wrong, fields=mine, opened=opened, wrong=wrong)


def _save(visit: EditorsVisit, slug: str, mine: Fields, opened: str) -> Response:
    with writing(visit.engine) as session:
        before = read_film(session, slug)
        theirs = fields_of(before.document, visit.language)
        both = joined(mine, theirs, opened)
        if not both.disputed:
            edit_film(session, before.slug, document_of(both.fields, before.document), now=visit.now)
            note(session, Deed.EDITED_FILM, subject=before.slug, by=visit.person.email, now=visit.now)
            return visit.see_other(f"{PAGE}/{before.slug}", done="saved-beside" if both.others else "saved")
    return film_page(
        visit,
        before.slug,
        problem=visit.words.meanwhile,
        status=409,
        fields=both.fields,
        opened=marks_of(theirs),
        disputed=both.disputed,
    )
