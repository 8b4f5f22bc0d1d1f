"""Which area a position lies in: the same as shapely's plain `contains` says, on the border inside."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon

from geo.area import DISTRICT, NEIGHBOURHOOD, Area, Areas
from geo.area_geometry import read_outline
from geo.area_tiles import is_inside, tiles_of
from geo.point import Point
from tests.bench.areas import districts_by_contains, random_points, read_demo_districts


def box(west: float, south: float, east: float, north: float) -> Polygon:
    return shapely.box(west, south, east, north)


def area(slug: str = "kreuzberg", geometry: Polygon | MultiPolygon | None = None, kind: str = DISTRICT) -> Area:
    return Area(slug=slug, name=slug.title(), kind=kind, geometry=geometry or box(13, 52, 14, 53))


def slugs(areas: Areas, lat: float, lon: float) -> list[str]:
    return [one.slug for one in areas.at(Point(lat, lon))]


def test_a_position_has_all_areas_around_it_by_slug() -> None:
    areas = Areas([area("b"), area("c", box(13.5, 52, 14, 53)), area("a", kind=NEIGHBOURHOOD)])
    assert slugs(areas, 52.5, 13.2) == ["a", "b"]
    assert slugs(areas, 52.5, 13.7) == ["a", "b", "c"]
    assert slugs(areas, 51.5, 13.7) == []


def test_the_border_belongs_to_the_area() -> None:
    areas = Areas([area("east", box(13.5, 52, 14, 53)), area("west", box(13, 52, 13.5, 53))])
    assert slugs(areas, 52.5, 13.5) == ["east", "west"]
    assert slugs(areas, 52.0, 13.0) == ["west"]
    lats, lons = np.array([52.5, 52.0, 52.5]), np.array([13.5, 13.0, 14.1])
    assert areas.of_kind(DISTRICT, lats, lons).tolist() == [0, 1, -1]


def test_no_areas_hold_nothing() -> None:
    areas = Areas()
    assert (len(areas), slugs(areas, 52.5, 13.4), areas.find("mitte")) == (0, [], None)
    assert areas.of_kind(DISTRICT, np.array([52.5]), np.array([13.4])).tolist() == [-1]


def test_only_areas_of_the_kind_count() -> None:
    areas = Areas([area("a", kind=NEIGHBOURHOOD), area("b")])
    assert areas.of_kind(DISTRICT, np.array([52.5]), np.array([13.4])).tolist() == [1]


def test_many_points_have_the_districts_that_plain_contains_gives_them() -> None:
    districts = read_demo_districts()
    lats, lons = random_points(districts, 20_000)
    areas = Areas(area(f"{number:02}", one) for number, one in enumerate(districts))
    plain = districts_by_contains(districts, list(shapely.points(lons, lats)))
    found = areas.of_kind(DISTRICT, lats, lons)
    assert (found == plain).all()
    assert 0 < (found < 0).sum() < 20_000
    singly = [areas.at(Point(lat, lon)) for lat, lon in zip(lats[:200].tolist(), lons[:200].tolist(), strict=True)]
    assert [areas.find(one[0].slug) if one else -1 for one in singly] == found[:200].tolist()


COORDINATES = st.tuples(st.floats(-3, 3), st.floats(-3, 3))
CORNERS = st.lists(COORDINATES.map(list), min_size=3, max_size=12)


@given(rings=st.lists(CORNERS, min_size=1, max_size=3), points=st.lists(COORDINATES, min_size=1, max_size=50))
@settings(deadline=None)
def test_tiles_say_of_every_point_what_the_polygon_says(
    rings: list[list[list[float]]], points: list[tuple[float, float]]
) -> None:
    try:
        geometry = read_outline({"type": "Polygon", "coordinates": rings}).geometry
    except ValueError:
        return
    west, south, east, north = shapely.bounds(geometry)
    # Points that somebody thought of, the corners, and what lies as near to corners and middles of edges as it can.
    corners = shapely.get_coordinates(geometry)
    middles = (corners[1:] + corners[:-1]) / 2
    near = np.concatenate([corners, middles])
    tried = np.concatenate([np.array(points), near, np.nextafter(near, 9), np.nextafter(near, -9)])
    lons, lats = tried[(tried >= (west, south)).all(axis=1) & (tried <= (east, north)).all(axis=1)].T.copy()
    exact = shapely.intersects_xy(geometry, lons, lats)
    assert (is_inside(geometry, tiles_of(geometry), lons, lats) == exact).all()


@pytest.mark.parametrize(
    ("geometry", "lat", "lon", "radius_m"),
    [
        (box(13, 52, 14, 53), 52.5, 13.5, 65_430),
        (MultiPolygon([box(179, -17, 180, -16), box(-180, -17, -179, -16)]), -16.5, 180, 120_500),
        (box(-180, 80, 180, 90), 90, 0, 1_116_826),
    ],
)
def test_a_circle_goes_around_the_whole_area(
    geometry: Polygon | MultiPolygon, lat: float, lon: float, radius_m: float
) -> None:
    middle, metres = area(geometry=geometry).circle()
    assert middle.lat == pytest.approx(lat, abs=0.01)
    assert abs(middle.lon) == pytest.approx(lon, abs=0.01)
    assert metres == pytest.approx(radius_m, rel=0.01)


def test_an_area_around_null_island_has_a_middle() -> None:
    middle, _ = area(geometry=box(-1, -1, 1, 1)).circle()
    assert (middle.lat, middle.lon) == pytest.approx((0, 0), abs=1e-6)
