"""All that is measured over one world, one after the other: nothing runs beside what it is not compared with."""

import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import psycopg
from sqlalchemy import Engine

from data.programme.programme import Programme
from tests.bench.contest import Contest, Say, hold_contest
from tests.bench.database import fill_database
from tests.bench.facts import Facts, make_facts
from tests.bench.growth import Step, measure_step
from tests.bench.http_load import HttpRates, measure_http
from tests.bench.loading import measure_loading
from tests.bench.opponent import MissingError, Opening
from tests.bench.order import Order, check_order
from tests.bench.ours import NAME as OURS
from tests.bench.ours import load_ours, open_ours
from tests.bench.paths import cold_paths
from tests.bench.postgis import NAME as POSTGIS
from tests.bench.postgis import filled_postgis, open_postgis
from tests.bench.publish_speed import measure_publish_speed
from tests.bench.publishing import Published, measure_publishing
from tests.bench.redis_geosearch import open_redis
from tests.bench.reference import Reference
from tests.bench.result import Result
from tests.bench.sqlite_rtree import open_sqlite_rtree
from tests.bench.strtree import open_strtree
from tests.bench.tutorial import NAME as TUTORIAL
from tests.bench.tutorial import open_tutorial
from tests.bench.worlds import World, make_world

# As many questions as it takes to see how long one waits.
_ASKED_MEANWHILE = 2_000
_TOO_SLOW = "left out here: it takes a minute a question"


def measure_world(name: str, say: Say) -> Result:
    """Fill, load, check, compare, serve and publish."""
    world = make_world(name)
    facts = make_facts(world)
    with tempfile.TemporaryDirectory(prefix="kinonah-bench-") as temporary, ExitStack() as stack:
        folder = Path(temporary)
        begun = time.perf_counter()
        engine = fill_database(world, facts, folder / "bench.db")
        stack.callback(engine.dispose)
        filled = time.perf_counter() - begun
        say(f"{name}: our database is filled after {filled:,.1f} s")
        loaded = measure_loading(str(engine.url))
        say(f"{name}: loaded in {loaded.seconds:,.1f} s")
        connection, seconds, missing = _fill_postgis(world, facts, folder, stack)
        say(f"{name}: {POSTGIS} is filled after {seconds.get(POSTGIS, 0):,.1f} s {missing.get(POSTGIS, '')}")
        contest, order, step = _compare(world, facts, engine, connection, folder, say)
        contest = replace(
            contest, build_seconds=dict(contest.build_seconds) | seconds, missing=contest.missing | missing
        )
        http, published, absent = _serve(str(engine.url), connection, world, facts, folder)
        say(f"{name}: served and published")
        speed = measure_publish_speed(str(engine.url))
    return Result(
        name=name,
        cinemas=world.lats.size,
        screenings=world.cinema.size,
        fill_seconds=filled,
        contest=replace(contest, missing=contest.missing | absent),
        order=order,
        loaded=loaded,
        http=http,
        published=published,
        publish_speed=speed,
        step=step,
    )


def _fill_postgis(
    world: World, facts: Facts, folder: Path, stack: ExitStack
) -> tuple[psycopg.Connection | None, dict[str, float], dict[str, str]]:
    own = folder / "postgis"
    own.mkdir()
    begun = time.perf_counter()
    try:
        connection = stack.enter_context(filled_postgis(world, facts, own))
    except MissingError as error:
        return None, {}, {POSTGIS: str(error)}
    return connection, {POSTGIS: time.perf_counter() - begun}, {}


def _compare(
    world: World, facts: Facts, engine: Engine, connection: psycopg.Connection | None, folder: Path, say: Say
) -> tuple[Contest, Order, Step]:
    """Do all for which the programme and the truth have to be in this process."""
    programme, reference = load_ours(engine), Reference(world, facts)
    order = check_order(programme, reference)
    say(f"{world.name}: {order.asked:,} questions against exact geodesics, {len(order.differing)} differences")
    openings = _openings(world, programme, engine, connection)
    contest = hold_contest(world, facts, reference, openings, folder, say)
    if world.name not in _TUTORIALS:
        contest = replace(contest, missing=contest.missing | {TUTORIAL: _TOO_SLOW})
    return contest, order, measure_step(world, facts, programme)


_TUTORIALS = ("city", "country")


def _openings(
    world: World, programme: Programme, engine: Engine, connection: psycopg.Connection | None
) -> Mapping[str, Opening]:
    openings: dict[str, Opening] = {OURS: open_ours(programme)}
    if connection:
        openings[POSTGIS] = open_postgis(connection)
    openings |= {
        "SQLite R*Tree + pyproj": open_sqlite_rtree,
        "Redis GEOSEARCH + pipeline": open_redis,
        "shapely STRtree + pyproj": open_strtree,
    }
    if world.name in _TUTORIALS:
        openings[TUTORIAL] = open_tutorial(engine)
    return openings


def _serve(
    url: str, connection: psycopg.Connection | None, world: World, facts: Facts, folder: Path
) -> tuple[HttpRates | None, tuple[Published, ...], dict[str, str]]:
    paths = cold_paths(world, facts)[:_ASKED_MEANWHILE]
    missing = {}
    http, published = None, []
    try:
        http = measure_http(url, folder / "postgis" if connection else None, world, facts, folder)
    except MissingError as error:
        missing["HTTP"] = str(error)
    try:
        published = [measure_publishing(url, paths, folder, workers=workers) for workers in (1, 2)]
    except MissingError as error:
        missing["Publishing"] = str(error)
    return http, tuple(published), missing
