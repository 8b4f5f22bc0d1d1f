"""The page `/staff/account`: one's password, where one is signed in, one's tokens, and the way to be forgotten."""

from collections.abc import Callable
from functools import partial

from fastapi import APIRouter, Depends, Response

from data.tables.account import Account
from data.tables.database import reading, writing
from service.errors import TooManyAttemptsError, WrongPasswordError
from service.pages.staff.letting_in import doorkeeper_of, let_in, wait_sentence
from service.pages.staff.page import START
from service.pages.staff.visit import CurrentVisit, Visit
from service.sent_form import CurrentForm, SentForm
from service.staff.accounts import named_cinemas
from service.staff.audit import note
from service.staff.deeds import Deed
from service.staff.deletion import delete_account
from service.staff.gate import address_in
from service.staff.passwords import hash_password, weakness_of
from service.staff.same_origin import refuse_other_origins
from service.staff.session_cookie import forget_session, set_session
from service.staff.sessions import end_session, end_sessions, sessions_of
from service.staff.tokens import list_tokens

PAGE = "/staff/account"
_LONGEST_NUMBER = 18
router = APIRouter(prefix=PAGE, include_in_schema=False, dependencies=[Depends(refuse_other_origins)])


def account_page(
    visit: Visit, *, problem: str | None = None, status: int = 200, new_token: str | None = None
) -> Response:
    """Show an account to its owner; a token that was just made, this once."""
    with reading(visit.engine) as session:
        sessions = sessions_of(session, visit.person.account_id, visit.now)
        tokens = list_tokens(session, visit.person.email)
        cinemas = named_cinemas(session, visit.person.cinemas)
    return visit.page(
        "account.html",
        status=status,
        problem=problem,
        sessions=sessions,
        tokens=[one for one in tokens if not one.revoked_at and one.expires_at > visit.now],
        cinemas=cinemas,
        new_token=new_token,
    )


@router.get("", response_class=Response)
def account(visit: CurrentVisit) -> Response:
    """Show one's account."""
    return account_page(visit)


@router.post("/password", response_class=Response)
async def change_password(visit: CurrentVisit, form: CurrentForm) -> Response:
    """Change the password, which ends all other sessions and gives this browser a new one."""
    return await _with_present_password(visit, form, partial(_change_password, visit, form))


@router.post("/delete", response_class=Response)
async def delete(visit: CurrentVisit, form: CurrentForm) -> Response:
    """Delete one's account."""
    return await _with_present_password(visit, form, partial(_delete, visit))


@router.post("/sessions/end", response_class=Response)
def end(visit: CurrentVisit, form: CurrentForm) -> Response:
    """End one of one's sessions, or all others."""
    number = form.text("session")
    with writing(visit.engine) as session:
        if number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER:
            end_session(session, visit.person.account_id, int(number))
            return visit.see_other(PAGE, done="session")
        end_sessions(session, visit.person.account_id, but=visit.person.session_id)
    return visit.see_other(PAGE, done="sessions")


async def _with_present_password(visit: Visit, form: SentForm, work: Callable[[], Response]) -> Response:
    """Do what a borrowed phone must not do: only who knows the password may."""
    doorkeeper, address = doorkeeper_of(visit.request), address_in(visit.request)

    def work_if_right() -> Response:
        try:
            doorkeeper.check_password(
                visit.engine, visit.person.email, form.text("present"), address=address, now=visit.now
            )
        except WrongPasswordError:
            return account_page(visit, problem=visit.phrases.problems["wrong-present"], status=400)
        except TooManyAttemptsError as error:
            return account_page(visit, problem=wait_sentence(visit.language, error), status=429)
        return work()

    return await doorkeeper.in_turn(work_if_right)


def _change_password(visit: Visit, form: SentForm) -> Response:
    password = form.text("password") or form.text("shown_password")
    weakness = weakness_of(password, visit.person.email)
    if weakness is not None:
        return account_page(visit, problem=visit.phrases.weaknesses[weakness], status=400)
    password_hash = hash_password(password)
    with writing(visit.engine) as session:
        account = session.get_one(Account, visit.person.account_id)
        account.password_hash = password_hash
        session.add(account)
        end_sessions(session, account.id)
        note(session, Deed.CHANGED_PASSWORD, by=account.email, now=visit.now)
        secret = let_in(visit.request, session, account.id, visit.now)
    answer = visit.see_other(PAGE, done="password")
    set_session(visit.request, answer, secret)
    return answer


def _delete(visit: Visit) -> Response:
    with writing(visit.engine) as session:
        delete_account(session, visit.person.email, by=visit.person.email, now=visit.now)
    answer = visit.see_other(START, done="deleted")
    forget_session(visit.request, answer)
    return answer
