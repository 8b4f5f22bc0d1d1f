"""The page behind a link that counts once: who looks at it uses nothing up, who sends its form does."""

from datetime import datetime
from functools import partial

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import Engine

from data.tables.database import reading, writing
from service.dependencies import CurrentEngine, CurrentMoment
from service.errors import InvitationGoneError, TooManyAttemptsError, WrongPasswordError
from service.pages.language import Language, PageLanguage
from service.pages.staff.desk.visit import desk_of
from service.pages.staff.letting_in import doorkeeper_of, let_in, wait_sentence
from service.pages.staff.page import START, see_other, staff_page
from service.pages.staff.phrases import STAFF_PHRASES
from service.sent_form import CurrentForm, SentForm
from service.staff.accounts import NamedCinema, named_cinemas
from service.staff.audit import COMMAND_LINE
from service.staff.gate import address_in
from service.staff.invitations import Invited, Purpose, accept, invited_by_link
from service.staff.passwords import hash_password, weakness_of
from service.staff.same_origin import refuse_other_origins
from service.staff.session_cookie import set_session

router = APIRouter(
    prefix="/staff/invitation/{secret}", include_in_schema=False, dependencies=[Depends(refuse_other_origins)]
)


@router.get("", response_class=Response)
def look(request: Request, secret: str, language: PageLanguage, engine: CurrentEngine, now: CurrentMoment) -> Response:
    """Say what the link is for, and ask for a password."""
    try:
        invited, cinemas = _invited(engine, secret, now)
    except InvitationGoneError:
        return _gone(request, language)
    return _page(request, language, invited, cinemas, now)


@router.post("", response_class=Response)
async def accept_invitation(
    request: Request,
    secret: str,
    form: CurrentForm,
    language: PageLanguage,
    engine: CurrentEngine,
    now: CurrentMoment,
) -> Response:
    """Use the link up: set the password, or show the one that there is, and be signed in."""
    try:
        return await doorkeeper_of(request).in_turn(partial(_accept, request, secret, form, language, engine, now))
    except InvitationGoneError:
        return _gone(request, language)


def _accept(
    request: Request, secret: str, form: SentForm, language: Language, engine: Engine, now: datetime
) -> Response:
    invited, cinemas = _invited(engine, secret, now)
    password = form.text("password") or form.text("shown_password")
    phrases = STAFF_PHRASES[language]
    again = partial(_page, request, language, invited, cinemas, now)
    password_hash = None
    if _asks_for_present(invited):
        address = address_in(request)
        try:
            doorkeeper_of(request).check_password(engine, invited.email, password, address=address, now=now)
        except WrongPasswordError:
            return again(problem=phrases.problems["wrong-present"], status=400)
        except TooManyAttemptsError as error:
            return again(problem=wait_sentence(language, error), status=429)
    else:
        weakness = weakness_of(password, invited.email)
        if weakness is not None:
            return again(problem=phrases.weaknesses[weakness], status=400)
        password_hash = hash_password(password)
    with writing(engine) as session:
        account = accept(session, secret, password_hash=password_hash, now=now)
        session_secret = let_in(request, session, account.id, now)
    answer = see_other(request, _first_page(invited))
    set_session(request, answer, session_secret)
    return answer


def _first_page(invited: Invited) -> str:
    """Give the page to begin at: the desk, for who is invited to one cinema and nothing else."""
    if len(invited.cinemas) == 1 and not (invited.is_editor or invited.is_administrator):
        return desk_of(invited.cinemas[0])
    return START


def _asks_for_present(invited: Invited) -> bool:
    """Say whether who comes must show the password that they have: a link to more cinemas is no way around it."""
    return invited.has_account and invited.purpose == Purpose.INVITATION


def _invited(engine: Engine, secret: str, now: datetime) -> tuple[Invited, list[NamedCinema]]:
    with reading(engine) as session:
        invited = invited_by_link(session, secret, now)
        return invited, named_cinemas(session, invited.cinemas)


def _page(
    request: Request,
    language: Language,
    invited: Invited,
    cinemas: list[NamedCinema],
    now: datetime,
    *,
    problem: str | None = None,
    status: int = 200,
) -> Response:
    return staff_page(
        request,
        "invitation.html",
        language,
        status=status,
        problem=problem,
        invited=invited,
        cinemas=cinemas,
        by_operator=invited.invited_by == COMMAND_LINE,
        is_reset=invited.purpose == Purpose.RESET,
        asks_for_present=_asks_for_present(invited),
        hours_left=max(1, int((invited.expires_at - now).total_seconds() // 3600)),
    )


def _gone(request: Request, language: Language) -> Response:
    problem = STAFF_PHRASES[language].problems["gone"]
    return staff_page(request, "gone.html", language, status=404, problem=problem)
