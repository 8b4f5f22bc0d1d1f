"""Cinemas: all of them, nearest first where there is a position, as a map takes them, and one in full."""

from typing import Annotated

import msgspec
import numpy as np
from fastapi import APIRouter, Query, Request, Response
from numpy.typing import NDArray
from pydantic import Field

from data.programme.answer import encode
from data.programme.days import CinemaInFull, cinema_in_full
from data.programme.facts import CinemaFacts
from data.programme.programme import Programme
from geo.distance import distances_m, nearest_first
from geo.point import Point
from service.api.description import answers_with
from service.caching import answer_unless_known, caching_for, json_answer
from service.dependencies import CurrentLastRead, CurrentMoment, CurrentProgramme
from service.moved import CinemaSlug
from service.query import PositionQuery, Words

router = APIRouter(prefix="/api/v1/cinemas")

GEOJSON = "application/geo+json"


class CinemasQuery(PositionQuery):
    """Where, in which areas, and how many."""

    area: Annotated[
        Words,
        Field(default_factory=list, description="Slugs of areas, such as districts: only cinemas in one of them."),
    ]

    limit: Annotated[int, Field(ge=1, le=1000, description="How many cinemas.")] = 100


class CinemaAt(msgspec.Struct, frozen=True):
    """A cinema, and how far it is as the crow flies (metres, null without a position)."""

    cinema: CinemaFacts
    distance_m: float | None


class Cinemas(msgspec.Struct, frozen=True):
    """Cinemas, nearest first or by slug; `total` counts all of them, or all within the areas."""

    cinemas: list[CinemaAt]
    total: int


class PointGeometry(msgspec.Struct, frozen=True, tag="Point"):
    """A position as GeoJSON has it: longitude, then latitude."""

    coordinates: tuple[float, float]


class CinemaFeature(msgspec.Struct, frozen=True, tag="Feature"):
    """A cinema on a map; `id` is its slug."""

    id: str
    geometry: PointGeometry
    properties: CinemaFacts


class CinemaFeatures(msgspec.Struct, frozen=True, tag="FeatureCollection"):
    """All cinemas by slug (RFC 7946)."""

    features: list[CinemaFeature]


@router.get("", responses=answers_with(Cinemas), response_class=Response)
def cinemas(request: Request, query: Annotated[CinemasQuery, Query()], programme: CurrentProgramme) -> Response:
    """List the cinemas."""
    point = query.point()
    if point is not None:
        programme.refuse_swapped(point)
    places = programme.places_within(query.area)
    listed = _nearest(programme, places, point) if point else _by_slug(programme, places)
    body = encode(Cinemas(listed[: query.limit], len(listed)))
    return json_answer(request, body, caching_for(point))


@router.get(".geojson", responses=answers_with(CinemaFeatures, media_type=GEOJSON), response_class=Response)
def cinemas_on_a_map(request: Request, programme: CurrentProgramme) -> Response:
    """Give all cinemas as GeoJSON, which maps show, and which kinonah cinemas import takes in."""
    body = encode(CinemaFeatures([_feature(one.cinema) for one in _by_slug(programme, programme.places_within([]))]))
    return answer_unless_known(request, body, GEOJSON, headers={})


@router.get("/{slug}", responses=answers_with(CinemaInFull), response_class=Response)
def cinema(
    request: Request, slug: CinemaSlug, programme: CurrentProgramme, last_read: CurrentLastRead, now: CurrentMoment
) -> Response:
    """Give one cinema, and what is known of its coming days: a programme, closed, nothing, or nothing known yet."""
    return json_answer(request, encode(cinema_in_full(programme, slug, now, read_at=last_read.of(slug))))


def _feature(facts: CinemaFacts) -> CinemaFeature:
    return CinemaFeature(facts.slug, PointGeometry((facts.lon, facts.lat)), facts)


def _by_slug(programme: Programme, places: NDArray[np.intp]) -> list[CinemaAt]:
    return [CinemaAt(programme.cinemas[place], None) for place in places[np.argsort(programme.ranks[places])]]


def _nearest(programme: Programme, places: NDArray[np.intp], point: Point) -> list[CinemaAt]:
    by_slug = places[np.argsort(programme.ranks[places])]
    metres = distances_m(point, programme.lats[by_slug], programme.lons[by_slug])
    return [CinemaAt(programme.cinemas[by_slug[i]], round(float(metres[i]), 1)) for i in nearest_first(metres)]
