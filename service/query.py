"""The parameters of a question for showtimes, as people and programs send them: checked, and described for OpenAPI."""

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from data.programme.question import Sort
from geo.point import Point
from service.asked import Asked, point_of

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
        return point_of(self.lat, self.lon)


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
    area: Annotated[Words, Field(description="Slugs of areas, such as a district's: only cinemas in one of them.")] = []
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

    def asked(self) -> Asked:
        """Give what is asked, as plain values."""
        return Asked(**{name: getattr(self, name) for name in Asked.__struct_fields__})


class FilmsNearQuery(WishQuery):
    """Where, how many films, and what else a question for showtimes says."""

    lat: Annotated[float, Field(description="Latitude in degrees (WGS 84), -90 to 90.")]
    lon: Annotated[float, Field(description="Longitude in degrees, -180 to 180.")]
    limit: Annotated[int, Field(ge=1, le=100, description="How many films, those that run nearest and soonest.")] = 30
    starts: Annotated[int, Field(ge=1, le=10, description="How many starts of each film, the nearest and soonest.")] = 3

    def asked(self) -> Asked:
        """Give what is asked, as plain values; all but `starts`, which a question for showtimes does not know."""
        return Asked(**self.model_dump(exclude={"starts"}))
