"""A visit to a page of those who are signed in: all that its routes ask for, in one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request, Response
from sqlalchemy import Engine

from service.dependencies import CurrentEngine, CurrentMoment
from service.pages.language import Language, PageLanguage
from service.pages.staff.page import see_other, staff_page
from service.pages.staff.phrases import STAFF_PHRASES, StaffPhrases
from service.pages.staff.told.telling import tell
from service.staff.gate import SignedIn, SignedInAdministrator
from service.staff.person import Person


@dataclass(frozen=True, slots=True)
class Visit:
    """Who is there, when, and in which language."""

    request: Request
    person: Person
    language: Language
    engine: Engine
    now: datetime

    @property
    def phrases(self) -> StaffPhrases:
        """The sentences in the visitor's language."""
        return STAFF_PHRASES[self.language]

    def page(self, template: str, *, status: int = 200, problem: str | None = None, **values: object) -> Response:
        """Render a page for the visitor."""
        return staff_page(
            self.request, template, self.language, person=self.person, status=status, problem=problem, **values
        )

    def told(self, said: str | Exception) -> str:
        """Tell the visitor what the lower storeys say."""
        return tell(said, self.language)

    def see_other(self, path: str, **query: str) -> Response:
        """Lead the visitor on after a form was sent."""
        return see_other(self.request, path, **query)


def visit(
    request: Request, person: SignedIn, language: PageLanguage, engine: CurrentEngine, now: CurrentMoment
) -> Visit:
    """Receive whoever is signed in. Raises NotSignedInError."""
    return Visit(request, person, language, engine, now)


CurrentVisit = Annotated[Visit, Depends(visit)]


def administrators_visit(visit: CurrentVisit, _administrator: SignedInAdministrator) -> Visit:
    """Receive an administrator. Raises NotSignedInError, NotYourRoleError."""
    return visit


AdministratorsVisit = Annotated[Visit, Depends(administrators_visit)]
