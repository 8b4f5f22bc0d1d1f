"""Films found by what a person types: titles in any language, who made them, the year; with slips of the pen."""

from datetime import datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.errors import QuestionError
from data.programme.facts import FilmDetails
from data.programme.film_index import Likeness
from data.programme.kernel.playing import NOWHERE, coming_films, next_nearby
from data.programme.kernel.within import places_within
from data.programme.looked_up import words_of
from data.programme.programme import Programme
from data.sentence import Sentence
from geo.distance import distances_m, nearest_first
from geo.point import Point

Ints = NDArray[np.int64]

# More than a title has. Whatever comes after them is not looked at.
MOST_WORDS = 20
# As far as one goes for a film on an evening.
NEARBY_M = 25_000.0
MOST_CLOSE = 3


class Around(NamedTuple):
    """Where one is, and how uncertain that is, in metres."""

    point: Point
    accuracy_m: float = 0.0


class NextStart(NamedTuple):
    """The nearest cinema where a film still comes, its distance in metres, and the next start there as a row."""

    cinema: int
    distance_m: float
    row: int


class FoundFilm(NamedTuple):
    """A film by its position, at how many cinemas it still comes, and where near by (null: nowhere)."""

    film: int
    cinema_count: int
    nearest: NextStart | None


class FoundFilms(NamedTuple):
    """The first films in order, and how many there are."""

    films: list[FoundFilm]
    total: int


def find_films(
    programme: Programme, words: str, now: datetime, around: Around | None = None, *, limit: int = 50
) -> FoundFilms:
    """Find the films that are like all the words; without words, all.

    A title in full comes first, whether it is shown or not. After it come titles that hold all the words or their
    beginnings, then names and years, then what is only spelled alike; of each kind what comes near by, then what comes
    anywhere, then the rest; and of these what begins as was typed before what holds the words elsewhere, then by the
    number of cinemas.
    """
    like = _likeness(programme, words)
    films = np.flatnonzero((like < Likeness.NOT) & programme.film_lookup.public(programme.film_by_slug, like.size))
    size, from_minute = len(programme.films), _minute(now)
    counts = coming_films(programme.packed, from_minute, size)
    nearby = _nearby(programme, from_minute, around) if around else None
    far = nearby.number == NOWHERE if nearby else np.zeros(size, dtype=np.bool_)
    keys = (programme.film_ranks, -counts, like, counts == 0, far, _KINDS[like])
    order = np.lexsort([key[films] for key in keys])
    first = films[order[:limit]].tolist()
    return FoundFilms(
        [FoundFilm(film, int(counts[film]), nearby.start_of(film) if nearby else None) for film in first], films.size
    )


def search_films(programme: Programme, words: str, now: datetime) -> list[FilmDetails]:
    """Find films like `find_films`, and give all of them in full."""
    found = find_films(programme, words, now, limit=len(programme.films))
    return [programme.films[one.film] for one in found.films]


def find_film(programme: Programme, written: str) -> FilmDetails:
    """Find the one film of a slug or a title. Raises QuestionError, with titles that are close."""
    if written in programme.film_by_slug:
        return programme.film(written)
    close = _close(programme, written)
    if close and close[0][0] == Likeness.TITLE:
        return programme.film(close[0][2])
    titles = ", ".join(programme.film(slug).title for _, _, slug in close[:MOST_CLOSE])
    hint = Sentence(" Did you mean: {slugs}?", slugs=titles) if titles else ""
    raise QuestionError("film", Sentence("There is no film {film!r}.{hint}", film=written, hint=hint))


def close_films(programme: Programme, written: str) -> list[FilmDetails]:
    """Give the few films that somebody may mean by a slug or a title of which there is none, the likeliest first."""
    return [programme.film(slug) for _, _, slug in _close(programme, written)[:MOST_CLOSE]]


def _close(programme: Programme, written: str) -> list[tuple[int, int, str]]:
    """Give how films are like what is written, the number of their cinemas (negative) and their slugs, in order."""
    if not words_of(written):
        return []
    like = _likeness(programme, written)
    found = ((int(like[film]), slug, film) for slug, film in programme.film_by_slug.items())
    return sorted(
        (how, -programme.places_by_film[film].place.size, slug) for how, slug, film in found if how < Likeness.NOT
    )


# What is ordered before nearness: the title itself, titles, names and years, and what is only alike.
_KINDS = np.zeros(len(Likeness), dtype=np.int64)
_KINDS[Likeness.BEGINNING :] = 1
_KINDS[Likeness.DIRECTOR :] = 2
_KINDS[Likeness.MISSPELLED_TITLE :] = 3
_KINDS[Likeness.MISSPELLED_NAME :] = 4


def _likeness(programme: Programme, words: str) -> Ints:
    wanted = words_of(words)
    if not wanted:
        return np.full(len(programme.films), Likeness.WORDS if not words.strip() else Likeness.NOT, dtype=np.int64)
    return programme.film_lookup.find(programme.films, wanted[:MOST_WORDS])


class _Nearby(NamedTuple):
    places: Ints
    metres: NDArray[np.float64]
    number: Ints
    row: Ints

    def start_of(self, film: int) -> NextStart | None:
        number = int(self.number[film])
        if number == NOWHERE:
            return None
        return NextStart(int(self.places[number]), float(self.metres[number]), int(self.row[film]))


def _nearby(programme: Programme, from_minute: int, around: Around) -> _Nearby:
    """Find each film's nearest cinema of those that may be near by, wherever in the circle one is."""
    reach_m = NEARBY_M + around.accuracy_m
    places = places_within(programme.packed, around.point.lat, around.point.lon, reach_m)
    places = places[np.argsort(programme.ranks[places])]
    metres = distances_m(around.point, programme.lats[places], programme.lons[places])
    order = nearest_first(metres)
    order = order[metres[order] <= reach_m]
    places, metres = places[order], metres[order]
    return _Nearby(places, metres, *next_nearby(programme.packed, from_minute, len(programme.films), places))


def _minute(moment: datetime) -> int:
    return -int(-moment.timestamp() // 60)
