"""A file from dropping to publishing: taken in, shown as the week that it would make, asked about, published."""

from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from data.errors import DataError, FileUnreadableError, QuestionError
from data.programme.search import find_film
from data.schedules.asked_scope import AskedScope
from data.schedules.kept import asked_of, document_of, schedule_of
from data.schedules.plan import Document, Mode, Plan, plan_schedule
from data.schedules.publish import Consent, ConsentMissingError, consents_needed
from data.schedules.report import Report, count, scope_facts
from data.schedules.stored import cinema_of
from data.schedules.taught import teach_label, teach_title
from data.schedules.upload import publish_uploaded, upload
from data.sentence import Sentence
from data.tables.database import reading, writing
from service.dependencies import CurrentProgramme, CurrentTurns
from service.errors import FileTooLargeError, FormWrongError
from service.pages.staff.desk.findings import findings_of
from service.pages.staff.desk.start import desk_page
from service.pages.staff.desk.visit import CurrentDeskVisit, DeskVisit
from service.pages.staff.desk.week import week_of
from service.received import file_in, received_body
from service.sent_form import CurrentForm, SentForm
from service.staff.deeds import Deed
from service.staff.same_origin import refuse_other_origins

router = APIRouter(
    prefix="/staff/cinemas/{slug}/schedules", include_in_schema=False, dependencies=[Depends(refuse_other_origins)]
)
ScheduleId = Annotated[int, Path(ge=1, le=2**63 - 1)]


@router.post("", response_class=Response)
async def drop(visit: CurrentDeskVisit, turns: CurrentTurns) -> Response:
    """Take a file in, or pasted rows, and lead to what it would make of the programme."""
    try:
        async with turns.uploading(visit.slug):
            body = await received_body(visit.request)
            report = await turns.run(visit.slug, partial(_take_in, visit, body))
    except (FileUnreadableError, FileTooLargeError, FormWrongError) as error:
        return desk_page(visit, problem=visit.told(error))
    return visit.see_other(f"{visit.desk}/schedules/{report.id}")


@router.get("/{schedule_id}", response_class=Response)
async def preview(visit: CurrentDeskVisit, schedule_id: ScheduleId, turns: CurrentTurns) -> Response:
    """Show what a file would make of the programme as it is now; of one that is published, what it did."""
    return await turns.run(visit.slug, partial(preview_page, visit, schedule_id))


@router.post("/{schedule_id}/publish", response_class=Response)
async def publish(visit: CurrentDeskVisit, schedule_id: ScheduleId, form: CurrentForm, turns: CurrentTurns) -> Response:
    """Publish what was looked at, with what is agreed to."""
    accept = frozenset(consent for consent in Consent if form.is_ticked(f"accept_{consent}"))

    def publish() -> Response:
        try:
            report = publish_uploaded(
                visit.engine,
                visit.slug,
                schedule_id,
                now=visit.now,
                by=visit.person.email,
                accept=accept,
                also=lambda session, report: visit.note(session, Deed.PUBLISHED, report.named),
            )
        except ConsentMissingError as missing:
            said = f"{visit.told(missing)} {visit.words.agree_first}"
            return preview_page(visit, schedule_id, problem=said, status=409)
        return visit.see_other(visit.desk, done="published" if report.state == "published" else "unchanged")

    return await turns.run(visit.slug, publish)


@router.post("/{schedule_id}/again", response_class=Response)
async def look_again(
    visit: CurrentDeskVisit, schedule_id: ScheduleId, form: CurrentForm, turns: CurrentTurns
) -> Response:
    """Look at the same file in another mode, or for other days or auditoriums."""

    def look() -> Response:
        try:
            asked = _asked(form)
            with reading(visit.engine) as session:
                document = document_of(session, schedule_of(session, visit.slug, schedule_id))
            mode = Mode.ADD if form.text("mode") == Mode.ADD else Mode.REPLACE
            report = upload(
                visit.engine, visit.slug, document, now=visit.now, by=visit.person.email, mode=mode, asked=asked
            )
        except DataError as error:
            return preview_page(visit, schedule_id, problem=visit.told(error), status=400)
        return visit.see_other(f"{visit.desk}/schedules/{report.id}")

    return await turns.run(visit.slug, look)


@router.post("/{schedule_id}/teach", response_class=Response)
async def teach(
    visit: CurrentDeskVisit,
    schedule_id: ScheduleId,
    form: CurrentForm,
    turns: CurrentTurns,
    programme: CurrentProgramme,
) -> Response:
    """Remember what a word of the cinema means, and look at the file anew."""

    def teach() -> Response:
        text = form.text("text")
        try:
            # Before the turn to write is taken: to search takes its time.
            slugs = [find_film(programme, form.text("film")).slug] if form.text("film") else []
            with writing(visit.engine) as session:
                cinema = cinema_of(session, visit.slug)
                if form.text("kind") == "label":
                    teach_label(session, cinema, text, form.text("means"))
                elif slugs or form.is_ticked("no_film"):
                    teach_title(session, cinema, text, slugs)
                else:
                    raise QuestionError("film", Sentence("Say which film it is, or that it is none."))
        except DataError as error:
            return preview_page(visit, schedule_id, problem=visit.told(error), status=400)
        return visit.see_other(f"{visit.desk}/schedules/{schedule_id}", done="taught")

    return await turns.run(visit.slug, teach)


def preview_page(visit: DeskVisit, schedule_id: int, *, problem: str | None = None, status: int = 200) -> Response:
    """Show a schedule: planned anew while it waits."""
    with reading(visit.engine) as session:
        schedule = schedule_of(session, visit.slug, schedule_id)
        name = cinema_of(session, visit.slug).name
        document, asked = document_of(session, schedule), asked_of(schedule)
        state, mode = schedule.state, Mode(schedule.mode)
        plan = plan_schedule(session, visit.slug, document, now=visit.now, mode=mode, asked=asked)
    findings = findings_of(plan)
    needed = consents_needed(plan)
    return visit.show(
        "preview.html",
        status=status,
        problem=problem,
        name=name,
        number=schedule_id,
        file_name=document.name,
        state=state,
        counts=count(plan.checked, plan.difference),
        scope=scope_facts(plan.scope),
        mode=mode,
        asked=asked,
        week=week_of(plan),
        errors=[one for one in findings if one.is_error],
        doubts=[one for one in findings if not one.is_error],
        is_empty=plan.is_empty,
        needs_errors=Consent.ERRORS in needed,
        needs_removals=Consent.REMOVALS in needed,
        removed=len(plan.difference.removed),
        in_scope=plan.in_scope,
        kinds=_kinds(plan),
    )


def _take_in(visit: DeskVisit, body: bytes) -> Report:
    file = file_in(visit.request, body, None)
    document = Document(name=file.name, content=file.content)
    return upload(visit.engine, visit.slug, document, now=visit.now, by=visit.person.email)


def _kinds(plan: Plan) -> dict[str, int]:
    difference = plan.difference
    counted = {
        "added": len(difference.added),
        "moved": len(difference.moved),
        "changed": len(difference.changed),
        "removed": len(difference.removed),
        "kept": len(difference.kept),
        "unchanged": len(difference.unchanged),
    }
    return {kind: number for kind, number in counted.items() if number}


def _asked(form: SentForm) -> AskedScope:
    rooms = tuple(room.strip() for room in form.text("rooms").split(",") if room.strip())
    return AskedScope(_day(form.text("from")), _day(form.text("until")), rooms or None)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise QuestionError("from", Sentence("Write the days as 2026-12-24.")) from None
