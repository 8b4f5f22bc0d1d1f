"""What the parameters of a question for showtimes say, whoever read them, and the Question that they mean."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from data.errors import QuestionError
from data.programme.programme import Programme
from data.programme.question import Question, Sort, Window, window_of
from data.times.moment import read_moment
from data.times.wall import whole_minute
from geo.point import Point


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The parameters, each for itself in order; their names are those of the query (`from_` is `from` there)."""

    lat: float | None = None
    lon: float | None = None
    accuracy_m: float = 0.0
    film: tuple[str, ...] | list[str] = ()
    cinema: tuple[str, ...] | list[str] = ()
    area: tuple[str, ...] | list[str] = ()
    from_: str | None = None
    until: str | None = None
    on: date | None = None
    version: tuple[str, ...] | list[str] = ()
    understands: tuple[str, ...] | list[str] = ()
    format: tuple[str, ...] | list[str] = ()
    access: tuple[str, ...] | list[str] = ()
    within_km: float | None = None
    limit: int = 20
    sort: Sort = Sort.DISTANCE


def point_of(lat: float | None, lon: float | None) -> Point | None:
    """Give the position. Raises QuestionError where half of it is missing, PositionError where it is none."""
    if lat is None and lon is None:
        return None
    if lat is None:
        raise QuestionError("lat", "A longitude alone is no position: send lat and lon together.")
    if lon is None:
        raise QuestionError("lon", "A latitude alone is no position: send lat and lon together.")
    return Point(lat, lon)


def question_of(asked: Asked, programme: Programme, now: datetime) -> Question:
    """Make the question that the parameters mean. Raises QuestionError and PositionError."""
    point = point_of(asked.lat, asked.lon)
    if point is None and asked.within_km is not None:
        raise QuestionError("within_km", "A radius needs a centre: send lat and lon with it.")
    zone = programme.zone_near(point)
    window = window_asked(whole_minute(now), zone, asked.from_, asked.until, asked.on)
    return Question(
        window=window,
        near=point,
        accuracy_m=asked.accuracy_m if point else 0.0,
        films=tuple(asked.film),
        cinemas=tuple(asked.cinema),
        areas=tuple(asked.area),
        versions=tuple(asked.version),
        understands=tuple(asked.understands),
        formats=tuple(asked.format),
        access=tuple(asked.access),
        within_m=None if asked.within_km is None else asked.within_km * 1000,
        limit=asked.limit,
        sort=asked.sort,
    )


# Within a minute nearly everybody asks for the same window, and it takes as long to find as the cinemas.
@lru_cache(maxsize=1_000)
def window_asked(
    now: datetime,
    zone: ZoneInfo,
    from_: str | None,
    until: str | None,
    on: date | None,
    ends_at: datetime | None = None,
) -> Window:
    """Give the window that the parameters mean in a zone. Raises QuestionError.

    Where they name no end, it is the usual one, or `ends_at`.
    """
    from_at, until_at = _moment("from", from_, zone), _moment("until", until, zone)
    if until is None and on is None:
        until_at = ends_at
    return window_of(now, zone, from_at=from_at, until_at=until_at, on=on)


def _moment(parameter: str, text: str | None, zone: ZoneInfo) -> datetime | None:
    if text is None:
        return None
    moment = read_moment(text, zone)
    if moment is None:
        raise QuestionError(parameter, "This is no moment. Write it as 2026-11-26T20:15, local to the cinemas.")
    return moment
