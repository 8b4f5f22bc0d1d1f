"""Errors as answers (RFC 9457, Problem Details): the only place that knows HTTP statuses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from data.errors import DatabaseUnavailableError, FileUnreadableError, QuestionError, UnknownError, UnknownFilmError
from data.programme.facts import FilmDetails
from data.programme.search import close_films
from data.schedules.errors import ScheduleRefusedError
from data.schedules.publish import ConsentMissingError
from data.text import plain_text
from geo.errors import (
    NullIslandError,
    PositionError,
    PositionOutOfRangeError,
    PositionSwappedError,
    PositionUnreadableError,
)
from service.dependencies import loaded_programme
from service.errors import (
    FileTooLargeError,
    FormWrongError,
    InvitationGoneError,
    MovedError,
    NotReadyError,
    NotSignedInError,
    NotYourCinemaError,
    NotYourRoleError,
    OtherOriginError,
    SentFormWrongError,
    SiteNotAllowedError,
    TokenMissingError,
    TokenRefusedError,
    TooManyAttemptsError,
    TooManyUploadsError,
    WrongPasswordError,
)
from service.pages.problem import problem_page, wants_page
from service.pages.staff.page import START, see_other
from service.pages.staff.way_back import page_above
from service.sentences import sentence_for


class FieldProblem(BaseModel, frozen=True):
    """What is wrong with one parameter or field."""

    parameter: str
    message: str


class ProblemAnswer(BaseModel, frozen=True):
    """The body of every error. `type` is stable: a program may rely on it, people read the rest."""

    type: str = Field(examples=["/problems/position-swapped"])
    title: str
    status: int
    detail: str
    problems: tuple[FieldProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """How a family of errors is answered; `detail` stands in where the error's own sentence is not for outsiders."""

    slug: str
    status: HTTPStatus
    title: str
    detail: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


_NO_DATABASE = Kind(
    "database-unavailable",
    HTTPStatus.SERVICE_UNAVAILABLE,
    "The database does not answer",
    detail="This needs the database, which does not answer. Try again in a few seconds.",
)


def _bearer(error: str | None = None) -> Mapping[str, str]:
    """Say how one is known here (RFC 6750, 3)."""
    said = f', error="{error}"' if error else ""
    return {"WWW-Authenticate": f'Bearer realm="kinonah"{said}'}


