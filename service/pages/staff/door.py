"""The page `/staff`: the way in, and inside, one's cinemas; and the way out."""

from datetime import datetime
from functools import partial

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import Engine

from data.tables.database import reading, writing
from service.dependencies import CurrentEngine, CurrentMoment
from service.errors import TooManyAttemptsError, WrongPasswordError
from service.pages.language import Language, PageLanguage
from service.pages.staff.letting_in import doorkeeper_of, let_in, wait_sentence
from service.pages.staff.page import our_path, see_other, staff_page
from service.pages.staff.phrases import STAFF_PHRASES
from service.sent_form import CurrentForm, SentForm
from service.staff.accounts import named_cinemas
from service.staff.gate import MaybeSignedIn, address_in
from service.staff.same_origin import refuse_other_origins
from service.staff.session_cookie import forget_session, set_session
from service.staff.sessions import end_session

router = APIRouter(prefix="/staff", include_in_schema=False, dependencies=[Depends(refuse_other_origins)])


@router.get("", response_class=Response)
def start(request: Request, person: MaybeSignedIn, language: PageLanguage, engine: CurrentEngine) -> Response:
    """Show the way in, or to who is signed in their cinemas."""
    if person is None:
        return _way_in(request, language, then=request.query_params.get("next", ""))
    with reading(engine) as session:
        cinemas = named_cinemas(session, person.cinemas)
    return staff_page(request, "cinemas.html", language, person=person, cinemas=cinemas)


@router.post("/sign-in", response_class=Response)
async def sign_in(
    request: Request, form: CurrentForm, language: PageLanguage, engine: CurrentEngine, now: CurrentMoment
) -> Response:
    """Sign in, and lead on to the page that was asked for."""
    said = {"email": form.text("email"), "then": form.text("next")}
    try:
        return await doorkeeper_of(request).in_turn(partial(_sign_in, request, form, engine, now))
    except TooManyAttemptsError as error:
        page = _way_in(request, language, **said, problem=wait_sentence(language, error), status=429)
        page.headers["Retry-After"] = str(error.wait_seconds)
        return page
    except WrongPasswordError:
        wrong = STAFF_PHRASES[language].problems["wrong-password"]
        return _way_in(request, language, **said, problem=wrong, status=400)


@router.post("/sign-out", response_class=Response)
def sign_out(request: Request, person: MaybeSignedIn, engine: CurrentEngine) -> Response:
    """End this browser's session; harmless where there is none."""
    if person is not None and person.session_id is not None:
        with writing(engine) as session:
            end_session(session, person.account_id, person.session_id)
    answer = see_other(request, "/staff", done="signed-out")
    forget_session(request, answer)
    return answer


def _sign_in(request: Request, form: SentForm, engine: Engine, now: datetime) -> Response:
    email, password, address = form.text("email"), form.text("password"), address_in(request)
    account_id = doorkeeper_of(request).check_password(engine, email, password, address=address, now=now)
    with writing(engine) as session:
        secret = let_in(request, session, account_id, now)
    answer = see_other(request, our_path(form.text("next")))
    set_session(request, answer, secret)
    return answer


def _way_in(
    request: Request,
    language: Language,
    *,
    email: str = "",
    then: str = "",
    problem: str | None = None,
    status: int = 200,
) -> Response:
    return staff_page(
        request, "sign_in.html", language, status=status, problem=problem, email=email[:254], then=our_path(then)
    )
