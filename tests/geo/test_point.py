"""A position is checked when it is made, and its errors keep it private."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import NullIslandError, PositionError, PositionOutOfRangeError, PositionUnreadableError
from geo.point import Point, read_point


@given(st.floats(-90, 90), st.floats(-180, 180).filter(lambda lon: lon != 0))
def test_every_place_on_earth_is_a_point(lat: float, lon: float) -> None:
    point = Point(lat, lon)
    assert (point.lat, point.lon) == (lat, lon)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(90.001, 0.0), (-91.0, 5.0), (139.7, 35.6), (52.5, 180.001), (52.5, -200.0), (math.nan, 13.4), (52.5, math.inf)],
)
def test_what_lies_off_the_globe_is_refused(lat: float, lon: float) -> None:
    with pytest.raises(PositionOutOfRangeError):
        Point(lat, lon)


def test_a_latitude_that_could_be_a_longitude_asks_whether_they_are_swapped() -> None:
    with pytest.raises(PositionOutOfRangeError, match="swapped"):
        Point(139.69, 35.68)


@pytest.mark.parametrize("zero", [0.0, -0.0])
def test_null_island_is_what_a_device_says_that_knows_nothing(zero: float) -> None:
    with pytest.raises(NullIslandError):
        Point(zero, 0.0)


@pytest.mark.parametrize(
    "text",
    ["152.12345,13.45678", "52.12345,513.45678", "52.12345;13.45678", "12345.678 nowhere", "95°12'34\"N 13°45'E"],
)
def test_an_error_does_not_repeat_the_position(text: str) -> None:
    with pytest.raises(PositionError) as caught:
        read_point(text)
    assert not any(digits in str(caught.value) for digits in ("12345", "45678", "12'34"))


def test_a_point_does_not_show_its_position() -> None:
    assert "52" not in repr(Point(52.12345, 13.45678))


@pytest.mark.parametrize(
    "text",
    [
        "52.5,13.4",
        "52.5, 13.4",
        " 52.5  13.4 ",
        "+52.5,+13.4",
        "52°30'0\"N 13°24'0\"E",
        "52° 30′ N, 13° 24′ E",
        "52.5N 13.4E",
    ],
)
def test_a_written_position_is_read(text: str) -> None:
    point = read_point(text)
    assert point.lat == pytest.approx(52.5)
    assert point.lon == pytest.approx(13.4)


def test_south_and_west_are_negative() -> None:
    assert read_point("33°52'S 70°40'W").lat < 0
    assert read_point("33°52'S 70°40'W").lon < 0
    assert read_point("-33.9,-70.7") == Point(-33.9, -70.7)


def test_a_written_longitude_does_not_run_around_the_globe() -> None:
    with pytest.raises(PositionOutOfRangeError):
        read_point("52°30'N 373°24'E")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "52.5",
        "52.5,",
        "1,2,3",
        "Berlin",
        "52,5 13,4",
        "N E",
        "here,there",
        "°",
        "NOWHERE",
        "Oranienstraße 25, 10999",
        "Neukölln 12 5",
        "52.5N 13.4E 3km",
    ],
)
def test_what_is_no_pair_of_coordinates_is_unreadable(text: str) -> None:
    with pytest.raises(PositionUnreadableError, match="Write latitude and longitude"):
        read_point(text)


@given(st.text())
def test_any_text_is_a_point_or_a_position_error(text: str) -> None:
    try:
        read_point(text)
    except PositionError:
        return


@given(st.text("0123456789.,-+ °'′\"″NSEWO", max_size=30))
def test_anything_like_a_position_is_a_point_or_a_position_error(text: str) -> None:
    try:
        read_point(text)
    except PositionError:
        return
