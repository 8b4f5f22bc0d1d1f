"""Answers that need not be sent twice: a fingerprint of their bytes, and how long who may keep them."""

from collections.abc import Mapping

from fastapi import Request, Response

from geo.point import Point
from service.forms import Forms, response_of
from service.headers import said

# A programme changes at most every few seconds, a question's default window every minute.
SHARED = "public, max-age=30"
# An exact position in an address must not stay in anybody's cache.
PRIVATE = "private, no-store"


def caching_for(point: Point | None) -> str:
    """Say who may keep an answer: everybody, unless its address holds more than a coarse position."""
    return SHARED if is_coarse(point) else PRIVATE


def is_coarse(point: Point | None) -> bool:
    """Say whether a position is one that we may keep: none, or one with two decimals."""
    return point is None or (round(point.lat, 2) == point.lat and round(point.lon, 2) == point.lon)


def json_answer(request: Request, body: bytes, cache_control: str = SHARED) -> Response:
    """Answer with JSON, or with 304 where the caller has these very bytes already."""
    return answer_unless_known(request, body, "application/json", headers={"Cache-Control": cache_control})


def answer_unless_known(request: Request, body: bytes, media_type: str, *, headers: Mapping[str, str]) -> Response:
    """Answer with bytes and their fingerprint, or with 304 where the caller has these very bytes already."""
    every = {"Content-Type": media_type, "Cache-Control": SHARED, **headers}
    every["Vary"] = ", ".join(filter(None, (every.get("Vary"), "Accept-Encoding")))
    raw = ((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in every.items())
    return response_of(Forms(body, said(*raw)).asked_with(request.headers.raw))
