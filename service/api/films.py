"""Films: found by a title, those that run near a point, and one in full."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from data.programme.answer import encode
from data.programme.facts import FilmDetails, FilmFacts
from data.programme.films_answer import FilmsNear
from data.programme.films_write import write_films
from data.programme.search import search_films
from service.api.description import answers_with
from service.asked import question_of
from service.caching import caching_for, json_answer
from service.dependencies import CurrentMoment, CurrentProgramme
from service.moved import FilmSlug
from service.query import FilmsNearQuery

router = APIRouter(prefix="/api/v1/films")


class FilmsQuery(BaseModel):
    """What to look for. An unknown parameter is refused: a typing error must not change the answer in silence."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[str, Field(max_length=200, description="Words of a title, in any language; none means all.")] = ""
    limit: Annotated[int, Field(ge=1, le=500, description="How many films.")] = 50


class Films(msgspec.Struct, frozen=True):
    """The films that were found, those with the most coming screenings first; `total` counts all of them."""

    films: list[FilmFacts]
    total: int


@router.get("", responses=answers_with(Films), response_class=Response)
def films(
    request: Request,
    query: Annotated[FilmsQuery, Query()],
    programme: CurrentProgramme,
    now: CurrentMoment,
) -> Response:
    """Search the films."""
    found = search_films(programme, query.q, now)
    shown = [film.brief() for film in found[: query.limit]]
    return json_answer(request, encode(Films(shown, len(found))))


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
def film(request: Request, slug: FilmSlug, programme: CurrentProgramme) -> Response:
    """Give one film with its credits and texts."""
    return json_answer(request, encode(programme.film(slug)))
