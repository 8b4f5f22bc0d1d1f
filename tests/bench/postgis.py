"""Opponent: PostGIS: nearest neighbours from GiST(film, place), prepared, re-sorted on the ellipsoid."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import psycopg

from data.programme.question import Question
from tests.bench.entries import Entry, FoundCinema, film_places, write_entries
from tests.bench.facts import Facts
from tests.bench.opponent import MissingError, Opponent, writing_opponent
from tests.bench.postgres_cluster import postgres_cluster
from tests.bench.wanted import read_question
from tests.bench.worlds import World

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
# The index orders on a sphere, up to half a percent from the truth: ten more than asked for, then the exact order.
_SPARE = 10
_STATEMENT = """
WITH near AS MATERIALIZED (
    SELECT place.cinema, place.spot FROM place
    CROSS JOIN LATERAL (SELECT FROM entry WHERE entry.cinema = place.cinema AND {matches} LIMIT 1) AS any_entry
    WHERE place.film = %(film)s::int {within}
    ORDER BY place.spot <-> {here} LIMIT %(limit)s + {spare}
), nearest AS MATERIALIZED (
    SELECT cinema, metres FROM (SELECT cinema, ST_Distance(spot, {here}) AS metres FROM near) AS measured
    {at_most} ORDER BY metres, cinema LIMIT %(limit)s
)
SELECT nearest.metres, shown.* FROM nearest
CROSS JOIN LATERAL (
    SELECT * FROM entry WHERE entry.cinema = nearest.cinema AND {matches} ORDER BY minute, id
) AS shown
ORDER BY nearest.metres, nearest.cinema, shown.minute, shown.id
"""
_HERE = "ST_MakePoint(%(lon)s, %(lat)s)::geography"
# Each number in its column's own type: cast by the driver to the smallest, a film would not be found in the GiST index.
_MATCHES = """entry.film = %(film)s::int {versions}
    AND entry.minute >= %(from_minute)s::int AND entry.minute < %(until_minute)s::int"""


class _Base:
    """The connection, and the four statements: with and without a radius, with and without versions."""

    def __init__(self, connection: psycopg.Connection, world: World, facts: Facts) -> None:
        self.facts = facts
        self.cursor = connection.cursor(binary=True)
        self._fill(world)
        self.statements = {
            (has_radius, has_versions): _statement(has_radius=has_radius, has_versions=has_versions)
            for has_radius in (False, True)
            for has_versions in (False, True)
        }

    def _fill(self, world: World) -> None:
        for statement in _TABLES.split(";"):
            self.cursor.execute(statement)
        with self.cursor.copy("COPY place FROM STDIN") as copy:
            films, cinemas = film_places(world)
            places = zip(films.tolist(), cinemas.tolist(), world.lats[cinemas], world.lons[cinemas], strict=True)
            for film, cinema, lat, lon in places:
                copy.write_row((film, cinema, f"SRID=4326;POINT({lon:.6f} {lat:.6f})"))
        with self.cursor.copy("COPY entry FROM STDIN") as copy:
            for entry in write_entries(world, self.facts):
                copy.write_row(entry)
        for statement in _INDEXES.split(";"):
            self.cursor.execute(statement)
        # Planned once: planning anew costs more than the answer.
        self.cursor.execute("SET plan_cache_mode = force_generic_plan")

    def find(self, question: Question) -> list[FoundCinema]:
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


def _statement(*, has_radius: bool, has_versions: bool) -> str:
    matches = _MATCHES.format(versions="AND entry.version = ANY(%(versions)s)" if has_versions else "")
    return _STATEMENT.format(
        here=_HERE,
        matches=matches,
        spare=_SPARE,
        within=f"AND place.spot && _ST_Expand({_HERE}, %(within_m)s)" if has_radius else "",
        at_most="WHERE metres <= %(within_m)s" if has_radius else "",
    )


@contextmanager
def open_postgis(world: World, facts: Facts, folder: Path) -> Iterator[Opponent]:
    """Fill a cluster of its own. Raises MissingError."""
    with postgres_cluster(folder) as connection:
        try:
            base = _Base(connection, world, facts)
        except psycopg.errors.FeatureNotSupported as error:
            raise MissingError("PostGIS is not installed: sudo apt-get install postgresql-15-postgis-3") from error
        yield writing_opponent("PostGIS GiST(film, place)", facts, base.find)
