"""Screenings as they are: all that come at a cinema, as JSON, as a sheet or as a calendar; and a single one."""

from enum import StrEnum
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from data.exports.sheet_csv import write_csv
from data.exports.sheet_rows import HEADINGS, sheet_rows
from data.exports.sheet_xlsx import write_xlsx
from data.programme.answer import CinemaShowtimes, encode
from data.programme.programme import Programme
from data.programme.question import Question
from data.programme.screenings import (
    END_OF_TIME,
    CinemaScreenings,
    Listing,
    OneScreening,
    find_screening,
    screenings_of,
)
from data.times.wall import whole_minute
from service.api.calendars import as_listing, calendar_answer
from service.api.description import answers_with, answers_with_file
from service.api.files import CALENDAR, CSV, XLSX, file_answer
from service.asked import window_asked
from service.caching import json_answer
from service.dependencies import CurrentMoment, CurrentProgramme
from service.moved import CinemaSlug
from service.query import Day, Words

router = APIRouter(prefix="/api/v1")


class As(StrEnum):
    """The form of an answer: JSON, or a file that can be uploaded again."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    ICS = "ics"


class ScreeningsQuery(BaseModel):
    """When, which films, and in which form. An unknown parameter is refused."""

    model_config = ConfigDict(extra="forbid")

    from_: Annotated[
        str | None, Field(alias="from", max_length=40, description="The first start, ISO 8601, local; now.")
    ] = None
    until: Annotated[str | None, Field(max_length=40, description="Starts before this; all that are known.")] = None
    on: Annotated[Day | None, Field(description="A programme date (an evening lasts until 05:00) as a window.")] = None
    film: Annotated[Words, Field(description="Slugs of films; none means all.")] = []
    as_: Annotated[
        As,
        Field(alias="as", description="json, or a file that can be uploaded again: csv and xlsx (a row each), ics."),
    ] = As.JSON
    lang: Annotated[Literal["de", "en"], Field(description="The language that a sheet is headed in.")] = "de"


ScreeningId = Annotated[int, Path(ge=1, le=2**63 - 1)]


@router.get(
    "/cinemas/{slug}/screenings",
    responses=answers_with(CinemaScreenings, CSV, XLSX, CALENDAR),
    response_class=Response,
)
def cinema_screenings(
    request: Request,
    slug: CinemaSlug,
    query: Annotated[ScreeningsQuery, Query()],
    programme: CurrentProgramme,
    now: CurrentMoment,
) -> Response:
    """List what a cinema shows, from now on unless asked, in time order.

    As a file it can be edited and uploaded again: a row whose `Id` is one of ours stays the screening that it is, and
    a file that nobody changed changes nothing.
    """
    zone = programme.zones[programme.cinema_index(slug)]
    window = window_asked(whole_minute(now), zone, query.from_, query.until, query.on, END_OF_TIME)
    listed = screenings_of(programme, slug, Question(window=window, films=tuple(query.film)))
    if query.as_ is As.JSON:
        return json_answer(request, encode(listed))
    return _file(request, programme, listed, query, f"{slug}-{now.astimezone(zone).date()}")


def _file(
    request: Request, programme: Programme, listed: CinemaScreenings, query: ScreeningsQuery, name: str
) -> Response:
    if query.as_ is As.ICS:
        return calendar_answer(request, programme, as_listing(listed), listed.cinema.name, name)
    heading = HEADINGS[query.lang]
    rows = [row.cells for row in sheet_rows(programme, listed, query.lang)]
    if query.as_ is As.CSV:
        return file_answer(request, write_csv(heading, rows, query.lang), CSV, f"{name}.csv")
    return file_answer(request, write_xlsx([heading, *rows]), XLSX, f"{name}.xlsx")


# Before the answer as JSON, whose address would hold this one too.
@router.get("/screenings/{screening_id}.ics", responses=answers_with_file(CALENDAR), response_class=Response)
def screening_calendar(request: Request, screening_id: ScreeningId, programme: CurrentProgramme) -> Response:
    """Give one screening as a calendar, to be put into one's own."""
    one = find_screening(programme, screening_id)
    listing = Listing([CinemaShowtimes(one.cinema, None, [one.screening])], one.films, one.versions, one.as_of)
    return calendar_answer(request, programme, listing, one.cinema.name, f"screening-{screening_id}")


@router.get("/screenings/{screening_id}", responses=answers_with(OneScreening), response_class=Response)
def screening(request: Request, screening_id: ScreeningId, programme: CurrentProgramme) -> Response:
    """Give one screening with its cinema, films and version."""
    return json_answer(request, encode(find_screening(programme, screening_id)))
