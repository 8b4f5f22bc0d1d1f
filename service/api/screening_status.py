"""A screening is sold out, cancelled, or takes place after all: said by hand, by the staff of its cinema."""

from enum import StrEnum
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from data.programme.answer import encode
from data.schedules.edit import OwnCinema, cinema_of_screening, set_status
from data.tables.database import reading, writing
from service.api.description import answers_with
from service.api.screenings import ScreeningId
from service.caching import PRIVATE
from service.dependencies import CurrentEngine, CurrentMoment
from service.staff.audit import note
from service.staff.deeds import SAID_OF_SCREENING
from service.staff.gate import PersonAtDoor, held_to_cinemas

router = APIRouter(prefix="/api/v1")


class Status(StrEnum):
    """Whether a screening takes place, and whether there are tickets."""

    SCHEDULED = "scheduled"
    SOLD_OUT = "sold-out"
    CANCELLED = "cancelled"


class StatusQuery(BaseModel):
    """What is said of a screening. An unknown parameter is refused."""

    model_config = ConfigDict(extra="forbid")

    status: Annotated[Status, Field(description="scheduled leaves it to the cinema's files again.")]


class ScreeningStatus(msgspec.Struct, frozen=True):
    """What holds for a screening from now on."""

    id: str
    cinema: str
    status: str


def own_screening(screening_id: ScreeningId, person: PersonAtDoor, engine: CurrentEngine) -> OwnCinema:
    """Say whose a screening is, if it is theirs who ask. Raises UnknownScreeningError, NotYourCinemaError."""
    with reading(engine) as session:
        cinema = cinema_of_screening(session, screening_id)
    held_to_cinemas(person, cinema.slug)
    return cinema


@router.post("/screenings/{screening_id}/status", responses=answers_with(ScreeningStatus), response_class=Response)
def set_screening_status(
    screening_id: ScreeningId,
    cinema: Annotated[OwnCinema, Depends(own_screening)],
    query: Annotated[StatusQuery, Query()],
    person: PersonAtDoor,
    engine: CurrentEngine,
    now: CurrentMoment,
) -> Response:
    """Say that a screening is sold out, cancelled, or takes place after all. It stays so whatever a file says.

    Said twice, the answer is the same.
    """
    with writing(engine) as session:
        named = set_status(session, cinema.slug, screening_id, query.status, now=now)
        what = SAID_OF_SCREENING[query.status]
        note(session, what, subject=named, by=person.email, now=now, cinema_ids=[cinema.id])
    body = encode(ScreeningStatus(str(screening_id), cinema.slug, query.status))
    return Response(body, media_type="application/json", headers={"Cache-Control": PRIVATE})
