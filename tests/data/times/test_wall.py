"""What a clock at the cinema shows is a moment, also in the two nights that have another number of hours."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.times.wall import Doubt, Instant, instant_of, minutes_later, whole_minute
from tests.data.factories import BERLIN

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(("day", "hour"), [(date(2026, 7, 1), 18), (date(2026, 11, 26), 19)])
def test_a_wall_time_is_a_moment_in_summer_and_in_winter(day: date, hour: int) -> None:
    expected = datetime.combine(day, time(hour), tzinfo=UTC)
    assert instant_of(day, time(20, 0), BERLIN) == Instant(expected)


def test_a_time_that_the_clocks_skip_is_missing() -> None:
    instant = instant_of(SPRING, time(2, 30), BERLIN)
    assert instant == Instant(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), Doubt.MISSING)


@pytest.mark.parametrize("clock", [time(1, 59), time(3, 0)])
def test_the_minutes_beside_the_gap_exist(clock: time) -> None:
    assert instant_of(SPRING, clock, BERLIN).doubt is None


def test_a_time_that_comes_twice_is_the_first_of_the_two() -> None:
    instant = instant_of(AUTUMN, time(2, 30), BERLIN)
    assert instant == Instant(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), Doubt.TWICE)


@pytest.mark.parametrize("clock", [time(1, 59), time(3, 0)])
def test_the_minutes_beside_the_doubled_hour_come_once(clock: time) -> None:
    assert instant_of(AUTUMN, clock, BERLIN).doubt is None


@given(DAYS, st.times())
def test_a_moment_without_doubt_shows_the_same_clock(day: date, clock: time) -> None:
    instant = instant_of(day, clock, BERLIN)
    if instant.doubt is not Doubt.MISSING:
        assert instant.at.astimezone(BERLIN).replace(tzinfo=None) == datetime.combine(day, clock)


def test_minutes_later_are_minutes_that_really_pass() -> None:
    before = datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN)
    later = minutes_later(before, 120)
    assert later - before.astimezone(UTC) == timedelta(hours=2)
    assert (later.hour, later.utcoffset()) == (2, timedelta(hours=1))


def test_seconds_are_cut_off() -> None:
    moment = datetime(2026, 11, 26, 20, 15, 59, 999_999, tzinfo=BERLIN)
    assert whole_minute(moment) == datetime(2026, 11, 26, 20, 15, tzinfo=BERLIN)
