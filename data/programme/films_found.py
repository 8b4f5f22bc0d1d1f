"""Films that were searched for, as the answer's shape: enough for a row of a list."""

from datetime import datetime

import msgspec

from data.programme.answer import tenths
from data.programme.facts import CinemaFacts
from data.programme.programme import Programme
from data.programme.search import FoundFilm, NextStart


class NearestStart(msgspec.Struct, frozen=True):
    """The nearest cinema where a film still comes, as the crow flies (metres), and the next start there."""

    cinema: CinemaFacts
    distance_m: float
    starts_at: datetime


class FilmFound(msgspec.Struct, frozen=True):
    """A film in short; `total_cinemas` counts those where it still comes, `nearest` is null where none is near by."""

    slug: str
    title: str
    titles: dict[str, str]
    original_title: str
    year: int | None
    minutes: int | None
    directors: list[str]
    is_coming: bool
    total_cinemas: int
    nearest: NearestStart | None


def film_found(programme: Programme, found: FoundFilm) -> FilmFound:
    """Write down a film that was found."""
    film = programme.films[found.film]
    return FilmFound(
        slug=film.slug,
        title=film.title,
        titles=film.titles,
        original_title=film.original_title,
        year=film.year,
        minutes=film.minutes,
        directors=film.credits.get("director", []),
        is_coming=found.cinema_count > 0,
        total_cinemas=found.cinema_count,
        nearest=_nearest(programme, found.nearest) if found.nearest else None,
    )


def _nearest(programme: Programme, start: NextStart) -> NearestStart:
    starts_at = datetime.fromtimestamp(int(programme.columns.minute[start.row]) * 60, tz=programme.zones[start.cinema])
    return NearestStart(programme.cinemas[start.cinema], tenths(start.distance_m), starts_at)