# An error is answered as the nearest of its classes here says.
KINDS: Mapping[type[Exception], Kind] = {
    PositionError: Kind("position-wrong", HTTPStatus.BAD_REQUEST, "The position cannot be used"),
    PositionOutOfRangeError: Kind("position-out-of-range", HTTPStatus.BAD_REQUEST, "The position is not on Earth"),
    PositionUnreadableError: Kind("position-unreadable", HTTPStatus.BAD_REQUEST, "The position cannot be read"),
    NullIslandError: Kind("position-null-island", HTTPStatus.BAD_REQUEST, "The position is 0, 0"),
    PositionSwappedError: Kind("position-swapped", HTTPStatus.BAD_REQUEST, "Latitude and longitude are swapped"),
    QuestionError: Kind("question-wrong", HTTPStatus.BAD_REQUEST, "The question cannot be answered as asked"),
    FileUnreadableError: Kind("file-unreadable", HTTPStatus.BAD_REQUEST, "The file cannot be read"),
    UnknownError: Kind("unknown", HTTPStatus.NOT_FOUND, "We do not know this"),
    NotReadyError: Kind("not-ready", HTTPStatus.SERVICE_UNAVAILABLE, "Not ready yet"),
    DatabaseUnavailableError: _NO_DATABASE,
    OperationalError: _NO_DATABASE,
    TokenMissingError: Kind("token-missing", HTTPStatus.UNAUTHORIZED, "A token is needed", headers=_bearer()),
    TokenRefusedError: Kind(
        "token-refused", HTTPStatus.UNAUTHORIZED, "The token does not count", headers=_bearer("invalid_token")
    ),
    NotSignedInError: Kind("not-signed-in", HTTPStatus.UNAUTHORIZED, "You are not signed in", headers=_bearer()),
    NotYourCinemaError: Kind("not-your-cinema", HTTPStatus.FORBIDDEN, "This is not your cinema"),
    NotYourRoleError: Kind("not-your-role", HTTPStatus.FORBIDDEN, "Your account is not for this"),
    OtherOriginError: Kind("other-origin", HTTPStatus.FORBIDDEN, "This came from another page than ours"),
    SiteNotAllowedError: Kind("site-not-allowed", HTTPStatus.FORBIDDEN, "This site is not on the list"),
    WrongPasswordError: Kind("wrong-password", HTTPStatus.BAD_REQUEST, "Address and password do not belong together"),
    InvitationGoneError: Kind("invitation-gone", HTTPStatus.NOT_FOUND, "This link does not count"),
    SentFormWrongError: Kind("form-unreadable", HTTPStatus.BAD_REQUEST, "The form cannot be read"),
    FileTooLargeError: Kind("file-too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The file is too large"),
    FormWrongError: Kind("form-wrong", HTTPStatus.BAD_REQUEST, "The file did not come as one"),
    # Nobody is there to read it; but it is no fault of ours, and the log shall not call it one.
    ClientDisconnect: Kind("cut-off", HTTPStatus.BAD_REQUEST, "The connection broke off", "Send the file once more."),
    ConsentMissingError: Kind("consent-missing", HTTPStatus.CONFLICT, "This needs your consent"),
    ScheduleRefusedError: Kind("schedule-refused", HTTPStatus.CONFLICT, "The schedule does not allow this"),
    TooManyAttemptsError: Kind("too-many-attempts", HTTPStatus.TOO_MANY_REQUESTS, "Too many attempts"),
    TooManyUploadsError: Kind(
        "too-many-uploads", HTTPStatus.TOO_MANY_REQUESTS, "Too many files at once", headers={"Retry-After": "10"}
    ),
}
# Nobody looks for more than a slug has letters.
LONGEST_SLUG = 80
INVALID = Kind("invalid", HTTPStatus.BAD_REQUEST, "The request is not understood", "Correct what `problems` names.")
UNEXPECTED = Kind(
    "unexpected",
    HTTPStatus.INTERNAL_SERVER_ERROR,
    "Something went wrong on our side",
    "The fault is ours. Try again; if it stays, tell the operator when it happened.",
)
_PLAIN_DETAILS: Mapping[int, str] = {
    HTTPStatus.NOT_FOUND: "Nothing is at this address. Check its spelling.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take that method; the header Allow names those that it does.",
}


def add_problem_answers(app: FastAPI) -> None:
    """Make the app answer every error that has a name as a problem."""
    for error in KINDS:
        app.add_exception_handler(error, _answer_named)
    app.add_exception_handler(NotSignedInError, _answer_not_signed_in)
    app.add_exception_handler(UnknownFilmError, _answer_unknown_film)
    app.add_exception_handler(MovedError, _answer_moved)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_plain)


def unexpected_failure(request: Request) -> Response:
    """Give the answer to a request that failed for a reason nobody foresaw."""
    return _answer(request, UNEXPECTED, UNEXPECTED.title)


def problem_schema() -> dict[str, Any]:
    """Describe errors for the OpenAPI document, in the form of its `responses`."""
    schema = ProblemAnswer.model_json_schema()
    # Written in place: `$defs` would point outside the document's own components.
    schema["properties"]["problems"]["items"] = schema.pop("$defs")["FieldProblem"]
    return {"description": "A problem (RFC 9457).", "content": {"application/problem+json": {"schema": schema}}}


