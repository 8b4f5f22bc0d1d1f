"""How a screening's films are called in an export, so that the title means these films and no others."""

from collections import Counter

from data.programme.answer import ScreeningFacts
from data.programme.facts import FilmDetails, FilmFacts
from data.programme.programme import Programme
from data.text import folded

JOINED_BY = " + "


class Titles:
    """Titles of films, with the year where several films are called the same."""

    def __init__(self, programme: Programme) -> None:
        """Count what the films of a programme are called, in all languages."""
        self._films_called = Counter(name for film in programme.films for name in _names(film))

    def of(self, screening: ScreeningFacts, films: dict[str, FilmFacts]) -> str:
        """Call a screening by its films, or by its own title where it names none."""
        if not screening.films:
            return screening.title or ""
        return JOINED_BY.join(self._title(films[slug]) for slug in screening.films)

    def _title(self, film: FilmFacts) -> str:
        is_shared = self._films_called[folded(film.title)] > 1
        return f"{film.title} ({film.year})" if is_shared and film.year else film.title


def _names(film: FilmDetails) -> set[str]:
    return {folded(title) for title in (film.title, film.original_title, *film.titles.values())}
