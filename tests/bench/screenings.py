"""A world's screenings in our own tables on SQLite, past the ORM: ten million rows in minutes."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlmodel import SQLModel

from data.tables.screening import Screening, ScreeningFilm
from data.versions.notation import VERSIONS
from data.versions.version import Version
from tests.bench.facts import FORMAT_NAMES, Facts, auditorium_name, booking_url
from tests.bench.worlds import LABELS, LANGUAGES, World

_PORTION = 50_000
_TABLES: tuple[type[SQLModel], ...] = (Screening, ScreeningFilm)
# A file that nobody else has opened, and that is thrown away if this fails.
_FAST = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -500000")
_SQLITE = SQLiteDialect_pysqlite()
Texts = NDArray[np.object_]


def fill_screenings(world: World, facts: Facts, path: Path) -> None:
    """Write a world's screenings and their films into a database that has its tables and nobody's connection."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in _FAST:
            connection.execute(f"PRAGMA {pragma}")
        # To sort once is faster than to find each row's place in three indexes.
        indexes = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        of_screenings = [(name, sql) for name, sql in indexes if name.startswith("ix_screening_")]
        for name, _ in of_screenings:
            connection.execute(f"DROP INDEX {name}")
        for first in range(0, world.cinema.size, _PORTION):
            portion = slice(first, min(first + _PORTION, world.cinema.size))
            _insert(connection, Screening, _screenings(world, facts, portion))
            _insert(connection, ScreeningFilm, _shown(world, portion))
        for _, sql in of_screenings:
            connection.execute(sql)


def _insert(connection: sqlite3.Connection, table: type[SQLModel], columns: dict[str, Iterable[Any]]) -> None:
    names, signs = ", ".join(columns), ", ".join("?" * len(columns))
    connection.execute("BEGIN")
    insert = f"INSERT INTO {table.__tablename__} ({names}) VALUES ({signs})"  # noqa: S608 (our own names)
    connection.executemany(insert, zip(*columns.values(), strict=True))
    connection.execute("COMMIT")


def _screenings(world: World, facts: Facts, rows: slice) -> dict[str, Iterable[Any]]:
    """Give a portion's columns, as the table's own types would write them."""
    version = world.language[world.film[rows]] * len(LABELS) + world.label[rows]
    ids = range(rows.start + 1, rows.stop + 1)
    cinemas = world.cinema[rows]
    starts, start = np.unique(world.minute[rows], return_inverse=True)
    evenings, evening = np.unique(world.evening[rows], return_inverse=True)
    formats = [[name for bit, name in enumerate(FORMAT_NAMES) if bits >> bit & 1] for bits in range(16)]
    return {
        "id": ids,
        "cinema_id": (cinemas + 1).tolist(),
        "schedule_id": (cinemas + 1).tolist(),
        "starts_at": _written("starts_at", (datetime.fromtimestamp(one * 60, UTC) for one in starts.tolist()))[start],
        "programme_on": _written("programme_on", map(date.fromordinal, evenings.tolist()))[evening],
        **_versions(version),
        "label_raw": _written("label_raw", LABELS)[world.label[rows]],
        "formats": _written("formats", formats)[world.formats[rows]],
        "title_raw": _written("title_raw", (film.title for film in facts.films))[world.film[rows]],
        "auditorium": _written("auditorium", map(auditorium_name, range(9)))[world.auditorium[rows]],
        "booking_url": _links(cinemas.tolist(), ids, world.is_booked[rows].tolist()),
        "status": _written("status", ("scheduled", "sold-out"))[world.is_sold_out[rows].astype(int)],
    }


def _versions(of_rows: NDArray[np.int32]) -> dict[str, Iterable[Any]]:
    versions = [asdict(_version(language, label)) for language in LANGUAGES for label in LABELS]
    return {name: _written(name, [one[name] for one in versions])[of_rows] for name in versions[0]}


def _version(language: str, label: str) -> Version:
    return VERSIONS[label].for_film((language,))


def _written(column: str, values: Iterable[object]) -> Texts:
    """Turn values into what the column's type hands to the driver, ready to be taken by number."""
    kind = SQLModel.metadata.tables["screening"].c[column].type.dialect_impl(_SQLITE)
    write = kind.bind_processor(_SQLITE)
    written = list(values) if write is None else [write(value) for value in values]
    taken = np.empty(len(written), dtype=object)
    taken[:] = written
    return taken


def _links(cinemas: Sequence[int], ids: Iterable[int], booked: Sequence[bool]) -> Iterator[str | None]:
    rows = zip(cinemas, ids, booked, strict=True)
    return (booking_url(cinema, number) if is_booked else None for cinema, number, is_booked in rows)


def _shown(world: World, rows: slice) -> dict[str, Iterable[Any]]:
    """Give a portion's films, by screening and position."""
    ids = np.arange(rows.start + 1, rows.stop + 1)
    films, seconds = world.film[rows] + 1, world.second[rows] + 1
    is_double = seconds > 0
    screening = np.concatenate([ids, ids[is_double]])
    position = np.repeat([0, 1], [ids.size, int(is_double.sum())])
    order = np.lexsort((position, screening))
    film = np.concatenate([films, seconds[is_double]])
    columns = {"screening_id": screening, "position": position, "film_id": film}
    return {name: column[order].tolist() for name, column in columns.items()}
