"""What we want of ourselves, each with the figure that was measured, and whether it was reached."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.areas import IN_BULK, POINT_BY_POINT, Districts
from tests.bench.http_load import HttpRates
from tests.bench.postgis import NAME as POSTGIS
from tests.bench.result import Result, Results
from tests.bench.searching import Searched
from tests.bench.timing import Timing
from tests.bench.understanding import Understood

# What finding is to be ahead of, and by how much, in the worlds where indexes matter.
_AHEAD = {POSTGIS: 40, "SQLite R*Tree + pyproj": 15, "Redis GEOSEARCH + pipeline": 50}
_LARGE = ("country", "world")
_WRITTEN_AHEAD, _TAIL, _GROWTH = 12, 5.0, 1.5
_COLD_SHARE, _COLD_LEAD, _KEPT_SHARE = 0.5, 7.0, 0.8
_COLUMN_BYTES, _WORKER_BYTES, _LOAD_SECONDS = 16, 2e9, 40
_VISIBLE_SECONDS, _SLOWEST_MS = 1.0, 5.0
_UNDERSTOOD_SECONDS = 1.0
_PUBLISH_MS = 300
_SEARCH_MS, _SEARCH_AHEAD = 5.0, 10
_DISTRICTS_AHEAD = {POINT_BY_POINT: 20, IN_BULK: 10}


@dataclass(frozen=True, slots=True)
class Judged:
    """A goal in words, where it was measured, the figure, and what came of it."""

    what: str
    where: str
    figure: str
    goal: str
    is_reached: bool


def judge(results: Results) -> list[Judged]:
    """Hold all goals against all worlds in which they were measured."""
    by_name = {one.name: one for one in results.worlds}
    judged = [one for result in results.worlds for one in _of_world(result)]
    if "city" in by_name and "world" in by_name:
        judged += _against_city(by_name["city"], by_name["world"])
    judged += [_of_a_sheet(results.understood), *_of_search(results.searched)]
    judged += [each for one in results.districts for each in _of_districts(one)]
    # A goal's lines stand together, in the order in which it is first met.
    order = list(dict.fromkeys(one.what for one in judged))
    return sorted(judged, key=lambda one: order.index(one.what))


def _of_world(result: Result) -> Iterator[Judged]:
    for reach, timings in result.contest.timings.items():
        where = f"{result.name}, {reach}"
        if result.name in _LARGE:
            yield from _ahead(where, timings)
        found = timings[0].found
        yield _at_most("slowest percent of finding: p99 by its own p50", where, found.p99 / found.p50, _TAIL, "×")
    yield Judged(
        "order and choice against exact geodesics",
        result.name,
        f"{len(result.order.differing)} differences in {result.order.asked:,}",
        "0",
        not result.order.differing,
    )
    if result.http:
        yield from _over_http(result.name, result.http)
    yield _at_most(
        "columns and lists that finding reads", result.name, result.loaded.column_bytes, _COLUMN_BYTES, " bytes a row"
    )
    slowest = max(result.publish_speed.first, result.publish_speed.changed)
    yield _at_most("a week of 60 screenings, from bytes to commit", result.name, slowest * 1000, _PUBLISH_MS, " ms")
    if result.name == "world":
        yield from _of_the_largest(result)


def _ahead(where: str, timings: list[Timing]) -> Iterator[Judged]:
    for timing in timings[1:]:
        if timing.name in _AHEAD:
            what = f"found and ordered, faster than {timing.name}"
            yield _at_least(what, where, timing.found.ratio, _AHEAD[timing.name], "×")
    for timing in timings[1:]:
        if timing.name == POSTGIS:
            what = "to the answer's bytes, faster than PostGIS with the same encoder"
            yield _at_least(what, where, timing.written.ratio, _WRITTEN_AHEAD, "×")


def _over_http(where: str, http: HttpRates) -> Iterator[Judged]:
    cold, evening = http.cold, http.evening
    yield _at_least("over HTTP, cold: share of bare bytes", where, cold.share * 100, _COLD_SHARE * 100, " %")
    if cold.lead is not None:
        yield _at_least("over HTTP, cold: faster than FastAPI + asyncpg + PostGIS", where, cold.lead, _COLD_LEAD, "×")
    what = "over HTTP, an evening's questions while two schedules a second are published: share of bare bytes"
    yield _at_least(what, where, evening.share * 100, _KEPT_SHARE * 100, " %")


def _of_the_largest(result: Result) -> Iterator[Judged]:
    yield _at_most("load from the database", result.name, result.loaded.seconds, _LOAD_SECONDS, " s")
    worker = result.http.worker_bytes if result.http else result.loaded.resident_bytes
    if worker:
        yield _at_most("memory of a worker, texts included", result.name, worker / 1e9, _WORKER_BYTES / 1e9, " GB")
    for one in result.published:
        where = f"{result.name}, {one.workers} worker{'s' if one.workers > 1 else ''}"
        yield _at_most("published, until every worker answers it", where, one.visible_worst, _VISIBLE_SECONDS, " s")
        what = "the slowest question while that is taken in, over the usual"
        yield _at_most(what, where, one.slowest_ms, _SLOWEST_MS, " ms")


def _of_a_sheet(one: Understood) -> Judged:
    where = f"{one.rows:,} rows, {one.films:,} films"
    return _at_most("a sheet of distinct titles and labels understood", where, one.seconds, _UNDERSTOOD_SECONDS, " s")


def _of_districts(one: Districts) -> Iterator[Judged]:
    where = f"{one.points:,} points, districts {one.name}"
    for other in one.others:
        what = f"district of a point, faster than shapely's {other.name}"
        yield _at_least(what, where, other.ratio, _DISTRICTS_AHEAD[other.name], "×")
    what = "district of a point, against shapely's contains"
    yield Judged(what, where, f"{one.differing} differ", "0", not one.differing)


def _of_search(one: Searched) -> Iterator[Judged]:
    where = f"{one.films:,} films"
    yield _at_most("a film searched by words, names, slips of the pen: p50", where, one.p50, _SEARCH_MS, " ms")
    yield _at_least("searched, faster than rapidfuzz over all titles", where, one.ratio, _SEARCH_AHEAD, "×")


def _against_city(city: Result, world: Result) -> Iterator[Judged]:
    for reach, timings in world.contest.timings.items():
        small, large = city.contest.timings[reach][0], timings[0]
        what = "median of the world by that of the city"
        yield _at_most(what, f"found, {reach}", large.found.p50 / small.found.p50, _GROWTH, "×")
        yield _at_most(what, f"to bytes, {reach}", large.written.p50 / small.written.p50, _GROWTH, "×")


def _at_least(what: str, where: str, figure: float, goal: float, unit: str) -> Judged:
    return Judged(what, where, f"{figure:.1f}{unit}", f"≥ {goal:g}{unit}", figure >= goal)


def _at_most(what: str, where: str, figure: float, goal: float, unit: str) -> Judged:
    return Judged(what, where, f"{figure:.2f}{unit}", f"≤ {goal:g}{unit}", figure <= goal)
