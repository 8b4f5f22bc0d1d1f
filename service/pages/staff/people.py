"""The page `/staff/people`, for administrators: who does what, and who is invited."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from sqlmodel import Session

from data.errors import QuestionError, UnknownCinemaError
from data.tables.account import Account
from data.tables.database import reading, writing
from service.pages.staff.visit import AdministratorsVisit, Visit
from service.sent_form import CurrentForm, SentForm
from service.staff.accounts import address_of, named_cinemas, people, set_roles
from service.staff.audit import note
from service.staff.deeds import Deed
from service.staff.deletion import delete_account
from service.staff.invitations import invite, offer_reset, open_invitations, take_back, take_back_all
from service.staff.same_origin import refuse_other_origins
from service.staff.sessions import end_sessions
from service.staff.tokens import revoke_tokens

PAGE = "/staff/people"
_MOST_SUGGESTED = 300
router = APIRouter(prefix=PAGE, include_in_schema=False, dependencies=[Depends(refuse_other_origins)])
Number = Annotated[int, Path(ge=1, le=2**63 - 1)]


@router.get("", response_class=Response)
def show(visit: AdministratorsVisit) -> Response:
    """Show who has an account, and who is invited."""
    return _page(visit)


@router.post("/invite", response_class=Response)
def invite_person(visit: AdministratorsVisit, form: CurrentForm) -> Response:
    """Invite somebody, and show the link this once."""
    problems = visit.phrases.problems
    try:
        email = address_of(form.text("email"))
    except QuestionError:
        return _page(visit, problem=problems["address"], form=form)
    try:
        with writing(visit.engine) as session:
            secret = invite(
                session,
                email,
                by=visit.person.email,
                now=visit.now,
                cinemas=_slugs(form),
                is_editor=form.is_ticked("editor"),
                is_administrator=form.is_ticked("administrator"),
            )
    except UnknownCinemaError:
        return _page(visit, problem=problems["cinema"], form=form)
    except QuestionError:
        return _page(visit, problem=problems["nothing"], form=form)
    return _page(visit, link=_link(visit, secret), invited=email)


@router.post("/invitations/{number}/take-back", response_class=Response)
def take_invitation_back(visit: AdministratorsVisit, number: Number) -> Response:
    """Let a link count no longer."""
    with writing(visit.engine) as session:
        take_back(session, number, by=visit.person.email, now=visit.now)
    return visit.see_other(PAGE, done="taken-back")


@router.post("/{number}/roles", response_class=Response)
def give_roles(visit: AdministratorsVisit, number: Number, form: CurrentForm) -> Response:
    """Say what somebody may; nobody takes the administrator's role from themselves."""
    is_own = number == visit.person.account_id
    try:
        with writing(visit.engine) as session:
            account = session.get(Account, number)
            if account is None:
                return _page(visit, problem=visit.phrases.problems["person"])
            set_roles(
                session,
                account,
                cinemas=_slugs(form),
                is_editor=form.is_ticked("editor"),
                is_administrator=form.is_ticked("administrator") or is_own,
            )
            note(session, Deed.CHANGED_ROLES, by=visit.person.email, now=visit.now, about=account.email)
    except UnknownCinemaError:
        return _page(visit, problem=visit.phrases.problems["cinema"])
    return visit.see_other(PAGE, done="saved")


@router.post("/{number}/reset", response_class=Response)
def reset(visit: AdministratorsVisit, number: Number) -> Response:
    """Show a link for a new password, this once."""
    with writing(visit.engine) as session:
        account = session.get(Account, number)
        if account is None:
            return _page(visit, problem=visit.phrases.problems["person"])
        email = account.email
        secret = offer_reset(session, email, by=visit.person.email, now=visit.now)
    return _page(visit, link=_link(visit, secret), invited=email)


@router.post("/{number}/end", response_class=Response)
def end(visit: AdministratorsVisit, number: Number) -> Response:
    """End all that lets somebody in without their password."""
    with writing(visit.engine) as session:
        account = session.get(Account, number)
        if account is not None:
            _end_all(session, account, visit)
    return visit.see_other(PAGE, done="ended")


@router.post("/{number}/delete", response_class=Response)
def delete(visit: AdministratorsVisit, number: Number) -> Response:
    """Delete somebody's account; one's own is deleted on the page of one's account."""
    with writing(visit.engine) as session:
        account = session.get(Account, number)
        if account is not None and account.id != visit.person.account_id:
            delete_account(session, account.email, by=visit.person.email, now=visit.now)
    return visit.see_other(PAGE, done="deleted")


def _page(
    visit: Visit,
    *,
    problem: str | None = None,
    form: SentForm | None = None,
    link: str | None = None,
    invited: str | None = None,
) -> Response:
    with reading(visit.engine) as session:
        known, links = people(session), open_invitations(session, visit.now)
        cinemas = named_cinemas(session)
    return visit.page(
        "people.html",
        status=400 if problem else 200,
        problem=problem,
        people=known,
        links=links,
        suggested=cinemas[:_MOST_SUGGESTED],
        link=link,
        invited=invited,
        form=form or SentForm({}),
    )


def _slugs(form: SentForm) -> list[str]:
    return [slug for slug in re.split(r"[\s,;]+", form.text("cinemas").lower()) if slug]


def _link(visit: Visit, secret: str) -> str:
    """Write a link as this administrator reaches us: nobody else's header is believed for it."""
    return f"{visit.request.base_url}staff/invitation/{secret}"


def _end_all(session: Session, account: Account, visit: Visit) -> None:
    revoke_tokens(session, account.email, now=visit.now)
    end_sessions(session, account.id)
    take_back_all(session, account.email)
    note(session, Deed.ENDED_ACCESS, by=visit.person.email, now=visit.now, about=account.email)
