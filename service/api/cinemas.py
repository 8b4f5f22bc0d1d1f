"""Cinemas: all of them, nearest first where there is a position, and one in full."""

from typing import Annotated

import msgspec
import numpy as np
from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from data.programme.answer import encode
from data.programme.days import CinemaInFull, cinema_in_full
from data.programme.facts import CinemaFacts
from data.programme.programme import Programme
from geo.distance import distances_m, nearest_first
from geo.point import Point
from service.api.description import answers_with
from service.caching import caching_for, json_answer
from service.dependencies import CurrentMoment, CurrentProgramme
from service.query import PositionQuery

router = APIRouter(prefix="/api/v1/cinemas")


class CinemasQuery(PositionQuery):
    """Where, and how many."""

    limit: Annotated[int, Field(ge=1, le=1000, description="How many cinemas.")] = 100


class CinemaAt(msgspec.Struct, frozen=True):
    """A cinema, and how far it is as the crow flies (metres, null without a position)."""

    cinema: CinemaFacts
    distance_m: float | None


class Cinemas(msgspec.Struct, frozen=True):
    """Cinemas, nearest first or by slug; `total` counts all of them."""

    cinemas: list[CinemaAt]
    total: int


@router.get("", responses=answers_with(Cinemas), response_class=Response)
def cinemas(request: Request, query: Annotated[CinemasQuery, Query()], programme: CurrentProgramme) -> Response:
    """List the cinemas."""
    point = query.point()
    if point is not None:
        programme.refuse_swapped(point)
    listed = _nearest(programme, point) if point else _by_slug(programme)
    body = encode(Cinemas(listed[: query.limit], len(listed)))
    return json_answer(request, body, caching_for(point))


@router.get("/{slug}", responses=answers_with(CinemaInFull), response_class=Response)
def cinema(request: Request, slug: str, programme: CurrentProgramme, now: CurrentMoment) -> Response:
    """Give one cinema, and what is known of its coming days: a programme, closed, nothing, or nothing known yet."""
    return json_answer(request, encode(cinema_in_full(programme, slug, now)))


def _by_slug(programme: Programme) -> list[CinemaAt]:
    return [CinemaAt(programme.cinemas[place], None) for place in np.argsort(programme.ranks)]


def _nearest(programme: Programme, point: Point) -> list[CinemaAt]:
    by_slug = np.argsort(programme.ranks)
    metres = distances_m(point, programme.lats[by_slug], programme.lons[by_slug])
    return [CinemaAt(programme.cinemas[by_slug[i]], round(float(metres[i]), 1)) for i in nearest_first(metres)]
