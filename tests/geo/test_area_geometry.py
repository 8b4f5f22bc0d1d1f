"""Outlines as files have them: over the date line, around the poles, invalid ones, and what is none at all."""

from itertools import pairwise
from typing import Any

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon

from geo.area import Area, Areas
from geo.area_file import read_features
from geo.area_geometry import read_outline
from geo.errors import AreaError, AreaFileError
from geo.point import Point

Corners = list[tuple[float, float]]
SQUARE: Corners = [(13, 52), (14, 52), (14, 53), (13, 53), (13, 52)]


def polygon(*rings: Corners) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in ring] for ring in rings]}


def holds(geometry: Polygon | MultiPolygon, lat: float, lon: float) -> bool:
    return bool(Areas([Area(slug="a", name="A", kind="district", geometry=geometry)]).at(Point(lat, lon)))


def test_a_plain_outline_stays_as_it_is() -> None:
    outline = read_outline(polygon(SQUARE))
    assert outline.repair is None
    assert outline.geometry.equals(shapely.box(13, 52, 14, 53))


def test_an_open_ring_is_closed_and_its_direction_does_not_matter() -> None:
    assert read_outline(polygon(SQUARE[:-1])).geometry.equals(read_outline(polygon(SQUARE[::-1])).geometry)


FIJI: list[dict[str, Any]] = [
    polygon([(177, -19), (-178, -19), (-178, -16), (177, -16), (177, -19)]),
    polygon([(177, -19), (182, -19), (182, -16), (177, -16), (177, -19)]),
    polygon([(-183, -19), (-178, -19), (-178, -16), (-183, -16), (-183, -19)]),
    {
        "type": "MultiPolygon",
        "coordinates": [
            polygon([(177, -19), (180, -19), (180, -16), (177, -16), (177, -19)])["coordinates"],
            polygon([(-180, -19), (-178, -19), (-178, -16), (-180, -16), (-180, -19)])["coordinates"],
        ],
    },
]


@pytest.mark.parametrize("written", FIJI, ids=["short way", "beyond 180", "beyond -180", "split"])
def test_an_area_over_the_date_line_is_the_same_however_it_is_written(written: dict[str, Any]) -> None:
    outline = read_outline(written)
    assert outline.repair is None
    assert outline.geometry.bounds == (-180, -19, 180, -16)
    assert outline.geometry.area == pytest.approx(15)
    assert [holds(outline.geometry, -17, lon) for lon in (176, 178, 180, -180, -179, -177, 0)] == [
        *(False, True, True, True, True, False, False)
    ]


def test_a_hole_over_the_date_line_stays_one() -> None:
    geometry = read_outline(
        polygon([(175, -20), (-175, -20), (-175, -10), (175, -10)], [(179, -16), (-179, -16), (-179, -14), (179, -14)])
    ).geometry
    assert [holds(geometry, -15, lon) for lon in (178, 179.5, 180, -179.5, -178)] == [True, False, False, False, True]


POLAR: list[tuple[Corners, float]] = [
    ([(0, 80), (90, 80), (180, 80), (-90, 80)], 1),
    ([(0, 80), (-90, 80), (180, 80), (90, 80)], 1),
    ([(0, -80), (90, -80), (180, -80), (-90, -80)], -1),
    ([(-180, -80), (-180, -90), (180, -90), (180, -80), (90, -80), (0, -80), (-90, -80)], -1),
]


@pytest.mark.parametrize(("corners", "sign"), POLAR, ids=["north", "westward", "south", "along the edge of the map"])
def test_an_outline_around_a_pole_encloses_it(corners: Corners, sign: int) -> None:
    outline = read_outline(polygon(corners))
    assert outline.repair is None
    assert outline.geometry.area == pytest.approx(3600)
    for lon in (-180, -120, 0, 45, 180):
        assert holds(outline.geometry, 85 * sign, lon)
        assert holds(outline.geometry, 90 * sign, lon)
        assert not holds(outline.geometry, 75 * sign, lon)
        assert not holds(outline.geometry, -85 * sign, lon)