def _answer_named(request: Request, error: Exception) -> Response:
    kind = next(KINDS[ancestor] for ancestor in type(error).__mro__ if ancestor in KINDS)
    # How long to wait, only the error knows.
    wait = {"Retry-After": str(error.wait_seconds)} if isinstance(error, TooManyAttemptsError) else {}
    return _answer(request, kind, str(error), problems=_fields_of(error), headers={**kind.headers, **wait})


def _answer_unknown_film(request: Request, error: Exception) -> Response:
    """Name the films that may be meant: looked for only now, and only where the programme is there."""
    assert isinstance(error, UnknownFilmError)  # noqa: S101 (registered for it alone)
    programme = loaded_programme(request)
    close = close_films(programme, error.film[:LONGEST_SLUG]) if programme else []
    said = str(UnknownFilmError(error.film, [film.slug for film in close]))
    return _answer(request, KINDS[UnknownError], said, films=close)


def _answer_not_signed_in(request: Request, error: Exception) -> Response:
    """Lead people to the way in, and after it back to the page that they asked for."""
    if not wants_page(request):
        return _answer_named(request, error)
    return see_other(request, START, **({"next": request.url.path} if request.method == "GET" else {}))


def _answer_moved(_request: Request, error: Exception) -> Response:
    """Send on to the address of today. A merge may be undone: nobody shall remember this for long."""
    assert isinstance(error, MovedError)  # noqa: S101 (registered for it alone)
    headers = {"Location": error.location, "Cache-Control": "public, max-age=300"}
    return Response(status_code=HTTPStatus.PERMANENT_REDIRECT, headers=headers)


def _fields_of(error: Exception) -> tuple[FieldProblem, ...]:
    match error:
        case QuestionError():
            return (FieldProblem(parameter=error.parameter, message=str(error)),)
        case ConsentMissingError():
            return tuple(
                FieldProblem(parameter="accept", message=f"Say accept={consent} to agree: {why}")
                for consent, why in error.reasons.items()
            )
        case PositionError():
            return tuple(FieldProblem(parameter=name, message=str(error)) for name in ("lat", "lon"))
        case _:
            return ()


def _answer_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 (registered for it alone)
    fields = (FieldProblem(parameter=_parameter(e["loc"]), message=sentence_for(e)) for e in error.errors())
    return _answer(request, INVALID, INVALID.title, problems=tuple(fields))


def _parameter(location: Sequence[int | str]) -> str:
    """Name a field without where it stood: `("query", "lat")` is `lat`. Names of unknown ones come from outside."""
    return plain_text(".".join(str(part) for part in location[1:] or location))[:100]


def _answer_plain(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: an address, a method, a body."""
    assert isinstance(error, HTTPException)  # noqa: S101 (registered for it alone)
    status = HTTPStatus(error.status_code)
    if status is HTTPStatus.METHOD_NOT_ALLOWED and wants_page(request) and (above := page_above(request)):
        return see_other(request, above)
    kind = Kind(status.phrase.lower().replace(" ", "-"), status, status.phrase, _PLAIN_DETAILS.get(status))
    return _answer(request, kind, error.detail, headers=error.headers)


def _answer(
    request: Request,
    kind: Kind,
    detail: str,
    *,
    problems: tuple[FieldProblem, ...] = (),
    headers: Mapping[str, str] | None = None,
    films: Sequence[FilmDetails] = (),
) -> Response:
    """Answer people with a page, which leads to the films that may be meant, and programs with a problem."""
    if wants_page(request):
        page = problem_page(request, kind.slug, status=kind.status, films=films)
        page.headers.update(headers or {})
        return page
    body = ProblemAnswer(
        type=f"/problems/{kind.slug}",
        title=kind.title,
        status=kind.status,
        detail=kind.detail or detail,
        problems=problems,
    )
    return Response(
        body.model_dump_json(),
        status_code=kind.status,
        headers={**(headers or {}), "Cache-Control": "no-store"},
        media_type="application/problem+json",
    )
