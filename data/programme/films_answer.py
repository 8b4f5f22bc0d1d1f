"""The films near a point as the answer's shape: each with its next starts, what they have in common said once."""

from collections.abc import Iterator
from datetime import datetime

import msgspec
import numpy as np

from data.programme.alternative import alternative_to
from data.programme.answer import AlternativeFacts, NearFacts, ScreeningFacts, WindowFacts, Writing, tenths
from data.programme.facts import CinemaFacts, FilmFacts, VersionFacts
from data.programme.films_near import FoundFilm, films_near, place_of
from data.programme.near import FoundCinema
from data.programme.programme import Programme
from data.programme.question import Question


class StartNear(msgspec.Struct, frozen=True):
    """A screening at one of the answer's cinemas (its slug), and how far that is as the crow flies (metres)."""

    cinema: str
    distance_m: float
    screening: ScreeningFacts


class FilmNear(msgspec.Struct, frozen=True):
    """A film and its next starts, the one that is nearest and soonest first.

    `total_cinemas` counts those near by that have one, shown here or not.
    """

    film: FilmFacts
    starts: list[StartNear]
    total_cinemas: int


class FilmsNear(msgspec.Struct, frozen=True):
    """The whole answer of /api/v1/films/near, what is nearest and soonest first.

    `cinemas` are by slug, `versions` by key; `other_films`, by slug, are those that a double feature shows besides, or
    the alternative.
    """

    near: NearFacts
    window: WindowFacts
    films: list[FilmNear]
    other_films: dict[str, FilmFacts]
    versions: dict[str, VersionFacts]
    cinemas: dict[str, CinemaFacts]
    total_films: int
    truncated: bool
    alternative: AlternativeFacts | None
    as_of: datetime | None


def films_answer(programme: Programme, question: Question, starts: int = 3) -> FilmsNear:
    """Ask the programme, and write down what it says; where it is nothing, with an alternative.

    Raises what a question can be wrong in (data.errors).
    """
    point, found, writing = place_of(question), films_near(programme, question, starts), Writing(programme)
    films = [_film(writing, one) for one in found]
    alternative = None if films else writing.alternative(alternative_to(programme, question, _best_start))
    shown = {one.film.slug for one in films}
    places = dict.fromkeys(place for one in found for place in one.cinemas)
    return FilmsNear(
        near=NearFacts(point.lat, point.lon, question.accuracy_m),
        window=WindowFacts(question.window.from_at, question.window.until_at),
        films=films,
        other_films={slug: facts for slug, facts in writing.films.items() if slug not in shown},
        versions=writing.versions,
        cinemas={programme.cinemas[place].slug: programme.cinemas[place] for place in places},
        total_films=found.total,
        truncated=found.is_truncated,
        alternative=alternative,
        as_of=programme.as_of,
    )


def _film(writing: Writing, found: FoundFilm) -> FilmNear:
    programme = writing.programme
    starts = [
        StartNear(programme.cinemas[place].slug, metres, writing.screening(row, place))
        for row, place, metres in zip(found.rows, found.cinemas, map(tenths, found.distances_m), strict=True)
    ]
    return FilmNear(programme.films[found.film].brief(), starts, found.cinema_count)


def _best_start(programme: Programme, question: Question) -> Iterator[FoundCinema]:
    for one in films_near(programme, question, starts=1):
        yield FoundCinema(one.cinemas[0], one.distances_m[0], np.array(one.rows))
