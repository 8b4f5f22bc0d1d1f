"""A visit to the editors' pages."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from babel.dates import format_datetime
from fastapi import Depends, Response

from service.pages.staff.editing.phrases import EDITING_PHRASES
from service.pages.staff.editing.sentences import EditingPhrases
from service.pages.staff.visit import CurrentVisit, Visit
from service.staff.gate import SignedInEditor

_LOCALES = {"de": "de", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class EditorsVisit(Visit):
    """A visit by somebody who may fill in films."""

    @property
    def words(self) -> EditingPhrases:
        """The sentences of these pages in the visitor's language."""
        return EDITING_PHRASES[self.language]

    def show(self, template: str, *, status: int = 200, problem: str | None = None, **values: object) -> Response:
        """Render one of these pages."""
        return self.page(
            f"editing/{template}",
            status=400 if problem and status == 200 else status,
            problem=problem,
            words=self.words,
            tell=self.told,
            told=self.words.done.get(self.request.query_params.get("done", "")),
            moment=partial(format_datetime, format="short", locale=_LOCALES[self.language]),
            **values,
        )


def editors_visit(visit: CurrentVisit, _editor: SignedInEditor) -> EditorsVisit:
    """Receive an editor. Raises NotSignedInError, NotYourRoleError."""
    return EditorsVisit(visit.request, visit.person, visit.language, visit.engine, visit.now)


CurrentEditorsVisit = Annotated[EditorsVisit, Depends(editors_visit)]
