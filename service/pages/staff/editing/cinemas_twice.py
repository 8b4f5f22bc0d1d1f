"""The page `/staff/cinemas-twice`: houses that may be there twice, joined after a second look, and parted again."""

from functools import partial

from fastapi import APIRouter, Depends, Response
from sqlmodel import Session, col, func, select

from data.catalogue.duplicates import find_duplicates
from data.catalogue.merge import merge_cinemas
from data.catalogue.merge_errors import MergeRefusedError
from data.catalogue.merged_feeds import feeds_to_pause
from data.catalogue.merges import past_merges
from data.catalogue.unmerge import unmerge_cinemas
from data.errors import UnknownCinemaError
from data.schedules.stored import cinema_of
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.tables.redirect import CINEMA
from data.tables.screening import Screening
from service.dependencies import CurrentTurns
from service.pages.staff.editing.visit import CurrentEditorsVisit, EditorsVisit
from service.sent_form import CurrentForm
from service.staff.audit import note
from service.staff.deeds import Deed
from service.staff.same_origin import refuse_other_origins

PAGE = "/staff/cinemas-twice"
_MOST_GROUPS = 50
# All are compared with all that are near: one look at a time.
_TURN = "cinemas-twice"

router = APIRouter(prefix=PAGE, include_in_schema=False, dependencies=[Depends(refuse_other_origins)])


@router.get("", response_class=Response)
async def proposals(visit: CurrentEditorsVisit, turns: CurrentTurns) -> Response:
    """List what may be there twice, and what was joined."""
    return await turns.run(_TURN, partial(_page, visit))


@router.get("/{kept}/{merged}", response_class=Response)
def second_look(visit: CurrentEditorsVisit, kept: str, merged: str) -> Response:
    """Show both houses side by side, before anything is joined."""
    return _both(visit, kept, merged)


@router.post("/{kept}/{merged}", response_class=Response)
def join(visit: CurrentEditorsVisit, kept: str, merged: str) -> Response:
    """Let two houses be one."""
    try:
        with writing(visit.engine) as session:
            merge_cinemas(session, kept, merged, now=visit.now, by=visit.person.email)
            _note(session, visit, Deed.MERGED_CINEMAS, f"{merged} → {kept}", kept)
    except MergeRefusedError as error:
        return _page(visit, problem=visit.told(error))
    return visit.see_other(PAGE, done="joined-cinemas")


@router.post("/part", response_class=Response)
def part(visit: CurrentEditorsVisit, form: CurrentForm) -> Response:
    """Let two houses be two again."""
    merged = form.text("merged")
    try:
        with writing(visit.engine) as session:
            parted = unmerge_cinemas(session, merged, now=visit.now, by=visit.person.email)
            _note(session, visit, Deed.PARTED_CINEMAS, f"{merged} ← {parted.kept}", merged)
    except MergeRefusedError as error:
        return _page(visit, problem=visit.told(error))
    return visit.see_other(PAGE, done="parted-cinemas")


def _page(visit: EditorsVisit, *, problem: str | None = None) -> Response:
    with reading(visit.engine) as session:
        groups = find_duplicates(session)
        merges = past_merges(session, CINEMA)
    return visit.show(
        "cinemas_twice.html", problem=problem, groups=groups[:_MOST_GROUPS], total=len(groups), merges=merges
    )


def _both(visit: EditorsVisit, kept: str, merged: str) -> Response:
    with reading(visit.engine) as session:
        houses = [_house(session, slug) for slug in (kept, merged)]
        coming = [_coming(session, house.id, visit) for house in houses]
        paused = [feed.url for feed in feeds_to_pause(session, houses[0].id, houses[1].id)]
    both = list(zip(houses, coming, strict=True))
    return visit.show("two_cinemas.html", houses=both, kept=kept, merged=merged, paused=paused)


def _house(session: Session, slug: str) -> Cinema:
    found = session.exec(select(Cinema).where(Cinema.slug == slug)).first()
    if found is None:
        raise UnknownCinemaError(slug)
    session.expunge(found)
    return found


def _coming(session: Session, cinema_id: int, visit: EditorsVisit) -> int:
    query = select(func.count(col(Screening.id))).where(Screening.cinema_id == cinema_id)
    return session.exec(query.where(col(Screening.starts_at) >= visit.now)).one()


def _note(session: Session, visit: EditorsVisit, what: Deed, subject: str, slug: str) -> None:
    house = cinema_of(session, slug)
    note(session, what, subject=subject, by=visit.person.email, now=visit.now, cinema_ids=[house.id])
