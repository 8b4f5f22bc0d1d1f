"""`python -m tests.bench.areas`: the district of many points, ours against shapely's plain `contains`."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from statistics import median

import numpy as np
import shapely
from numpy.typing import NDArray
from rich.console import Console

from geo.area import DISTRICT, Area, Areas
from geo.area_geometry import read_outline

POINTS = 100_000
_ROUNDS = 5
POINT_BY_POINT, IN_BULK = "contains, point by point", "contains, in bulk"
# Outlines of cities have corners every few metres; the demo's have one every kilometre.
_FINE_DEGREES = 0.0002

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Placed:
    """A way to find the districts of all points: seconds, and how many times ours, medians over the rounds."""

    name: str
    seconds: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Districts:
    """Some districts: their corners, what laying our tiles takes once, the others' times, and who differs from whom."""

    name: str
    corners: int
    points: int
    prepared_seconds: float
    seconds: float
    others: tuple[Placed, ...]
    differing: int


def measure_districts() -> list[Districts]:
    """Ask for points all over the demo city and its surroundings, in interleaved rounds."""
    drawn = read_demo_districts()
    fine = [shapely.segmentize(one, _FINE_DEGREES) for one in drawn]
    return [_measure("as drawn for the demo", drawn), _measure("a corner every 20 m", fine)]


def read_demo_districts() -> list[shapely.Polygon]:
    """Give Berlin's districts."""
    document = json.loads((files("data.demo") / "berlin" / "districts.geojson").read_bytes())
    districts = [one for one in document["features"] if one["properties"]["kind"] == DISTRICT]
    return [read_outline(one["geometry"]).geometry for one in districts]


def random_points(polygons: list[shapely.Polygon], count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Draw latitudes and longitudes from a box somewhat larger than the polygons."""
    west, south, east, north = shapely.total_bounds(polygons)
    random = np.random.default_rng(20261125)
    return random.uniform(south - 0.02, north + 0.02, count), random.uniform(west - 0.02, east + 0.02, count)


def districts_by_contains(polygons: list[shapely.Polygon], points: list[shapely.Point]) -> Numbers:
    """Ask each polygon about each point until one contains it; -1 where none does."""
    return np.array(
        [next((n for n, one in enumerate(polygons) if one.contains(point)), -1) for point in points], dtype=np.intp
    )


def districts_by_array(polygons: list[shapely.Polygon], points: NDArray[np.object_]) -> Numbers:
    """Ask each polygon about all points at once, as shapely does it for arrays."""
    found = np.full(points.shape, -1, dtype=np.intp)
    for number, polygon in enumerate(polygons):
        found[shapely.contains(polygon, points)] = number
    return found


def _measure(name: str, polygons: list[shapely.Polygon]) -> Districts:
    lats, lons = random_points(polygons, POINTS)
    # Made beforehand: the others are not to pay for it.
    points = list(shapely.points(lons, lats))
    as_array = np.array(points)
    # Ours prepares what it is given, which would speed the others up.
    own = [shapely.from_wkb(shapely.to_wkb(one)) for one in polygons]
    areas = Areas(Area(slug=f"{n:03}", name="", kind=DISTRICT, geometry=one) for n, one in enumerate(own))

    def ours() -> Numbers:
        return areas.of_kind(DISTRICT, lats, lons)

    first_seconds, found = _timed(ours)
    ways: dict[str, Callable[[], Numbers]] = {
        POINT_BY_POINT: lambda: districts_by_contains(polygons, points),
        IN_BULK: lambda: districts_by_array(polygons, as_array),
    }
    times: dict[str, list[float]] = {each: [] for each in ("", *ways)}
    differing = 0
    for _ in range(_ROUNDS):
        times[""].append(_timed(ours)[0])
        for each, way in ways.items():
            seconds, others = _timed(way)
            times[each].append(seconds)
            differing = max(differing, int((others != found).sum()))
    placed = tuple(Placed(each, median(times[each]), _ratio(times[each], times[""])) for each in ways)
    seconds = median(times[""])
    corners = int(shapely.get_num_coordinates(polygons).sum())
    return Districts(name, corners, POINTS, first_seconds - seconds, seconds, placed, differing)


def _timed(way: Callable[[], Numbers]) -> tuple[float, Numbers]:
    begun = time.perf_counter()
    found = way()
    return time.perf_counter() - begun, found


def _ratio(seconds: list[float], ours: list[float]) -> float:
    return median(one / own for one, own in zip(seconds, ours, strict=True))


if __name__ == "__main__":
    console = Console(highlight=False)
    for one in measure_districts():
        console.print(
            f"{one.name} ({one.corners:,} corners): {one.points:,} points in {one.seconds * 1000:.1f} ms, and "
            f"{one.prepared_seconds * 1000:.1f} ms once; {one.differing} differ"
        )
        for other in one.others:
            console.print(f"  {other.name}: {other.seconds * 1000:,.0f} ms, {other.ratio:.0f}×")
