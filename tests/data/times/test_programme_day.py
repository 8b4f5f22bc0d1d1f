"""An evening lasts until five in the morning."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.times.programme_day import programme_day_begins_at, programme_on
from tests.data.factories import BERLIN

ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"]).map(ZoneInfo)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 (zone drawn)


@pytest.mark.parametrize(
    ("clock", "evening"),
    [("26 20:00", 26), ("27 00:30", 26), ("27 04:59", 26), ("27 05:00", 27), ("27 00:00", 26), ("26 23:59", 26)],
)
def test_a_screening_after_midnight_belongs_to_the_evening_before(clock: str, evening: int) -> None:
    moment = datetime.strptime(f"2026-11-{clock}", "%Y-%m-%d %H:%M").replace(tzinfo=BERLIN)
    assert programme_on(moment, BERLIN) == date(2026, 11, evening)


def test_the_evening_is_the_one_at_the_cinema_not_the_one_in_utc() -> None:
    assert programme_on(datetime(2026, 11, 27, 3, 30, tzinfo=UTC), BERLIN) == date(2026, 11, 26)
    assert programme_on(datetime(2026, 11, 27, 4, 0, tzinfo=UTC), BERLIN) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("day", "utc_hour", "hours"),
    [(date(2026, 3, 28), 4, 23), (date(2026, 10, 24), 3, 25), (date(2026, 11, 26), 4, 24)],
)
def test_a_programme_day_begins_at_five_by_the_clock_whatever_that_does(day: date, utc_hour: int, hours: int) -> None:
    begins_at = programme_day_begins_at(day, BERLIN)
    ends_at = programme_day_begins_at(day + timedelta(days=1), BERLIN)
    assert begins_at.astimezone(UTC).hour == utc_hour
    assert (begins_at.hour, ends_at.hour) == (5, 5)
    assert ends_at.astimezone(UTC) - begins_at.astimezone(UTC) == timedelta(hours=hours)


@given(MOMENTS, ZONES)
def test_a_moment_lies_within_its_programme_day(moment: datetime, zone: ZoneInfo) -> None:
    day = programme_on(moment, zone)
    begins_at, ends_at = (programme_day_begins_at(one, zone) for one in (day, day + timedelta(days=1)))
    assert begins_at.astimezone(UTC) <= moment < ends_at.astimezone(UTC)
