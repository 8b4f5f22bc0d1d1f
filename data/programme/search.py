"""Films found by what a person types: a slug, a title in any language, or words of one."""

from datetime import datetime
from difflib import get_close_matches

from data.errors import QuestionError
from data.programme.facts import FilmDetails
from data.programme.programme import Programme
from data.text import folded


def search_films(programme: Programme, words: str, now: datetime) -> list[FilmDetails]:
    """Find the films whose titles hold all the words; those that are coming first, by the number of their cinemas."""
    wanted = folded(words).split()
    found = [
        film for film in programme.public_films if any(all(word in title for word in wanted) for title in _titles(film))
    ]

    def place_in_list(film: FilmDetails) -> tuple[bool, int, str]:
        cinemas = programme.places_by_film[programme.film_index(film.slug)].place.size
        return not programme.is_coming(film.slug, now), -cinemas, film.slug

    return sorted(found, key=place_in_list)


def find_film(programme: Programme, written: str) -> FilmDetails:
    """Find the one film of a slug or a title. Raises QuestionError, with titles that are close."""
    key = folded(written)
    for film in programme.public_films:
        if film.slug == written or key in _titles(film):
            return film
    titles = {title: film.title for film in programme.public_films for title in _titles(film)}
    holding = [title for title in titles if key and key in title][:3]
    close = dict.fromkeys(titles[title] for title in [*holding, *get_close_matches(key, titles, n=3)])
    hint = f" Did you mean: {', '.join(close)}?" if close else ""
    raise QuestionError("film", f"There is no film {written!r}.{hint}")


def _titles(film: FilmDetails) -> set[str]:
    return {folded(title) for title in (film.title, film.original_title, *film.titles.values())}
