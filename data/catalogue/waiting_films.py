"""Films of which only a title is known wait for an editor: those first that run first, and most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from data.schedules.status import CANCELLED
from data.tables.cinema import Cinema
from data.tables.film import Film
from data.tables.screening import Screening, ScreeningFilm

_MOST_NAMES = 3
_Asked = TypeVar("_Asked", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFilm:
    """A film that waits: how often it still runs, from when on, and in which houses, of which some are named."""

    slug: str
    title: str
    year: int | None
    screenings: int
    next_at: datetime | None
    cinemas: tuple[str, ...]
    more_cinemas: int


@dataclass(frozen=True, slots=True)
class WaitingFilms:
    """The first that wait, and how many there are."""

    films: tuple[WaitingFilm, ...]
    total: int


def waiting_films(session: Session, now: datetime, *, limit: int = 100) -> WaitingFilms:
    """List the films that wait, by the day on which they run next and how often they run; then those that ran."""
    films = session.exec(select(Film).where(col(Film.is_provisional)))
    waiting = {film.id: film for film in films}
    runs = {row[0]: (row[1], row[2]) for row in session.connection().execute(_runs(now))}

    def urgency(film_id: int) -> tuple[bool, int, int, datetime, int]:
        count, next_at = runs.get(film_id, (0, now))
        # What was taught last is asked for first, where nothing else tells them apart.
        return film_id not in runs, next_at.toordinal(), -count, next_at, -film_id

    first = sorted(waiting, key=urgency)[:limit]
    houses = _houses(session, first, now)
    listed = [_waiting(waiting[one], runs.get(one), houses.get(one, [])) for one in first]
    return WaitingFilms(tuple(listed), len(waiting))


def _waiting(film: Film, runs: tuple[int, datetime] | None, houses: Sequence[str]) -> WaitingFilm:
    screenings, next_at = runs or (0, None)
    return WaitingFilm(
        slug=film.slug,
        title=film.original_title,
        year=film.year,
        screenings=screenings,
        next_at=next_at,
        cinemas=tuple(houses[:_MOST_NAMES]),
        more_cinemas=max(0, len(houses) - _MOST_NAMES),
    )


def _runs(now: datetime) -> Select[int, int, datetime]:
    query = columns(col(ScreeningFilm.film_id), func.count(), func.min(col(Screening.starts_at)))
    return _coming(query, now).group_by(col(ScreeningFilm.film_id))


def _houses(session: Session, film_ids: Sequence[int], now: datetime) -> dict[int, list[str]]:
    """Name the houses of each film, those where it runs first before others."""
    query = _coming(columns(col(ScreeningFilm.film_id), col(Cinema.name)), now)
    query = query.join(Cinema, col(Cinema.id) == col(Screening.cinema_id)).where(col(Film.id).in_(film_ids))
    query = query.group_by(col(ScreeningFilm.film_id), col(Cinema.id), col(Cinema.name))
    houses: dict[int, list[str]] = {}
    in_order = query.order_by(func.min(col(Screening.starts_at)), col(Cinema.name))
    for film_id, name in session.connection().execute(in_order):
        houses.setdefault(film_id, []).append(name)
    return houses


def _coming(query: _Asked, now: datetime) -> _Asked:
    return (
        query.join(Screening, col(Screening.id) == col(ScreeningFilm.screening_id))
        .join(Film, col(Film.id) == col(ScreeningFilm.film_id))
        .where(col(Film.is_provisional), col(Screening.starts_at) >= now, col(Screening.status) != CANCELLED)
    )
