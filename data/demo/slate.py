"""Which films a house plays in a film week: one leaves, one comes, the others stay."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from data.demo.cinemas import DemoCinema
from data.demo.films import DemoFilm
from data.times.film_week import film_week_begins_on

STEP = 4
"""How far the next house of the same profile stands along the pool; no slate is smaller, so every film is in one."""


def film_week(day: date) -> int:
    """The number of the German film week (Thursday to Wednesday) since the year 1."""
    return film_week_begins_on(day, "DE").toordinal() // 7


def slate(cinema: DemoCinema, films: Sequence[DemoFilm], week: int) -> tuple[DemoFilm, ...]:
    """The films of that week: a window over all that suit the house, which moves by one every week."""
    pool = sorted((film for film in films if cinema.profile in film.profiles), key=lambda film: _place(cinema, film))
    size = min(len(pool), 4 + 2 * (len(cinema.auditoriums) - 1) + (2 if len(cinema.auditoriums) == 1 else 1))
    first = cinema.turn * STEP + week
    return tuple(pool[(first + offset) % len(pool)] for offset in range(size))


def _place(cinema: DemoCinema, film: DemoFilm) -> bytes:
    """Shuffles the pool of a profile the same way for all its houses and for ever."""
    return sha256(f"{cinema.profile}|{film.slug}".encode()).digest()
