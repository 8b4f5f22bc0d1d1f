"""Whoever would change a cinema's schedule is asked for a token first, before anything of what they send is read."""

import re
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from sqlalchemy import Engine

from data.tables.database import reading, writing
from service.dependencies import CurrentEngine, CurrentMoment
from service.errors import NotYourCinemaError, TokenMissingError, TokenRefusedError
from service.staff.attempts import Attempts
from service.staff.tokens import Bearer, note_use, recognise

# It only describes itself in the OpenAPI document: its own errors would be none of ours.
_described = HTTPBearer(auto_error=False, description="A token: `kinonah staff token EMAIL --cinema SLUG` makes one.")


def bearer_of(
    request: Request, _described: Annotated[object, Depends(_described)], engine: CurrentEngine, now: CurrentMoment
) -> Bearer:
    """Say who asks, by the token in the header Authorization.

    Raises TokenMissingError, TokenRefusedError, and TooManyAttemptsError for who tried many that were wrong.
    """
    text = _token_in(request)
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    attempts.refuse_many(address, now)
    try:
        return _recognised(engine, text, now)
    except TokenRefusedError:
        attempts.note_failure(address, now)
        raise


def bearer_for_cinema(slug: str, bearer: Annotated[Bearer, Depends(bearer_of)]) -> Bearer:
    """Say who asks, and hold them to their cinemas. Raises NotYourCinemaError."""
    if slug not in bearer.cinemas | bearer.old_slugs:
        raise NotYourCinemaError(sorted(bearer.cinemas))
    return bearer


BearerForCinema = Annotated[Bearer, Depends(bearer_for_cinema)]


def _token_in(request: Request) -> str:
    said = re.fullmatch(r"\s*bearer\s+(\S+)\s*", request.headers.get("authorization", ""), flags=re.IGNORECASE)
    if said is None:
        raise TokenMissingError
    return said[1]


def _recognised(engine: Engine, text: str, now: datetime) -> Bearer:
    with reading(engine) as session:
        bearer = recognise(session, text, now)
    if bearer.is_use_unnoted:
        with writing(engine) as session:
            note_use(session, bearer, now)
    return bearer
