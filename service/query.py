"""The parameters of a question for showtimes, as people and programs send them, and the Question that they make."""

import re
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from data.errors import QuestionError
from data.programme.programme import Programme
from data.programme.question import Question, Sort, window_of
from data.times.moment import read_moment
from geo.point import Point

Words = Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=100)]


def _day(written: object) -> object:
    """Refuse what is no ISO date before pydantic takes a bare number as seconds since 1970."""
    if isinstance(written, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
        raise PydanticCustomError("date_parsing", "This is no date.")
    return written


Day = Annotated[date, BeforeValidator(_day)]


class PositionQuery(BaseModel):
    """A position, or none. An unknown parameter is refused: a typing error must not change the answer in silence."""

    model_config = ConfigDict(extra="forbid")

    lat: Annotated[float | None, Field(description="Latitude in degrees (WGS 84), -90 to 90, with lon.")] = None
    lon: Annotated[float | None, Field(description="Longitude in degrees, -180 to 180, with lat.")] = None

    def point(self) -> Point | None:
        """Give the position. Raises QuestionError where half of it is missing, PositionError where it is none."""
        if self.lat is None and self.lon is None:
            return None
        if self.lat is None:
            raise QuestionError("lat", "A longitude alone is no position: send lat and lon together.")
        if self.lon is None:
            raise QuestionError("lon", "A latitude alone is no position: send lat and lon together.")
        return Point(self.lat, self.lon)


class WishQuery(BaseModel):
    """How far, when, and in which version. An unknown parameter is refused, as above."""

    model_config = ConfigDict(extra="forbid")

    accuracy_m: Annotated[
        float, Field(ge=0, le=50_000, description="How uncertain the position is, in metres: a radius around it.")
    ] = 0.0
    from_: Annotated[
        str | None,
        Field(alias="from", max_length=40, description="The first start, ISO 8601, local without an offset; now."),
    ] = None
    until: Annotated[
        str | None, Field(max_length=40, description="Starts before this; the end of the next programme day.")
    ] = None
    on: Annotated[Day | None, Field(description="A programme date (an evening lasts until 05:00) as a window.")] = None
    version: Annotated[Words, Field(description="Labels, such as OmU; none means all.")] = []
    understands: Annotated[
        Words,
        Field(
            description="Languages that one follows (BCP 47), such as en: heard or read in one of them, or perhaps so, "
            "where the cinema does not say (audio `und`, subtitles null); none means all."
        ),
    ] = []
    format: Annotated[Words, Field(description="Formats, such as IMAX or 70mm; none means all.")] = []
    access: Annotated[
        Words,
        Field(
            description="What one needs, all of it: captions, audio-description, wheelchair (a cinema that says yes)."
        ),
    ] = []
    within_km: Annotated[
        float | None, Field(gt=0, le=20_100, description="No cinema farther than this; no bound unless asked.")
    ] = None


class ShowtimesQuery(WishQuery, PositionQuery):
    """What, where, when, and in which version."""

    film: Annotated[Words, Field(description="Slugs of films; none means all.")] = []
    cinema: Annotated[Words, Field(description="Slugs of cinemas; none means all.")] = []
    limit: Annotated[int, Field(ge=1, le=100, description="How many cinemas, the nearest ones.")] = 20
    sort: Annotated[Sort, Field(description="The order of the cinemas: by distance, or by their first start.")] = (
        Sort.DISTANCE
    )


class FilmsNearQuery(WishQuery):
    """Where, how many films, and what else a question for showtimes says."""

    lat: Annotated[float, Field(description="Latitude in degrees (WGS 84), -90 to 90.")]
    lon: Annotated[float, Field(description="Longitude in degrees, -180 to 180.")]
    limit: Annotated[int, Field(ge=1, le=100, description="How many films, those that run nearest and soonest.")] = 30
    starts: Annotated[int, Field(ge=1, le=10, description="How many starts of each film, the nearest and soonest.")] = 3

    def showtimes(self) -> ShowtimesQuery:
        """Give the same as a question for showtimes, which knows all but `starts`."""
        return ShowtimesQuery.model_construct(**self.model_dump(exclude={"starts"}))


def question_of(query: ShowtimesQuery, programme: Programme, now: datetime) -> Question:
    """Make the question that the parameters mean. Raises QuestionError and PositionError."""
    point = query.point()
    if point is not None:
        programme.refuse_swapped(point)
    elif query.within_km is not None:
        raise QuestionError("within_km", "A radius needs a centre: send lat and lon with it.")
    zone = programme.zone_near(point)
    window = window_of(
        now,
        zone,
        from_at=_moment("from", query.from_, zone),
        until_at=_moment("until", query.until, zone),
        on=query.on,
    )
    return Question(
        window=window,
        near=point,
        accuracy_m=query.accuracy_m if point else 0.0,
        films=tuple(query.film),
        cinemas=tuple(query.cinema),
        versions=tuple(query.version),
        understands=tuple(query.understands),
        formats=tuple(query.format),
        access=tuple(query.access),
        within_m=None if query.within_km is None else query.within_km * 1000,
        limit=query.limit,
        sort=query.sort,
    )


def _moment(parameter: str, text: str | None, zone: ZoneInfo) -> datetime | None:
    if text is None:
        return None
    moment = read_moment(text, zone)
    if moment is None:
        raise QuestionError(parameter, "This is no moment. Write it as 2026-11-26T20:15, local to the cinemas.")
    return moment
