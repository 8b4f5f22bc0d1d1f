"""Opponent: SQLite with an R*Tree over film, latitude and longitude; the exact order by pyproj."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import numpy as np

from data.programme.question import Question
from tests.bench.entries import Entry, FoundCinema, film_places, write_entries
from tests.bench.facts import Facts
from tests.bench.opponent import Opponent, writing_opponent
from tests.bench.refine import boxes_around, nearest_of, reaches_m
from tests.bench.wanted import Wanted, read_question
from tests.bench.worlds import World

# Whole units, so that the tree's 32 bits lose nothing: 1e-6 degrees are what catalogues write.
_UNITS = 1_000_000
_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA mmap_size = 8000000000;
CREATE VIRTUAL TABLE place USING rtree_i32(id, film, film_end, lat, lat_end, lon, lon_end, +cinema INTEGER);
CREATE TABLE entry (film INTEGER, cinema INTEGER, minute INTEGER, id INTEGER, first INTEGER, second INTEGER,
    evening INTEGER, version INTEGER, formats INTEGER, title TEXT, auditorium TEXT, booking_url TEXT, status TEXT,
    PRIMARY KEY (film, cinema, minute, id)) WITHOUT ROWID;
"""
_MATCHES = "entry.film = :film AND entry.minute >= :from_minute AND entry.minute < :until_minute {versions}"
_NEAR = """
SELECT place.cinema FROM place
WHERE place.film >= :film AND place.film_end <= :film
    AND lat >= :south AND lat_end <= :north AND lon >= :west AND lon_end <= :east
    AND EXISTS (SELECT 1 FROM entry WHERE entry.cinema = place.cinema AND {matches})
"""
_SHOWN = "SELECT * FROM entry WHERE cinema IN ({cinemas}) AND {matches} ORDER BY cinema, minute, id"


class _Base:
    """The open database. Its statements are prepared once: the driver keeps as many as there are shapes of them."""

    def __init__(self, path: Path, world: World, facts: Facts) -> None:
        self.world, self.facts = world, facts
        self.connection = sqlite3.connect(path, cached_statements=512)
        self.connection.executescript(_TABLES)
        films, cinemas = film_places(world)
        lats, lons = (np.round(degrees[cinemas] * _UNITS).astype(int) for degrees in (world.lats, world.lons))
        columns = zip(films.tolist(), lats.tolist(), lons.tolist(), cinemas.tolist(), strict=True)
        self.connection.executemany(
            "INSERT INTO place VALUES (NULL, ?1, ?1, ?2, ?2, ?3, ?3, ?4)",
            columns,
        )
        self.connection.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", write_entries(world, facts)
        )
        self.connection.commit()
        self.connection.execute("ANALYZE")

    def find(self, question: Question) -> list[FoundCinema]:
        wanted = read_question(self.facts, question)
        versions = f"AND entry.version IN ({','.join(map(str, wanted.versions))})" if wanted.versions else ""
        matches = _MATCHES.format(versions=versions)
        asked = {"film": wanted.film, "from_minute": wanted.from_minute, "until_minute": wanted.until_minute}
        for reach_m in reaches_m(wanted.within_m):
            near = self._near(wanted, matches, asked, reach_m)
            cinemas, metres = nearest_of(self.world, wanted, near, reach_m)
            if cinemas.size == wanted.limit:
                break
        shown = _SHOWN.format(cinemas=",".join(f":c{i}" for i in range(cinemas.size)), matches=matches)
        numbered = {f"c{i}": cinema for i, cinema in enumerate(cinemas.tolist())}
        rows = map(Entry._make, self.connection.execute(shown, asked | numbered))
        entries = {cinema: list(group) for cinema, group in groupby(rows, key=lambda entry: entry.cinema)}
        return [FoundCinema(c, far, entries[c]) for c, far in zip(cinemas.tolist(), metres.tolist(), strict=True)]

    def _near(self, wanted: Wanted, matches: str, asked: dict[str, int], reach_m: float) -> np.ndarray:
        statement = _NEAR.format(matches=matches)
        found = []
        for bounds in boxes_around(wanted.here, reach_m):
            sides = zip(("south", "west", "north", "east"), (int(side * _UNITS) for side in bounds), strict=True)
            found += self.connection.execute(statement, asked | dict(sides)).fetchall()
        return np.array(sorted(cinema for (cinema,) in found), dtype=np.int32)


@contextmanager
def open_sqlite_rtree(world: World, facts: Facts, folder: Path) -> Iterator[Opponent]:
    """Fill a database file."""
    base = _Base(folder / "rtree.db", world, facts)
    try:
        yield writing_opponent("SQLite R*Tree + pyproj", facts, base.find)
    finally:
        base.connection.close()
