"""The coming screenings of a cinema: sold out, cancelled, moved, or one more of them, each said by hand."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Response

from data.errors import DataError
from data.exports.sheet_csv import write_csv
from data.problem import Severity
from data.schedules.edit import set_status
from data.schedules.errors import MoveRefusedError
from data.schedules.move import move_screening
from data.schedules.plan import Document, Mode, plan_schedule
from data.schedules.showing import Published
from data.schedules.stored import cinema_of, coming_screenings
from data.schedules.upload import publish_uploaded, upload
from data.tables.database import reading, writing
from data.versions.label import label_of
from service.dependencies import CurrentTurns
from service.pages.staff.desk.visit import CurrentDeskVisit, DeskVisit
from service.sent_form import CurrentForm, SentForm
from service.staff.deeds import SAID_OF_SCREENING, Deed
from service.staff.same_origin import refuse_other_origins

router = APIRouter(
    prefix="/staff/cinemas/{slug}/programme", include_in_schema=False, dependencies=[Depends(refuse_other_origins)]
)
_COLUMNS = ("date", "time", "title", "version", "auditorium")


@dataclass(frozen=True, slots=True)
class Refused:
    """Which screening was not moved, why, and what was written."""

    screening: int
    sentence: str
    form: SentForm


def programme_page(
    visit: DeskVisit, *, problem: str | None = None, form: SentForm | None = None, refused: Refused | None = None
) -> Response:
    """List what is to come, by evening; what somebody wrote and was not taken stays in its form."""
    with reading(visit.engine) as session:
        cinema = cinema_of(session, visit.slug)
        coming = sorted(coming_screenings(session, cinema.id, visit.now), key=lambda one: one.showing.starts_at)
        name, zone, country = cinema.name, ZoneInfo(cinema.time_zone), cinema.country
    evenings: list[tuple[date, list[Published]]] = [
        (day, list(screenings)) for day, screenings in groupby(coming, key=lambda one: one.showing.programme_on)
    ]
    return visit.show(
        "programme.html",
        status=400 if problem or refused else 200,
        problem=problem,
        name=name,
        zone=zone,
        evenings=evenings,
        label=lambda showing: label_of(showing.version, country),
        form=form or SentForm({}),
        refused=refused,
        auditoriums=sorted({one.showing.auditorium for one in coming if one.showing.auditorium}),
    )


@router.get("", response_class=Response)
def programme(visit: CurrentDeskVisit) -> Response:
    """Show what is to come."""
    return programme_page(visit)


@router.post("/status", response_class=Response)
def say_status(visit: CurrentDeskVisit, form: CurrentForm) -> Response:
    """Say whether a screening takes place, and whether there are tickets."""
    number, status = form.number("screening"), form.text("status")
    try:
        with writing(visit.engine) as session:
            named = set_status(session, visit.slug, number, status, now=visit.now)
            visit.note(session, SAID_OF_SCREENING[status], named)
    except DataError as error:
        return programme_page(visit, problem=visit.told(error))
    return visit.see_other(f"{visit.desk}/programme", done="status")


@router.post("/move", response_class=Response)
def move(visit: CurrentDeskVisit, form: CurrentForm) -> Response:
    """Move a screening to another time or auditorium."""
    number, place = form.number("screening"), {name: form.text(name) for name in ("date", "time", "auditorium")}
    try:
        with writing(visit.engine) as session:
            named = move_screening(
                *(session, visit.slug, number),
                on=place["date"],
                clock=place["time"],
                auditorium=place["auditorium"],
                now=visit.now,
            )
            visit.note(session, Deed.MOVED_SCREENING, named)
    except MoveRefusedError as error:
        return programme_page(visit, refused=Refused(number, visit.told(error), form))
    except DataError as error:
        return programme_page(visit, problem=visit.told(error))
    return visit.see_other(f"{visit.desk}/programme", done="moved")


@router.post("/add", response_class=Response)
async def add(visit: CurrentDeskVisit, form: CurrentForm, turns: CurrentTurns) -> Response:
    """Add one screening: a file of one row, with all that goes for files."""
    return await turns.run(visit.slug, lambda: _add(visit, form))


def _add(visit: DeskVisit, form: SentForm) -> Response:
    cells = [form.text(column) for column in _COLUMNS]
    document = Document(name="by hand.csv", content=write_csv(_COLUMNS, [cells], "en"))
    try:
        with reading(visit.engine) as session:
            plan = plan_schedule(session, visit.slug, document, now=visit.now, mode=Mode.ADD)
        errors = [visit.told(one.message) for one in plan.checked.problems if one.severity is Severity.ERROR]
        if errors or plan.is_empty:
            said = " ".join(errors) or visit.words.publish_nothing
            return programme_page(visit, problem=said, form=form)
        report = upload(visit.engine, visit.slug, document, now=visit.now, by=visit.person.email, mode=Mode.ADD)
        publish_uploaded(
            visit.engine,
            visit.slug,
            int(report.id or 0),
            now=visit.now,
            by=visit.person.email,
            also=lambda session, _: visit.note(session, Deed.ADDED_SCREENING, _named(form)),
        )
    except DataError as error:
        return programme_page(visit, problem=visit.told(error), form=form)
    return visit.see_other(f"{visit.desk}/programme", done="added")


def _named(form: SentForm) -> str:
    return f"{form.text('title')}, {form.text('date')} {form.text('time')}"
