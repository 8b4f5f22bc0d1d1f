"""A window is completed as a person means it: from now, through tomorrow's evening; an evening lasts until five."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import QuestionError
from data.programme.question import window_of
from tests.data.factories import BERLIN


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


NOW = at("2026-11-22T18:00:30")
SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def test_without_a_wish_the_window_lasts_to_the_end_of_the_next_programme_day() -> None:
    window = window_of(NOW, BERLIN)
    assert (window.from_at, window.until_at, window.on) == (at("2026-11-22T18:00"), at("2026-11-24T05:00"), None)


def test_after_midnight_the_evening_is_still_the_one_before() -> None:
    window = window_of(at("2026-11-23T00:30"), BERLIN)
    assert (window.from_at, window.until_at) == (at("2026-11-23T00:30"), at("2026-11-24T05:00"))


def test_from_counts_in_whole_minutes() -> None:
    assert window_of(NOW, BERLIN, from_at=at("2026-11-22T20:15:59")).from_at == at("2026-11-22T20:15")


def test_the_default_end_follows_the_asked_beginning() -> None:
    assert window_of(NOW, BERLIN, from_at=at("2026-11-27T12:00")).until_at == at("2026-11-29T05:00")


def test_an_asked_end_stands() -> None:
    assert window_of(NOW, BERLIN, until_at=at("2026-11-22T19:00")).until_at == at("2026-11-22T19:00")


def test_a_window_over_the_change_of_clocks_ends_at_five_by_the_clock() -> None:
    window = window_of(at("2026-10-24T12:00"), BERLIN)
    assert window.until_at.astimezone(UTC) == datetime(2026, 10, 26, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize("until", ["2026-11-22T18:00", "2026-11-21T20:00"])
def test_a_window_that_ends_before_it_begins_is_refused(until: str) -> None:
    with pytest.raises(QuestionError, match="ends before it begins") as refusal:
        window_of(NOW, BERLIN, until_at=at(until))
    assert refusal.value.parameter == "until"


def test_an_evening_is_its_whole_programme_day() -> None:
    window = window_of(NOW, BERLIN, on=MONDAY)
    assert (window.from_at, window.until_at, window.on) == (at("2026-11-23T05:00"), at("2026-11-24T05:00"), MONDAY)


def test_an_evening_is_looked_for_in_all_zones() -> None:
    from_at, until_at = datetime(2026, 11, 22, 15, 0, tzinfo=UTC), datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
    assert window_of(NOW - timedelta(days=2), BERLIN, on=MONDAY).widest == (from_at, until_at)
    assert window_of(NOW, BERLIN, on=MONDAY).widest == (NOW.replace(second=0), until_at)


def test_this_evening_begins_now() -> None:
    window = window_of(NOW, BERLIN, on=SUNDAY)
    assert (window.from_at, window.until_at) == (at("2026-11-22T18:00"), at("2026-11-23T05:00"))


def test_after_midnight_this_evening_is_still_the_one_that_is_asked_for() -> None:
    assert window_of(at("2026-11-23T01:00"), BERLIN, on=SUNDAY).from_at == at("2026-11-23T01:00")


def test_an_evening_may_begin_at_an_asked_time() -> None:
    window = window_of(NOW, BERLIN, on=SUNDAY, from_at=at("2026-11-22T21:00"))
    assert window.from_at == at("2026-11-22T21:00")


def test_an_evening_that_has_ended_before_the_asked_time_is_refused() -> None:
    with pytest.raises(QuestionError, match="after the evening") as refusal:
        window_of(NOW, BERLIN, on=SUNDAY, from_at=at("2026-11-23T05:00"))
    assert refusal.value.parameter == "from"


def test_an_evening_and_an_end_are_not_asked_for_together() -> None:
    with pytest.raises(QuestionError, match="not for both") as refusal:
        window_of(NOW, BERLIN, on=SUNDAY, until_at=at("2026-11-23T05:00"))
    assert refusal.value.parameter == "on"


@pytest.mark.parametrize("on", [date.min, date.max])
def test_an_evening_at_the_end_of_the_calendar_is_refused(on: date) -> None:
    with pytest.raises(QuestionError) as refusal:
        window_of(NOW, BERLIN, on=on)
    assert refusal.value.parameter == "on"


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 (zone drawn)
def test_the_default_window_holds_one_to_two_evenings(now: datetime) -> None:
    window = window_of(now, BERLIN)
    length = window.until_at.astimezone(UTC) - window.from_at.astimezone(UTC)
    assert timedelta(hours=23) <= length <= timedelta(hours=49, minutes=1)
    assert window.from_at <= now < window.from_at + timedelta(minutes=1)
