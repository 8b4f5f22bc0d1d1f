"""The page `/widget`: put a widget together, see it, and copy the lines for one's own page."""

from collections.abc import Iterator
from datetime import datetime

from fastapi import APIRouter, Request, Response

from data.programme.programme import Programme
from data.programme.search import search_films
from service.dependencies import CurrentMoment, CurrentProgramme
from service.pages.addresses import base_url
from service.pages.film_words import title_in
from service.pages.language import Language, PageLanguage
from service.pages.phrases import PHRASES
from service.pages.rendering import render
from service.pages.widget_choice import USUAL_COLOURS, AskedWidget, WidgetChoice, snippets, words

MOST_OFFERED = 400

router = APIRouter(include_in_schema=False)


@router.get("/widget", response_class=Response)
def widget(
    request: Request,
    asked: AskedWidget,
    programme: CurrentProgramme,
    now: CurrentMoment,
    language: PageLanguage,
) -> Response:
    """Show the choices, the widget that they make, and its lines."""
    films, unknown_films = _films(asked.film, programme, now)
    cinemas, unknown_cinemas = _cinemas(asked.cinema, programme)
    choice = asked.model_copy(update={"film": " ".join(films), "cinema": " ".join(cinemas)})
    released = request.app.state.web_part.released
    running = [film for film in search_films(programme, "", now) if programme.is_coming(film.slug, now)]
    return render(
        request,
        "widget.html",
        language,
        description=PHRASES[language].widget_claim,
        asked=asked,
        choice=choice,
        attributes=choice.attributes(),
        colours=choice.colours(),
        usual_colours=USUAL_COLOURS,
        unknown=[*unknown_films, *unknown_cinemas],
        snippets=list(snippets(choice, base_url(request), _label(choice, programme, language), released)),
        running=running[:MOST_OFFERED],
        cinemas=sorted(programme.cinema_by_slug)[:MOST_OFFERED],
        page_script=request.app.state.web_part.url("widget-page.js"),
    )


def _label(choice: WidgetChoice, programme: Programme, language: Language) -> str:
    """Say what the plain link leads to."""
    speaks: Language = choice.speaks or language
    films = words(choice.film)
    about = title_in(programme.film(films[0]), speaks) if len(films) == 1 else None
    return PHRASES[speaks].widget_link.format(about) if about else PHRASES[speaks].home_title


def _films(written: str, programme: Programme, now: datetime) -> tuple[list[str], list[str]]:
    """Read slugs, or one title as people type it; gives what is known, and what is not."""
    if not written.strip():
        return [], []
    known = [word for word in words(written) if word in programme.film_by_slug]
    if len(known) == len(words(written)):
        return known, []
    found = [film.slug for film in search_films(programme, written.strip(), now)]
    if found:
        return found[:1], []
    return known, list(_others(written, known))


def _cinemas(written: str, programme: Programme) -> tuple[list[str], list[str]]:
    known = [word for word in words(written) if word in programme.cinema_by_slug]
    return known, list(_others(written, known))


def _others(written: str, known: list[str]) -> Iterator[str]:
    return (word for word in words(written) if word not in known)
