"""The page that a person sees instead of what they asked for."""

from collections.abc import Sequence

from fastapi import Request, Response

from data.programme.facts import FilmDetails
from service.pages.film_words import title_in
from service.pages.language import chosen_language
from service.pages.phrases import PHRASES
from service.pages.rendering import render
from service.wishes import wishes

_FOR_PROGRAMS = ("/api", "/health", "/static")


def wants_page(request: Request) -> bool:
    """Say whether a person asks: at an address for people, with a browser, which names HTML before JSON."""
    if any(request.url.path == folder or request.url.path.startswith(f"{folder}/") for folder in _FOR_PROGRAMS):
        return False
    wished = wishes(request.headers.get("accept", ""))
    return next((kind for kind in wished if kind == "text/html" or kind.endswith("json")), None) == "text/html"


def problem_page(request: Request, kind: str, *, status: int, films: Sequence[FilmDetails] = ()) -> Response:
    """Say in the reader's language what is wrong, and lead to films that may be meant, and home.

    `kind` is the last part of a problem's type.
    """
    language = chosen_language(request)
    phrases = PHRASES[language]
    page = render(
        request,
        "problem.html",
        language,
        status=status,
        words=phrases.problems.get(kind, phrases.any_problem),
        films=[(film.slug, title_in(film, language), film.year) for film in films],
    )
    page.headers["Cache-Control"] = "no-store"
    page.headers["Vary"] = "Accept, Accept-Language"
    return page
