"""A film's picture: sent with its credit and its licence, described anew, or taken away."""

from functools import partial

from fastapi import APIRouter, Depends, Response

from data.catalogue.film_editing import read_film
from data.catalogue.film_pictures import (
    PictureWords,
    PictureWordsError,
    describe_picture,
    picture_of,
    put_picture,
    remove_picture,
)
from data.catalogue.picture_file import MOST_BYTES, PictureRefusedError, ReadyPicture, make_ready
from data.sentence import Sentence
from data.tables.database import writing
from service.dependencies import CurrentTurns
from service.errors import FileTooLargeError, FormWrongError
from service.pages.staff.editing.filled_in import LANGUAGES
from service.pages.staff.editing.film_page import film_page
from service.pages.staff.editing.films import PAGE
from service.pages.staff.editing.visit import CurrentEditorsVisit, EditorsVisit
from service.received import fields_and_file, received_body
from service.staff.audit import note
from service.staff.deeds import Deed
from service.staff.same_origin import refuse_other_origins

router = APIRouter(
    prefix=f"{PAGE}/{{slug}}/picture", include_in_schema=False, dependencies=[Depends(refuse_other_origins)]
)
_WORDS = ("credit", "licence", *(f"described_{language}" for language in LANGUAGES))
# One after the other, whoever sends them: a picture that is read takes more memory than any schedule.
_TURN = "pictures"


@router.post("", response_class=Response)
async def send(visit: CurrentEditorsVisit, slug: str, turns: CurrentTurns) -> Response:
    """Take a picture in; without a file, only what stands beside it."""
    try:
        async with turns.uploading(_TURN):
            body = await received_body(visit.request, most_bytes=MOST_BYTES)
            return await turns.run(_TURN, partial(_take_in, visit, slug, body))
    except FileTooLargeError:
        return await turns.run(_TURN, partial(film_page, visit, slug, problem=visit.words.refused["heavy"]))


@router.post("/remove", response_class=Response)
def remove(visit: CurrentEditorsVisit, slug: str) -> Response:
    """Show a film's picture no more, and forget its files."""
    with writing(visit.engine) as session:
        slug = read_film(session, slug).slug
        remove_picture(session, slug, now=visit.now)
        note(session, Deed.REMOVED_PICTURE, subject=slug, by=visit.person.email, now=visit.now)
    return visit.see_other(f"{PAGE}/{slug}", done="picture-removed")


def _take_in(visit: EditorsVisit, slug: str, body: bytes) -> Response:
    fields: dict[str, str] = {}
    try:
        sent, file = fields_and_file(visit.request, body)
        fields = {name: sent.get(name, "")[:1000] for name in _WORDS}
        described = {language: fields[f"described_{language}"] for language in LANGUAGES}
        words = PictureWords.of(fields["credit"], fields["licence"], described)
        _store(visit, slug, make_ready(file) if file else None, words)
    except FormWrongError:
        problem = visit.words.refused["no-file"]
    except PictureRefusedError as error:
        problem = visit.words.refused[error.why]
    except PictureWordsError as error:
        problem = visit.words.picture_words_wrong(error.field)
    else:
        return visit.see_other(f"{PAGE}/{slug}", done="picture")
    return film_page(visit, slug, problem=problem, picture_words=fields or None)


def _store(visit: EditorsVisit, slug: str, ready: ReadyPicture | None, words: PictureWords) -> None:
    with writing(visit.engine) as session:
        slug = read_film(session, slug).slug
        if ready is not None:
            put_picture(session, slug, ready, words, now=visit.now)
        elif picture_of(session, slug) is not None:
            describe_picture(session, slug, words, now=visit.now)
        else:
            raise FormWrongError(Sentence("There is no picture in the form."))
        note(session, Deed.GAVE_PICTURE, subject=slug, by=visit.person.email, now=visit.now)
