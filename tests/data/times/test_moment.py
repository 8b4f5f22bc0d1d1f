"""Moments are read as people and programs write them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.times.moment import read_moment
from tests.data.factories import BERLIN

EVENING = datetime(2026, 7, 24, 18, 0, tzinfo=BERLIN)


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-24T18:00",
        "2026-07-24 18:00",
        " 2026-07-24T18:00:00 ",
        "2026-07-24T16:00Z",
        "2026-07-24T18:00+02:00",
        "2026-07-24T18:00 02:00",
        "2026-07-24T12:00-04:00",
    ],
)
def test_a_moment_is_read_with_and_without_an_offset(text: str) -> None:
    moment = read_moment(text, BERLIN)
    assert moment == EVENING
    assert moment is not None
    assert moment.tzinfo is BERLIN


def test_a_date_alone_is_its_midnight() -> None:
    assert read_moment("2026-07-24", BERLIN) == EVENING.replace(hour=0)


@pytest.mark.parametrize("text", ["", "now", "18:00", "2026-13-01", "2026-07-24T25:00", "24.07.2026", "2026-07-24T"])
def test_a_text_that_is_no_moment_is_none(text: str) -> None:
    assert read_moment(text, BERLIN) is None


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59-12:00", "0001-01-01T00:00+12:00"])
def test_a_moment_at_the_end_of_the_calendar_is_none(text: str) -> None:
    assert read_moment(text, BERLIN) is None


def test_a_time_that_the_clocks_skip_is_taken_an_hour_later() -> None:
    assert read_moment("2026-03-29T02:30", BERLIN) == datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN)


@given(st.text() | st.datetimes().map(str) | st.datetimes().map(lambda moment: f"{moment}+14:00"))
def test_any_text_can_be_asked_for_a_moment(text: str) -> None:
    read_moment(text, BERLIN)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(BERLIN), allow_imaginary=False))  # noqa: DTZ001 (zone drawn)
def test_a_moment_comes_back_as_it_was_written(moment: datetime) -> None:
    assert read_moment(moment.isoformat(), BERLIN) == moment
