"""A world becomes a Programme directly, in bulk, without a database."""

import numpy as np
from numpy.typing import NDArray

from data.programme.programme import Columns, Details, Programme
from tests.bench.facts import FORMAT_NAMES, Facts, auditorium_name, booking_url
from tests.bench.worlds import NOW, World


def make_programme(world: World, facts: Facts) -> Programme:
    """Build what `load_programme` would load; with ten million screenings, the lists of texts take some gigabytes."""
    return Programme(
        cinemas=facts.cinemas,
        cinema_by_slug={one.slug: number for number, one in enumerate(facts.cinemas)},
        zones=facts.zones,
        lats=world.lats,
        lons=world.lons,
        films=facts.films,
        film_by_slug=facts.film_by_slug,
        versions=facts.versions,
        version_keys=facts.version_keys,
        formats=FORMAT_NAMES,
        columns=Columns(
            cinema=world.cinema,
            minute=world.minute,
            evening=world.evening,
            version=facts.version_of[world.language[world.film], world.label],
            formats=world.formats.astype(np.uint32),
        ),
        details=_details(world, facts),
        rows_by_film=_rows_by_film(world),
        as_of=NOW,
        change_id=1,
        is_demo=False,
    )


def _details(world: World, facts: Facts) -> Details:
    single = [(film,) for film in range(len(facts.films))]
    films, seconds = world.film.tolist(), world.second.tolist()
    names = [auditorium_name(number) for number in range(9)]
    booked = zip(world.is_booked.tolist(), world.cinema.tolist(), strict=True)
    titles = [film.title for film in facts.films]
    return Details(
        ids=range(1, len(films) + 1),
        films=[single[film] if second < 0 else (film, second) for film, second in zip(films, seconds, strict=True)],
        titles=[titles[film] for film in films],
        auditoriums=[names[number] for number in world.auditorium.tolist()],
        booking_urls=[
            booking_url(cinema, row) if is_booked else None for row, (is_booked, cinema) in enumerate(booked, start=1)
        ],
        statuses=["sold-out" if is_sold_out else "scheduled" for is_sold_out in world.is_sold_out.tolist()],
    )


def _rows_by_film(world: World) -> list[NDArray[np.intp]]:
    doubles = np.flatnonzero(world.second >= 0)
    films = np.concatenate([world.film, world.second[doubles]])
    rows = np.concatenate([np.arange(world.film.size, dtype=np.intp), doubles])
    order = np.lexsort((rows, films))
    return np.split(rows[order], np.searchsorted(films[order], np.arange(1, world.film_shares.size)))
