"""The house itself: its address and way in, as its staff know them best, and the days on which it is closed."""

from datetime import date
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Response
from sqlmodel import Session, col, select

from data.catalogue.closed_days import close_days, open_days
from data.catalogue.own_facts import set_own_facts
from data.errors import DataError, QuestionError
from data.schedules.report import days_named
from data.schedules.stored import cinema_of
from data.sentence import Sentence
from data.tables.cinema import Cinema
from data.tables.closed_day import ClosedDay
from data.tables.database import reading, writing
from data.times.programme_day import programme_on
from service.pages.staff.desk.visit import CurrentDeskVisit, DeskVisit
from service.sent_form import CurrentForm, SentForm
from service.staff.deeds import Deed
from service.staff.same_origin import refuse_other_origins

router = APIRouter(
    prefix="/staff/cinemas/{slug}/house", include_in_schema=False, dependencies=[Depends(refuse_other_origins)]
)
_FACTS = (
    *("street", "postcode", "city", "website", "screens", "wheelchair", "hearing_loop"),
    *("advertising_minutes", "time_zone"),
)


def house_page(visit: DeskVisit, *, problem: str | None = None, form: SentForm | None = None) -> Response:
    """Show the facts, and the closed days to come; with a problem, what was written stays in the form."""
    with reading(visit.engine) as session:
        cinema = cinema_of(session, visit.slug)
        closed = _closed(session, cinema, visit)
        facts = {name: form.text(name) for name in _FACTS} if form else _facts(cinema)
        name = cinema.name
    return visit.show(
        "house.html", status=400 if problem else 200, problem=problem, name=name, facts=facts, closed=closed
    )


@router.get("", response_class=Response)
def house(visit: CurrentDeskVisit) -> Response:
    """Show the house."""
    return house_page(visit)


@router.post("", response_class=Response)
def save(visit: CurrentDeskVisit, form: CurrentForm) -> Response:
    """Take the facts as they were written."""
    try:
        with writing(visit.engine) as session:
            set_own_facts(session, visit.slug, {name: form.text(name) for name in _FACTS}, now=visit.now)
            visit.note(session, Deed.CHANGED_FACTS)
    except DataError as error:
        return house_page(visit, problem=visit.told(error), form=form)
    return visit.see_other(f"{visit.desk}/house", done="house")


@router.post("/close", response_class=Response)
def close(visit: CurrentDeskVisit, form: CurrentForm) -> Response:
    """Declare days on which the house is closed."""
    try:
        first_on, last_on = _days(form)
        with writing(visit.engine) as session:
            close_days(session, visit.slug, first_on, last_on, note=form.text("note"), now=visit.now)
            visit.note(session, Deed.CLOSED_DAYS, days_named(first_on, last_on))
    except DataError as error:
        return house_page(visit, problem=visit.told(error))
    return visit.see_other(f"{visit.desk}/house", done="closed")


@router.post("/open", response_class=Response)
def open_again(visit: CurrentDeskVisit, form: CurrentForm) -> Response:
    """Take back that the house is closed on a day."""
    try:
        first_on, last_on = _days(form)
        with writing(visit.engine) as session:
            open_days(session, visit.slug, first_on, last_on, now=visit.now)
            visit.note(session, Deed.OPENED_DAYS, days_named(first_on, last_on))
    except DataError as error:
        return house_page(visit, problem=visit.told(error))
    return visit.see_other(f"{visit.desk}/house", done="opened")


def _days(form: SentForm) -> tuple[date, date]:
    try:
        first_on = date.fromisoformat(form.text("on"))
        return first_on, date.fromisoformat(form.text("until") or form.text("on"))
    except ValueError:
        raise QuestionError("on", Sentence("Write the days as 2026-12-24.")) from None


def _facts(cinema: Cinema) -> dict[str, str]:
    loop = {True: "yes", False: "no", None: ""}[cinema.has_hearing_loop]
    texts = {name: getattr(cinema, name, None) for name in _FACTS if name != "hearing_loop"}
    # No advertising at all is something that they say.
    return {name: "" if value is None else str(value) for name, value in (texts | {"hearing_loop": loop}).items()}


def _closed(session: Session, cinema: Cinema, visit: DeskVisit) -> list[tuple[date, str | None]]:
    today = programme_on(visit.now, ZoneInfo(cinema.time_zone))
    query = select(ClosedDay).where(ClosedDay.cinema_id == cinema.id, col(ClosedDay.programme_on) >= today)
    return [(one.programme_on, one.note) for one in session.exec(query.order_by(col(ClosedDay.programme_on)))]
