"""The page `/films/{slug}`: where and when a film runs, and what there is to know of it."""

from fastapi import APIRouter, Request, Response

from data.programme.answer import answer
from data.programme.facts import FilmDetails, FilmText
from data.times.programme_day import programme_on
from service.dependencies import CurrentMoment, CurrentProgramme
from service.moved import FilmSlug
from service.pages.film_words import facts_line, release_day, title_in
from service.pages.home import question_without_place
from service.pages.json_ld import film_json_ld
from service.pages.language import PageLanguage
from service.pages.listing import legend, listing
from service.pages.rendering import render

MOST_CINEMAS = 100
MOST_STARTS = 8
# The rest is folded: the review comes within reach of a thumb.
FIRST_CINEMAS = 6

router = APIRouter(include_in_schema=False)


@router.get("/films/{slug}", response_class=Response)
def film(
    request: Request, slug: FilmSlug, programme: CurrentProgramme, now: CurrentMoment, language: PageLanguage
) -> Response:
    """Show one film."""
    film = programme.film(slug)
    said = answer(programme, question_without_place(programme, now, limit=MOST_CINEMAS, film=slug))
    today = programme_on(now, programme.zone_near(None))
    text_language, text = text_for(film, language)
    return render(
        request,
        "film.html",
        language,
        film=film,
        title=title_in(film, language),
        facts=facts_line(film, language),
        release_day=release_day(film, language),
        text=text,
        text_language=text_language,
        first_cinemas=FIRST_CINEMAS,
        cinemas=listing(said, today, language, most_starts=MOST_STARTS),
        legend=legend(said, language),
        # An invented screening must not end up in anybody's search results.
        json_ld=film_json_ld(film, None if programme.is_demo else said),
    )


def text_for(film: FilmDetails, language: str) -> tuple[str, FilmText | None]:
    """Find the text in the reader's language, else the one there is, with its language."""
    if language in film.texts:
        return language, film.texts[language]
    return next(iter(film.texts.items()), (language, None))
