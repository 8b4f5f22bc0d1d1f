"""Opponent: PostGIS: nearest neighbours from GiST(film, place), prepared, re-sorted on the ellipsoid."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import psycopg

from data.programme.question import Question
from tests.bench.entries import Entry, FoundCinema, film_places, write_entries
from tests.bench.facts import Facts
from tests.bench.opponent import MissingError, Opening, Opponent, find_program, writing_opponent
from tests.bench.postgis_statement import statement_of
from tests.bench.wanted import read_question
from tests.bench.worlds import World
from tests.postgres_cluster import FOLDERS, NoPostgresError, postgres_cluster

NAME = "PostGIS GiST(film, place)"
_PACKAGE = "postgresql-15-postgis-3"
_SETTINGS = {
    "max_wal_size": "8GB",
    "shared_buffers": "1GB",
    "effective_cache_size": "4GB",
    "work_mem": "64MB",
    "maintenance_work_mem": "1GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "autovacuum": "off",
}
_TABLES = """
CREATE EXTENSION postgis; CREATE EXTENSION btree_gist;
CREATE TABLE place (film int, cinema int, spot geography(Point));
CREATE TABLE entry (film int, cinema int, minute int, id int, first int, second int, evening int, version int,
    formats int, title text, auditorium text, booking_url text, status text);
"""
_INDEXES = """
CREATE INDEX ON place USING gist (film, spot);
CREATE INDEX ON entry (film, cinema, minute, id);
VACUUM ANALYZE place; VACUUM ANALYZE entry;
"""


class Postgis:
    """The connection, and the four statements: with and without a radius, with and without versions."""

    def __init__(self, connection: psycopg.Connection, facts: Facts) -> None:
        self.facts = facts
        self.cursor = connection.cursor(binary=True)
        # Planned once: planning anew costs more than the answer.
        self.cursor.execute("SET plan_cache_mode = force_generic_plan")
        self.statements = {
            (has_radius, has_versions): statement_of(has_radius=has_radius, has_versions=has_versions)
            for has_radius in (False, True)
            for has_versions in (False, True)
        }

    def find(self, question: Question) -> list[FoundCinema]:
        """Ask, and gather the rows by cinema."""
        wanted = read_question(self.facts, question)
        asked: dict[str, object] = {
            "film": wanted.film,
            "lat": wanted.here.lat,
            "lon": wanted.here.lon,
            "from_minute": wanted.from_minute,
            "until_minute": wanted.until_minute,
            "limit": wanted.limit,
        }
        if wanted.within_m is not None:
            asked["within_m"] = wanted.within_m
        if wanted.versions:
            asked["versions"] = list(wanted.versions)
        statement = self.statements[wanted.within_m is not None, bool(wanted.versions)]
        rows = self.cursor.execute(statement, asked, prepare=True).fetchall()
        return [
            FoundCinema(cinema, metres, [Entry._make(row[1:]) for row in group])
            for (metres, cinema), group in groupby(rows, key=lambda row: (row[0], row[2]))
        ]


@contextmanager
def filled_postgis(world: World, facts: Facts, folder: Path) -> Iterator[psycopg.Connection]:
    """Start a cluster of its own and fill it. Raises MissingError."""
    find_program("initdb", _PACKAGE, *FOLDERS)
    try:
        with postgres_cluster(folder, _SETTINGS, "--locale", "C") as connection:
            _fill(connection.cursor(), world, facts)
            yield connection
    except NoPostgresError as error:
        raise MissingError(str(error)) from error
    except psycopg.errors.FeatureNotSupported as error:
        raise MissingError(f"PostGIS is not installed: sudo apt-get install {_PACKAGE}") from error


def _fill(cursor: psycopg.Cursor, world: World, facts: Facts) -> None:
    for statement in _TABLES.split(";"):
        cursor.execute(statement)
    with cursor.copy("COPY place FROM STDIN") as copy:
        films, cinemas = film_places(world)
        places = zip(films.tolist(), cinemas.tolist(), world.lats[cinemas], world.lons[cinemas], strict=True)
        for film, cinema, lat, lon in places:
            copy.write_row((film, cinema, f"SRID=4326;POINT({lon:.6f} {lat:.6f})"))
    with cursor.copy("COPY entry FROM STDIN") as copy:
        for entry in write_entries(world, facts):
            copy.write_row(entry)
    for statement in _INDEXES.split(";"):
        cursor.execute(statement)


def open_postgis(connection: psycopg.Connection) -> Opening:
    """Make an opponent of a cluster that is filled already."""

    @contextmanager
    def opening(world: World, facts: Facts, folder: Path) -> Iterator[Opponent]:  # noqa: ARG001 (an Opening's)
        yield writing_opponent(NAME, facts, Postgis(connection, facts).find)

    return opening
