"""The page `/films`: films found by what a person types; without words, those that run."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from data.programme.answer import answer
from data.programme.facts import FilmDetails
from data.programme.programme import Programme
from data.programme.question import Question, Sort, Window
from data.programme.screenings import END_OF_TIME
from data.programme.search import search_films
from data.times.wall import whole_minute
from service.dependencies import CurrentMoment, CurrentProgramme
from service.pages.language import Language, PageLanguage
from service.pages.listing import Listed, listing
from service.pages.rendering import render
from service.pages.running import films_running

MOST_FILMS = 40

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class FilmFound:
    """A film with where and when it comes first, and at how many cinemas it comes at all."""

    film: FilmDetails
    first: Listed | None
    total_cinemas: int


@router.get("/films", response_class=Response)
def films(
    request: Request,
    programme: CurrentProgramme,
    now: CurrentMoment,
    language: PageLanguage,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Search the films."""
    words = q.strip()
    found = search_films(programme, words, now) if words else []
    shown = found or films_running(programme, now, MOST_FILMS + 1)
    return render(
        request,
        "films.html",
        language,
        words=words,
        total=len(found) if words else None,
        films=[_with_first(programme, film, now, language) for film in shown[:MOST_FILMS]],
        is_cut=len(shown) > MOST_FILMS,
    )


def _with_first(programme: Programme, film: FilmDetails, now: datetime, language: Language) -> FilmFound:
    window = Window(whole_minute(now), END_OF_TIME)
    said = answer(programme, Question(window=window, films=(film.slug,), limit=1, sort=Sort.TIME))
    today = now.astimezone(programme.zone_near(None)).date()
    first = next(iter(listing(said, today, language, most_starts=1)), None)
    return FilmFound(film, first, said.total_cinemas)
