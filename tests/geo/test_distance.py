"""Distances are geodesic to the millimetre, and the order that they give is stable."""

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from geopy.distance import geodesic
from hypothesis import example, given
from hypothesis import strategies as st

from geo.distance import distances_m, nearest_first
from geo.point import Point

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)
POINTS = st.builds(Point, LATS, LONS.filter(lambda lon: lon != 0))
BERLIN = Point(52.5, 13.4)


def between(one: Point, other: Point) -> float:
    return float(distances_m(one, np.array([other.lat]), np.array([other.lon]))[0])


@given(POINTS, POINTS)
@example(Point(90, 13.4), Point(-90, 100))
@example(Point(89.9999, 10), Point(89.9999, -170))
@example(Point(-16.8, 179.999), Point(-16.8, -179.999))
@example(Point(10, 180), Point(10, -180))
@example(Point(0, 10), Point(0, -170))
@example(Point(0.5, 10), Point(-0.5, -169.7))
def test_a_distance_is_the_geodesic_of_the_reference(one: Point, other: Point) -> None:
    reference = Geodesic.WGS84.Inverse(one.lat, one.lon, other.lat, other.lon, Geodesic.DISTANCE)["s12"]
    assert between(one, other) == pytest.approx(reference, abs=0.001)


@given(st.floats(47, 55), st.floats(6, 15))
def test_a_distance_in_a_country_is_what_geopy_says(lat: float, lon: float) -> None:
    reference = geodesic((BERLIN.lat, BERLIN.lon), (lat, lon)).meters
    assert between(BERLIN, Point(lat, lon)) == pytest.approx(reference, abs=0.001)


@given(POINTS, POINTS)
def test_there_is_as_far_as_back(one: Point, other: Point) -> None:
    assert between(one, other) == pytest.approx(between(other, one), abs=0.001)


@given(POINTS)
def test_a_point_is_at_no_distance_from_itself(point: Point) -> None:
    assert between(point, point) == pytest.approx(0, abs=1e-6)


def test_across_the_date_line_is_near() -> None:
    assert between(Point(-16.8, 179.999), Point(-16.8, -179.999)) < 250


def test_many_are_measured_at_once_and_left_as_they_were() -> None:
    lats, lons = np.array([52.5, 48.1, -33.9]), np.array([13.4, 11.6, 151.2])
    metres = distances_m(BERLIN, lats, lons)
    assert metres.tolist() == [between(BERLIN, Point(*pair)) for pair in zip(lats, lons, strict=True)]
    assert lats.tolist() == [52.5, 48.1, -33.9]
    assert lons.tolist() == [13.4, 11.6, 151.2]


def test_to_no_place_there_are_no_distances() -> None:
    assert distances_m(BERLIN, np.array([]), np.array([])).shape == (0,)


def test_the_nearest_comes_first() -> None:
    assert nearest_first(np.array([300.0, 100.0, 200.0])).tolist() == [1, 2, 0]


def test_mirror_images_left_and_right_of_the_asker_are_equally_far_whatever_floating_point_says() -> None:
    steps = np.arange(1, 200) / 10_000
    right = distances_m(BERLIN, np.full(199, 52.5), np.round(13.4 + steps, 6))
    left = distances_m(BERLIN, np.full(199, 52.5), np.round(13.4 - steps, 6))
    assert (left > right).any()
    for pair in zip(left, right, strict=True):
        assert nearest_first(np.array(pair)).tolist() == [0, 1]


def test_a_millimetre_is_a_difference() -> None:
    assert nearest_first(np.array([1000.001, 1000.0])).tolist() == [1, 0]
    assert nearest_first(np.array([1000.0001, 1000.0])).tolist() == [0, 1]


@given(st.lists(st.sampled_from([1.0, 2.0, 3.0]), min_size=2))
def test_equal_distances_keep_the_order_of_their_slugs(metres: list[float]) -> None:
    by_distance_and_slug = sorted(range(len(metres)), key=lambda index: (metres[index], index))
    assert nearest_first(np.array(metres)).tolist() == by_distance_and_slug
