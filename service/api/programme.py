"""A city's days for use offline: everything around a coarse position, in one answer."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from data.programme.answer import Showtimes
from data.programme.city import write_city
from geo.point import Point
from service.api.description import answers_with
from service.caching import caching_for, json_answer
from service.dependencies import CurrentMoment, CurrentProgramme

router = APIRouter(prefix="/api/v1")


class ProgrammeQuery(BaseModel):
    """Where. An unknown parameter is refused: a typing error must not change the answer in silence."""

    model_config = ConfigDict(extra="forbid")

    lat: Annotated[float, Field(description="Latitude in degrees (WGS 84), -90 to 90.")]
    lon: Annotated[float, Field(description="Longitude in degrees, -180 to 180.")]
    accuracy_m: Annotated[
        float, Field(ge=0, le=50_000, description="How uncertain the position is, in metres: a radius around it.")
    ] = 0.0


@router.get("/programme", responses=answers_with(Showtimes), response_class=Response)
def programme(
    request: Request, query: Annotated[ProgrammeQuery, Query()], programme: CurrentProgramme, now: CurrentMoment
) -> Response:
    """Give all showtimes within 25 km, of today and the next two programme days, to be kept for use offline.

    The shape is that of showtimes, with room for 1,000 cinemas and 25,000 screenings. What has begun today is in it:
    so the answer stays the same until the day is over, or somebody publishes.
    """
    point = Point(query.lat, query.lon)
    return json_answer(request, write_city(programme, point, query.accuracy_m, now), caching_for(point))
