"""The heart: nearby showtimes, sorted by distance."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from data.programme.answer import Showtimes
from data.programme.near import showtimes_near
from data.programme.write import write_found
from geo.point import Point
from service.api.description import answers_with
from service.asked import question_of
from service.caching import PRIVATE, SHARED, is_coarse
from service.dependencies import CurrentMoment, CurrentProgramme
from service.forms import Forms, response_of
from service.headers import FOR_DATA, Said, said
from service.query import ShowtimesQuery

PATH = "/api/v1/showtimes"

router = APIRouter()


def _headers(cache_control: str) -> Said:
    own = ((b"content-type", b"application/json"), (b"cache-control", cache_control.encode()))
    return said(*own, (b"vary", b"Accept-Encoding"), *FOR_DATA)


# Put together once: for an answer of some kilobytes that is a tenth of the work.
_SHARED, _PRIVATE = _headers(SHARED), _headers(PRIVATE)


@router.get(PATH, responses=answers_with(Showtimes), response_class=Response)
def showtimes(
    request: Request, query: Annotated[ShowtimesQuery, Query()], programme: CurrentProgramme, now: CurrentMoment
) -> Response:
    """Find the nearest cinemas that show a film, with their coming screenings.

    With `accuracy_m`, the answer holds every cinema that could be among the `limit` nearest from anywhere inside that
    radius: send a coarse position, and sort and cut the answer by the exact one.
    """
    question = question_of(query.asked(), programme, now)
    body = write_found(programme, question, showtimes_near(programme, question))
    return response_of(forms_of(body, question.near).asked_with(request.headers.raw))


def forms_of(body: bytes, near: Point | None) -> Forms:
    """Give an answer its headers, those that protect included."""
    return Forms(body, _SHARED if is_coarse(near) else _PRIVATE)
