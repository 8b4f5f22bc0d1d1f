"""The page `/`: what is on near me now."""

from datetime import datetime

from fastapi import APIRouter, Request, Response

from data.programme.answer import answer
from data.programme.programme import Programme
from data.programme.question import Question, window_of
from data.programme.search import search_films
from data.times.programme_day import programme_on
from service.dependencies import CurrentMoment, CurrentProgramme
from service.pages.language import PageLanguage
from service.pages.listing import listing
from service.pages.rendering import render

MOST_CINEMAS = 6
MOST_STARTS = 4
MOST_FILMS = 60

router = APIRouter(include_in_schema=False)


@router.get("/", response_class=Response)
def home(request: Request, programme: CurrentProgramme, now: CurrentMoment, language: PageLanguage) -> Response:
    """Show the city's programme, and the button that makes it the programme near me."""
    question = question_without_place(programme, now, limit=MOST_CINEMAS)
    today = programme_on(now, programme.zone_near(None))
    return render(
        request,
        "home.html",
        language,
        cinemas=listing(answer(programme, question), today, language, most_starts=MOST_STARTS),
        films=[film for film in search_films(programme, "", now) if programme.is_coming(film.slug, now)][:MOST_FILMS],
    )


def question_without_place(programme: Programme, now: datetime, *, limit: int, film: str | None = None) -> Question:
    """Ask for what is on from now to the end of tomorrow, wherever."""
    window = window_of(now, programme.zone_near(None))
    return Question(window=window, films=(film,) if film else (), limit=limit)
