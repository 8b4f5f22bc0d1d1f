"""The heart: nearby showtimes, sorted by distance."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from data.programme.answer import Showtimes, answer, encode
from service.api.description import answers_with
from service.caching import caching_for, json_answer
from service.dependencies import CurrentMoment, CurrentProgramme
from service.query import ShowtimesQuery, question_of

router = APIRouter(prefix="/api/v1")


@router.get("/showtimes", responses=answers_with(Showtimes), response_class=Response)
def showtimes(
    request: Request, query: Annotated[ShowtimesQuery, Query()], programme: CurrentProgramme, now: CurrentMoment
) -> Response:
    """Find the nearest cinemas that show a film, with their coming screenings.

    With `accuracy_m`, the answer holds every cinema that could be among the `limit` nearest from anywhere inside that
    radius: send a coarse position, and sort and cut the answer by the exact one.
    """
    question = question_of(query, programme, now)
    return json_answer(request, encode(answer(programme, question)), caching_for(question.near))
