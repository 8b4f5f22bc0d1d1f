"""A cinema's schedules: a file is uploaded and checked, published, undone; and found again."""

from functools import partial
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Header, Path, Query, Request, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from data.programme.answer import encode
from data.schedules.asked_scope import AskedScope
from data.schedules.history import PastSchedule, history_of, report_of
from data.schedules.kept import file_of
from data.schedules.plan import Document, Mode
from data.schedules.publish import Consent
from data.schedules.report import Report
from data.schedules.undo import undo
from data.schedules.upload import publish_uploaded, upload
from data.tables.database import reading, writing
from service.api.description import answers_with, answers_with_file
from service.api.files import ANY_FILE, file_answer
from service.caching import PRIVATE, json_answer
from service.dependencies import CurrentEngine, CurrentMoment, CurrentTurns
from service.query import Day, Words
from service.received import file_in, received_body
from service.staff.audit import note_at
from service.staff.deeds import Deed
from service.staff.gate import PersonForCinema

router = APIRouter(prefix="/api/v1/cinemas/{slug}/schedules")
ScheduleId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The `id` that the upload answered.")]


class UploadQuery(BaseModel):
    """What a file is said to be. An unknown parameter is refused."""

    model_config = ConfigDict(extra="forbid")

    mode: Annotated[Mode, Field(description="replace: the file is all that is shown in its days; add: it adds.")] = (
        Mode.REPLACE
    )
    from_: Annotated[Day | None, Field(alias="from", description="The first programme date; as the file says.")] = None
    until: Annotated[Day | None, Field(description="The last programme date, included; as the file says.")] = None
    auditorium: Annotated[Words, Field(description="Auditoriums that it speaks of; as the file says.")] = []
    name: Annotated[str | None, Field(max_length=200, description="The name of the file, where the body is it.")] = None

    def asked(self) -> AskedScope:
        """Give the scope that is asked for. Raises QuestionError."""
        return AskedScope(self.from_, self.until, tuple(self.auditorium) or None)


def _between_commas(written: object) -> object:
    return [word for one in written for word in str(one).split(",")] if isinstance(written, list) else written


class PublishQuery(BaseModel):
    """What is agreed to. An unknown parameter is refused."""

    model_config = ConfigDict(extra="forbid")

    accept: Annotated[
        list[Consent],
        BeforeValidator(_between_commas),
        Field(description="errors: publish without the rows that are errors; removals: many go. Between commas."),
    ] = []


class Schedules(msgspec.Struct, frozen=True):
    """What became of a cinema's schedules, what happened last first."""

    schedules: list[PastSchedule]


_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The file, in a form or by itself; at most 20 MB.",
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
            ANY_FILE: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


@router.post(
    "", status_code=201, responses=answers_with(Report, status=201), response_class=Response, openapi_extra=_BODY
)
async def upload_schedule(
    request: Request,
    slug: str,
    person: PersonForCinema,
    query: Annotated[UploadQuery, Query()],
    engine: CurrentEngine,
    turns: CurrentTurns,
    now: CurrentMoment,
    idempotency_key: Annotated[
        str | None, Header(description="The same key repeats an upload whose answer was lost; kept for a day.")
    ] = None,
) -> Response:
    """Upload a file, in whichever form the cinema has it: it is checked row by row, and nothing is published yet.

    The report says what is wrong in it and what publishing it would change.
    """
    asked = query.asked()

    def check(body: bytes) -> Report:
        file = file_in(request, body, query.name)
        document = Document(name=file.name, content=file.content)
        return upload(
            engine,
            slug,
            document,
            now=now,
            by=person.email,
            mode=query.mode,
            asked=asked,
            idempotency_key=idempotency_key,
        )

    async with turns.uploading(slug):
        report = await turns.run(slug, partial(check, await received_body(request)))
    return _answer(report, status=201, location=f"/api/v1/cinemas/{slug}/schedules/{report.id}")


@router.post("/{schedule_id}/publish", responses=answers_with(Report), response_class=Response)
async def publish_schedule(
    slug: str,
    schedule_id: ScheduleId,
    person: PersonForCinema,
    query: Annotated[PublishQuery, Query()],
    engine: CurrentEngine,
    turns: CurrentTurns,
    now: CurrentMoment,
) -> Response:
    """Publish what was uploaded, held against the programme as it is now: all its good rows at once, or nothing.

    Where rows are errors or much would be removed, the answer is 409 until `accept` says yes to it. Once published,
    the answer stays the same.
    """
    accept = frozenset(query.accept)

    def publish() -> Report:
        return publish_uploaded(
            engine,
            slug,
            schedule_id,
            now=now,
            by=person.email,
            accept=accept,
            also=lambda session, report: note_at(session, slug, Deed.PUBLISHED, report.named, by=person.email, now=now),
        )

    return _answer(await turns.run(slug, publish))


@router.post("/{schedule_id}/undo", responses=answers_with(Report), response_class=Response)
def undo_schedule(
    slug: str, schedule_id: ScheduleId, person: PersonForCinema, engine: CurrentEngine, now: CurrentMoment
) -> Response:
    """Take back the latest published schedule: what is to come is again as it was before."""
    with writing(engine) as session:
        report = undo(session, slug, schedule_id, now=now, by=person.email)
        note_at(session, slug, Deed.UNDID, report.named, by=person.email, now=now)
    return _answer(report)


@router.get("", responses=answers_with(Schedules), response_class=Response)
def schedules(request: Request, slug: str, _person: PersonForCinema, engine: CurrentEngine) -> Response:
    """List what was uploaded for a cinema, and what became of it."""
    with reading(engine) as session:
        return json_answer(request, encode(Schedules(history_of(session, slug))), PRIVATE)


@router.get("/{schedule_id}", responses=answers_with(Report), response_class=Response)
def schedule(
    request: Request, slug: str, schedule_id: ScheduleId, _person: PersonForCinema, engine: CurrentEngine
) -> Response:
    """Give the report of a schedule, with its state now."""
    with reading(engine) as session:
        return json_answer(request, encode(report_of(session, slug, schedule_id)), PRIVATE)


@router.get("/{schedule_id}/file", responses=answers_with_file(ANY_FILE), response_class=Response)
def schedule_file(
    request: Request, slug: str, schedule_id: ScheduleId, _person: PersonForCinema, engine: CurrentEngine
) -> Response:
    """Give the file as it came."""
    with reading(engine) as session:
        kept = file_of(session, slug, schedule_id)
    return file_answer(request, kept.content, ANY_FILE, kept.name, cache_control=PRIVATE)


def _answer(report: Report, *, status: int = 200, location: str | None = None) -> Response:
    headers = {"Cache-Control": PRIVATE} | ({"Location": location} if location else {})
    return Response(encode(report), status_code=status, media_type="application/json", headers=headers)
