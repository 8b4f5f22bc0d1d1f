"""Places: what a person types instead of sharing a position; house numbers come in by POST only, and are not kept."""

import math
from collections.abc import Sequence
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import Field, ValidationError

from data.errors import QuestionError
from data.programme.answer import encode
from geo.gazetteer import Gazetteer
from geo.gazetteer_words import house_numbers_of, without_house_numbers
from geo.place import Place
from geo.point import Point
from service.api.description import answers_with
from service.api.place_sentences import SENTENCES, Hint, Language
from service.caching import PRIVATE, caching_for, json_answer
from service.dependencies import CurrentGazetteer, CurrentGeocoder, CurrentProgramme
from service.outside.lookup import Lookup, look_up
from service.query import PositionQuery

MOST_BYTES = 100_000

router = APIRouter(prefix="/api/v1/places")


class PlacesQuery(PositionQuery):
    """What was typed, and where it is likelier meant."""

    q: Annotated[
        str, Field(max_length=200, description="A postcode, district, neighbourhood, station, city or cinema.")
    ]
    limit: Annotated[int, Field(ge=1, le=50, description="How many places.")] = 8
    lang: Annotated[Language, Field(description="The language of `problem`.")] = "en"


class PlaceFacts(msgspec.Struct, frozen=True):
    """A place; it is within `accuracy_m` of its point: send that on as the accuracy of the position.

    `kind` is postcode, district, neighbourhood, station, city, cinema or address; `context` what it lies in, `area` its
    slug as an area, null where it is none.
    """

    name: str
    kind: str
    context: str
    lat: float
    lon: float
    accuracy_m: int
    area: str | None


class Places(msgspec.Struct, frozen=True):
    """Places, the likeliest first; whose data they are (null: ours), and what is missing (null: nothing)."""

    places: list[PlaceFacts]
    attribution: str | None
    problem: str | None


@router.get("", responses=answers_with(Places), response_class=Response)
def places(
    request: Request,
    query: Annotated[PlacesQuery, Query()],
    gazetteer: CurrentGazetteer,
    geocoder: CurrentGeocoder,
) -> Response:
    """Find the places that a text means, while it is typed too: unfinished, misspelled, with or without umlauts.

    A house number is not looked up: it does not belong in an address that may be logged or kept on the way. Send it by
    POST.
    """
    near = query.point()
    found = _known(gazetteer, query, near)
    if not _has_house_number(gazetteer, query.q):
        return json_answer(request, _body(found), caching_for(near))
    hint = SENTENCES[Hint.BY_POST if geocoder else Hint.NO_GEOCODER][query.lang]
    return json_answer(request, _body(found, problem=hint), PRIVATE)


@router.post(
    "",
    responses=answers_with(Places),
    response_class=Response,
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/json": {"schema": PlacesQuery.model_json_schema()}}}
    },
)
async def look_places_up(
    request: Request, programme: CurrentProgramme, gazetteer: CurrentGazetteer, geocoder: CurrentGeocoder
) -> Response:
    """Find the places that a text means, house numbers too, where this installation has whom to ask.

    What is sent is neither stored nor logged. The operator's geocoder is asked, without a word of who asks, for what
    no known place is; without one, or where it does not answer within a second, `problem` says so.
    """
    query = await _read(request)
    found = _known(gazetteer, query, query.point())
    if found and not _has_house_number(gazetteer, query.q):
        return json_answer(request, _body(found), PRIVATE)
    if geocoder is None:
        return json_answer(request, _body(found, problem=SENTENCES[Hint.NO_GEOCODER][query.lang]), PRIVATE)
    text = " ".join(query.q.split())
    if not text:
        return json_answer(request, _body([]), PRIVATE)
    lookup = await look_up(geocoder, text, programme, language=query.lang, limit=query.limit)
    return json_answer(request, _with(lookup, found, query, geocoder.attribution), PRIVATE)


async def _read(request: Request) -> PlacesQuery:
    """Read a body. Raises QuestionError for one that is too long, RequestValidationError for what is no question."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise QuestionError("q", "This is too long for a place. Write at most 200 characters.")
    try:
        return PlacesQuery.model_validate_json(bytes(body))
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)
        raise RequestValidationError([{**one, "loc": ("body", *one["loc"])} for one in wrong]) from None


def _known(gazetteer: Gazetteer, query: PlacesQuery, near: Point | None) -> list[Place]:
    text = without_house_numbers(query.q) if _has_house_number(gazetteer, query.q) else query.q
    return gazetteer.find(text, query.limit, near=near)


def _has_house_number(gazetteer: Gazetteer, text: str) -> bool:
    """Say whether a text looks like an address with a house number: a number that is part of no name that we know."""
    numbers = house_numbers_of(text)
    return bool(numbers) and not gazetteer.knows(text) and not all(map(gazetteer.knows, numbers))


def _with(lookup: Lookup, known: Sequence[Place], query: PlacesQuery, attribution: str) -> bytes:
    """Put what was looked up before what was known."""
    both = [*lookup.places, *known][: query.limit]
    problem = SENTENCES[lookup.missing][query.lang] if lookup.missing else None
    return _body(both, attribution=attribution if lookup.places else None, problem=problem)


def _body(found: Sequence[Place], *, attribution: str | None = None, problem: str | None = None) -> bytes:
    return encode(Places(list(map(_facts, found)), attribution, problem))


def _facts(place: Place) -> PlaceFacts:
    return PlaceFacts(
        name=place.name,
        kind=place.kind.value,
        context=place.context,
        lat=place.point.lat,
        lon=place.point.lon,
        accuracy_m=math.ceil(place.accuracy_m),
        area=place.area,
    )
