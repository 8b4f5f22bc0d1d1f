"""A visit to the desk of a cinema, by somebody of its staff."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from fastapi import Depends, Response
from sqlmodel import Session

from data.sentence import Sentence
from service.pages.listing import day_words
from service.pages.staff.desk.phrases import DESK_PHRASES
from service.pages.staff.desk.sentences import DeskPhrases
from service.pages.staff.told.telling import tell_kept
from service.pages.staff.visit import CurrentVisit, Visit
from service.staff.audit import note_at
from service.staff.deeds import Deed
from service.staff.gate import SignedInForCinema

_LOCALES = {"de": "de", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class DeskVisit(Visit):
    """A visit, and whose desk it is to."""

    slug: str

    @property
    def desk(self) -> str:
        """The address of the desk."""
        return desk_of(self.slug)

    @property
    def words(self) -> DeskPhrases:
        """The sentences of the desk in the visitor's language."""
        return DESK_PHRASES[self.language]

    def show(
        self,
        template: str,
        *,
        status: int = 200,
        problem: str | None = None,
        zone: ZoneInfo | None = None,
        **values: object,
    ) -> Response:
        """Render a page of the desk; `zone` is the cinema's, in which moments are written (else UTC)."""
        said = self.request.query_params.get("done", "")
        locale = _LOCALES[self.language]
        return self.page(
            f"desk/{template}",
            status=status,
            problem=problem,
            desk=self.words,
            desk_path=self.desk,
            slug=self.slug,
            told=self.words.done.get(said),
            tell=self.told,
            column_words=self.column_words,
            tell_kept=partial(tell_kept, language=self.language),
            long_day=partial(format_date, format="full", locale=locale),
            zone=zone,
            moment=partial(format_datetime, format="short", tzinfo=zone, locale=locale),
            day_words=partial(day_words, today=self.now.date(), language=self.language),
            **values,
        )

    def column_words(self, column: str) -> str:
        """Say which column of a file is meant: by what heads it, else by its letter."""
        is_unheaded = isinstance(column, Sentence) and "letter" in column.values
        return self.told(column) if is_unheaded else self.words.column.format(self.told(column))

    def note(self, session: Session, what: Deed, subject: str | None = None) -> None:
        """Note in the audit log what the visitor did at this cinema."""
        note_at(session, self.slug, what, subject, by=self.person.email, now=self.now)


def desk_of(slug: str) -> str:
    """Give the address of a cinema's desk."""
    return f"/staff/cinemas/{slug}"


def desk_visit(slug: str, visit: CurrentVisit, _person: SignedInForCinema) -> DeskVisit:
    """Receive somebody of a cinema's staff. Raises NotSignedInError, NotYourCinemaError."""
    return DeskVisit(visit.request, visit.person, visit.language, visit.engine, visit.now, slug)


CurrentDeskVisit = Annotated[DeskVisit, Depends(desk_visit)]
