"""Films: found by a title, those that run near a point, and one in full."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from data.programme.answer import encode
from data.programme.facts import FilmDetails
from data.programme.films_answer import FilmsNear
from data.programme.films_found import FilmFound, film_found
from data.programme.films_write import write_films
from data.programme.search import Around, find_films
from service.api.description import answers_with
from service.asked import question_of
from service.caching import caching_for, json_answer
from service.dependencies import CurrentMoment, CurrentProgramme
from service.query import FilmsNearQuery, PositionQuery

router = APIRouter(prefix="/api/v1/films")


class FilmsQuery(PositionQuery):
    """What to look for, and where one is."""

    q: Annotated[
        str,
        Field(
            max_length=200,
            description="Words of a title in any language, of a director's or an actor's name, a year, or how they "
            "begin; none means all.",
        ),
    ] = ""
    accuracy_m: Annotated[
        float, Field(ge=0, le=50_000, description="How uncertain the position is, in metres: a radius around it.")
    ] = 0.0
    limit: Annotated[int, Field(ge=1, le=500, description="How many films.")] = 50


class Films(msgspec.Struct, frozen=True):
    """The films that were found, the most likely first; `total` counts all of them."""

    films: list[FilmFound]
    total: int


@router.get("", responses=answers_with(Films), response_class=Response)
def films(
    request: Request,
    query: Annotated[FilmsQuery, Query()],
    programme: CurrentProgramme,
    now: CurrentMoment,
) -> Response:
    """Search the films, slips of the pen allowed: the title in full first, then titles, names, and what is alike.

    Of those that are equally like it, first come those that are still shown within 25 km of the position, then those
    that are shown anywhere.
    """
    point = query.point()
    if point is not None:
        programme.refuse_swapped(point)
    around = Around(point, query.accuracy_m) if point else None
    found = find_films(programme, query.q, now, around, limit=query.limit)
    shown = [film_found(programme, one) for one in found.films]
    return json_answer(request, encode(Films(shown, found.total)), caching_for(point))


# Before the films' own addresses: no film has this slug (data.tables.film).
@router.get("/near", responses=answers_with(FilmsNear), response_class=Response)
def films_near(
    request: Request, query: Annotated[FilmsNearQuery, Query()], programme: CurrentProgramme, now: CurrentMoment
) -> Response:
    """Find the films around a point, each with its next starts at the nearest cinemas.

    First comes what is nearest and soonest: a minute of waiting counts as much as a hundred metres of way. Looked at
    are the 60 nearest cinemas that have anything that fits; what is sold out, and screenings that name no film, are
    left out. With `accuracy_m`, the answer holds every film and every start that could be among the first from anywhere
    inside that radius: send a coarse position, and sort and cut the answer by the exact one.
    """
    question = question_of(query.asked(), programme, now)
    return json_answer(request, write_films(programme, question, query.starts), caching_for(question.near))


@router.get("/{slug}", responses=answers_with(FilmDetails), response_class=Response)
def film(request: Request, slug: str, programme: CurrentProgramme) -> Response:
    """Give one film with its credits and texts."""
    return json_answer(request, encode(programme.film(slug)))
