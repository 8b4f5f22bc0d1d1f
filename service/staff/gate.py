"""Whoever would change a cinema's programme is asked who they are first, before anything of what they send is read."""

import re
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from sqlalchemy import Engine

from data.tables.database import reading, writing
from service.dependencies import CurrentEngine, CurrentMoment
from service.errors import (
    NotSignedInError,
    NotYourCinemaError,
    NotYourRoleError,
    TokenMissingError,
    TokenRefusedError,
)
from service.staff.attempts import Attempts
from service.staff.person import Person
from service.staff.same_origin import refuse_other_origins
from service.staff.session_cookie import session_secret
from service.staff.sessions import note_seen, recognise_session
from service.staff.tokens import Bearer, note_use, recognise

# It only describes itself in the OpenAPI document: its own errors would be none of ours.
_described = HTTPBearer(
    auto_error=False,
    description="A token: `kinonah staff token EMAIL --cinema SLUG` makes one. The session of /staff serves as well.",
)


def address_in(request: Request) -> str:
    """Give the address of who asks, to count by; behind a trusted proxy it is the one that the proxy saw."""
    return request.client.host if request.client else ""


def signed_in_or_nobody(request: Request, engine: CurrentEngine, now: CurrentMoment) -> Person | None:
    """Say who is signed in with this browser. Raises OtherOriginError for a change that another site's page sends."""
    secret = session_secret(request)
    if secret is None:
        return None
    refuse_other_origins(request)
    with reading(engine) as session:
        found = recognise_session(session, secret, now)
    if found is None:
        return None
    if found.is_use_unnoted and found.person.session_id is not None:
        with writing(engine) as session:
            note_seen(session, found.person.session_id, now)
    return found.person


MaybeSignedIn = Annotated[Person | None, Depends(signed_in_or_nobody)]


def signed_in(person: MaybeSignedIn) -> Person:
    """Say who is signed in. Raises NotSignedInError."""
    if person is None:
        raise NotSignedInError
    return person


SignedIn = Annotated[Person, Depends(signed_in)]


def signed_in_administrator(person: SignedIn) -> Person:
    """Say which administrator is signed in. Raises NotYourRoleError."""
    if not person.is_administrator:
        raise NotYourRoleError
    return person


def signed_in_editor(person: SignedIn) -> Person:
    """Say which editor is signed in; an administrator is one too. Raises NotYourRoleError."""
    if not (person.is_editor or person.is_administrator):
        raise NotYourRoleError
    return person


def signed_in_for_cinema(slug: str, person: SignedIn) -> Person:
    """Say who of a cinema's staff is signed in, for its pages. Raises NotYourCinemaError."""
    return held_to_cinemas(person, slug)


SignedInAdministrator = Annotated[Person, Depends(signed_in_administrator)]
SignedInEditor = Annotated[Person, Depends(signed_in_editor)]
SignedInForCinema = Annotated[Person, Depends(signed_in_for_cinema)]


def person_at_door(
    request: Request,
    _described: Annotated[object, Depends(_described)],
    engine: CurrentEngine,
    now: CurrentMoment,
) -> Person:
    """Say who asks, by the token in the header Authorization, or else by the session.

    Raises TokenMissingError, TokenRefusedError, OtherOriginError, and TooManyAttemptsError for who tried many tokens
    that were wrong.
    """
    if "authorization" in request.headers:
        return _with_token(request, engine, now)
    person = signed_in_or_nobody(request, engine, now)
    if person is None:
        raise TokenMissingError
    return person


PersonAtDoor = Annotated[Person, Depends(person_at_door)]


def person_for_cinema(slug: str, person: PersonAtDoor) -> Person:
    """Say who asks, and hold them to their cinemas. Raises NotYourCinemaError."""
    return held_to_cinemas(person, slug)


PersonForCinema = Annotated[Person, Depends(person_for_cinema)]


def held_to_cinemas(person: Person, slug: str) -> Person:
    """Let somebody do what is for the staff of a cinema. Raises NotYourCinemaError."""
    if slug not in person.cinemas | person.old_slugs:
        raise NotYourCinemaError(sorted(person.cinemas))
    return person


def _with_token(request: Request, engine: Engine, now: datetime) -> Person:
    text = _token_in(request)
    attempts: Attempts = request.app.state.attempts
    address = address_in(request)
    attempts.refuse_many(address, now)
    try:
        bearer = _recognised(engine, text, now)
    except TokenRefusedError:
        attempts.note_failure(address, now)
        raise
    return Person(account_id=bearer.account_id, email=bearer.email, cinemas=bearer.cinemas, old_slugs=bearer.old_slugs)


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
