"""One's own tokens: made for one's own cinemas, and revoked."""

from datetime import timedelta

from fastapi import APIRouter, Depends, Response

from data.errors import QuestionError
from data.tables.database import writing
from service.pages.staff.account import PAGE, account_page
from service.pages.staff.visit import CurrentVisit
from service.sent_form import CurrentForm
from service.staff.audit import note
from service.staff.deeds import Deed
from service.staff.gate import held_to_cinemas
from service.staff.same_origin import refuse_other_origins
from service.staff.tokens import issue_token, revoke_tokens

LASTS = timedelta(days=365)
router = APIRouter(prefix=f"{PAGE}/tokens", include_in_schema=False, dependencies=[Depends(refuse_other_origins)])


@router.post("", response_class=Response)
def make(visit: CurrentVisit, form: CurrentForm) -> Response:
    """Make a token for cinemas of one's own, and show it this once."""
    cinemas, email = form.texts("cinema"), visit.person.email
    for slug in cinemas:
        held_to_cinemas(visit.person, slug)
    if not cinemas:
        return account_page(visit, problem=visit.phrases.problems["nothing"], status=400)
    with writing(visit.engine) as session:
        token = issue_token(session, email, cinemas, now=visit.now, lasts=LASTS)
        note(session, Deed.MADE_TOKEN, by=email, now=visit.now)
    return account_page(visit, new_token=token)


@router.post("/revoke", response_class=Response)
def revoke(visit: CurrentVisit, form: CurrentForm) -> Response:
    """Revoke one of one's own; harmless where it is none."""
    try:
        with writing(visit.engine) as session:
            revoke_tokens(session, visit.person.email, form.text("prefix") or "-", now=visit.now)
            note(session, Deed.REVOKED_TOKEN, by=visit.person.email, now=visit.now)
    except QuestionError:
        return visit.see_other(PAGE)
    return visit.see_other(PAGE, done="revoked")
