"""Areas: the districts and neighbourhoods that one can ask for, with their cinemas."""

from math import ceil
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from data.programme.answer import encode
from data.programme.programme import Programme
from geo.area import Area
from service.api.description import answers_with
from service.caching import json_answer
from service.dependencies import CurrentProgramme

router = APIRouter(prefix="/api/v1/areas")


class AreasQuery(BaseModel):
    """Which areas. An unknown parameter is refused: a typing error must not change the answer in silence."""

    model_config = ConfigDict(extra="forbid")

    kind: Annotated[str | None, Field(max_length=40, description="Only areas of this kind, such as district.")] = None
    limit: Annotated[int, Field(ge=1, le=1000, description="How many areas.")] = 100


class AreaFacts(msgspec.Struct, frozen=True):
    """An area, how many cinemas it has, and the circle around it: all of it is within `radius_m` of the middle."""

    slug: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    cinemas: int
    lat: float
    lon: float
    radius_m: float


class AreaList(msgspec.Struct, frozen=True):
    """Areas by slug; `total` counts all of them, or all of the kind."""

    areas: list[AreaFacts]
    total: int


@router.get("", responses=answers_with(AreaList), response_class=Response)
def areas(request: Request, query: Annotated[AreasQuery, Query()], programme: CurrentProgramme) -> Response:
    """List the areas that `area=` can name."""
    named = [index for index, area in enumerate(programme.areas) if query.kind in (None, area.kind)]
    shown = [_facts_of(programme, index, programme.areas[index]) for index in named[: query.limit]]
    return json_answer(request, encode(AreaList(shown, len(named))))


def _facts_of(programme: Programme, index: int, area: Area) -> AreaFacts:
    middle, radius_m = area.circle()
    count = programme.places_by_area[index].size
    # A metre more, for what rounding the middle may have lost.
    circle = (round(middle.lat, 5), round(middle.lon, 5), float(ceil(radius_m) + 1))
    return AreaFacts(area.slug, area.name, area.kind, area.aliases, count, *circle)