@pytest.mark.parametrize(
    ("written", "area", "sentence"),
    [
        (polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), 0.5, "self-intersection at 0.5 0.5"),
        (polygon([(0, 0), (4, 0), (4, 4), (0, 4)], [(5, 1), (6, 1), (6, 2)]), 16, "a hole lies outside"),
        (
            {"type": "MultiPolygon", "coordinates": [polygon(SQUARE)["coordinates"], polygon(SQUARE)["coordinates"]]},
            1,
            "some of its parts overlap",
        ),
    ],
)
def test_an_invalid_outline_is_repaired_and_says_so(written: dict[str, Any], area: float, sentence: str) -> None:
    outline = read_outline(written)
    assert outline.geometry.is_valid
    assert outline.geometry.area == pytest.approx(area)
    assert outline.repair is not None
    assert sentence in outline.repair


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (None, "no geometry"),
        ("Polygon", "no geometry"),
        ({"type": "Point", "coordinates": [13, 52]}, "this is 'Point'"),
        ({"type": "Polygon"}, "this is 'Polygon'"),
        ({"type": "Polygon", "coordinates": []}, "no outline"),
        ({"type": "MultiPolygon", "coordinates": []}, "no polygon"),
        ({"type": "MultiPolygon", "coordinates": [3]}, "no outline"),
        ({"type": "GeometryCollection", "geometries": []}, "no polygon"),
        (polygon([(13, 52), (14, 52)]), "fewer than three corners"),
        (polygon([(13, 52), (14, 52), (15, 52), (13, 52)]), "encloses nothing"),
        ({"type": "Polygon", "coordinates": [[[13, 52], [14, "x"], [14, 53]]]}, "no pair of numbers"),
        ({"type": "Polygon", "coordinates": [[[13, 52], [14], [14, 53]]]}, "no pair of numbers"),
        ({"type": "Polygon", "coordinates": [[[13, 52], None, [14, 53]]]}, "no pair of numbers"),
        ({"type": "Polygon", "coordinates": [[[13, 52], [10**400, 52], [14, 53]]]}, "no pair of numbers"),
        (polygon([(13, 52), (float("inf"), 52), (14, 53)]), "longitude that is none"),
        (polygon([(390_000, 5_820_000), (391_000, 5_820_000), (391_000, 5_821_000)]), "longitude that is none"),
        (polygon([(52, 113), (53, 113), (53, 114)]), "are the two swapped"),
        (polygon([(0, 0)] * 200_001), "Simplify it"),
    ],
)
def test_what_is_no_area_is_refused_with_a_reason(written: object, sentence: str) -> None:
    with pytest.raises(AreaError, match=sentence):
        read_outline(written)


def test_collections_of_polygons_are_one_area() -> None:
    deep: dict[str, Any] = {"type": "GeometryCollection", "geometries": [polygon(SQUARE), polygon(SQUARE[:-1])]}
    assert read_outline(deep).geometry.equals(shapely.box(13, 52, 14, 53))
    for _ in range(9):
        deep = {"type": "GeometryCollection", "geometries": [deep]}
    with pytest.raises(AreaError, match="no geometry"):
        read_outline(deep)


LONGITUDES = st.integers(-180, 180).map(float)


@given(
    corners=st.lists(st.tuples(LONGITUDES, st.integers(-90, 90).map(float)), min_size=3, max_size=8),
    turn=st.sampled_from([-360.0, 360.0]),
)
@settings(deadline=None)
def test_any_outline_becomes_a_valid_one_or_is_refused(corners: Corners, turn: float) -> None:
    try:
        geometry = read_outline(polygon(corners)).geometry
    except AreaError:
        return
    assert geometry.is_valid
    assert geometry.geom_type in ("Polygon", "MultiPolygon")
    west, south, east, north = geometry.bounds
    assert -180 <= west < east <= 180
    assert -90 <= south < north <= 90
    # A corner is where it is, however its longitude is counted; half around the Earth, no way is the shorter one, and
    # at a pole none is.
    (lon, lat), *others = corners
    is_plain = all((one - other) % 360 != 180 for one, other in pairwise([lon, *(each for each, _ in others), lon]))
    if abs(lon) < 180 and is_plain and all(abs(each) < 90 for _, each in corners):
        counted_on = read_outline(polygon([(lon + turn, lat), *others])).geometry
        assert counted_on.symmetric_difference(geometry).area == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b"\xff\xfe", b'{"type": "Topology"}', b'"x"', b"[" * 100_000, b"NaN"]
)
def test_a_file_that_is_no_geojson_is_refused(content: bytes) -> None:
    with pytest.raises(AreaFileError, match="no GeoJSON"):
        read_features(content)


def test_a_collection_a_feature_and_a_bare_geometry_are_read() -> None:
    square = b'{"type": "Polygon", "coordinates": [[[13, 52], [14, 52], [14, 53]]]}'
    feature = b'{"type": "Feature", "properties": {"name": "A"}, "geometry": ' + square + b"}"
    collection = b'\xef\xbb\xbf{"type": "FeatureCollection", "features": [' + feature + b', 7, {"properties": []}]}'
    assert [one.properties for one in read_features(collection)] == [{"name": "A"}, {}, {}]
    assert [one.geometry for one in read_features(collection)][1:] == [None, None]
    assert read_features(feature)[0].properties == {"name": "A"}
    assert read_outline(read_features(square)[0].geometry).geometry.area == 0.5
