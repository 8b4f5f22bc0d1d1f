"""The dates of a column explain each other: which number is the day, which year is meant, what is a slip."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.times.cells import read_date_cell
from data.times.date_column import DateColumn, date_column
from data.times.date_order import order_of_country
from data.times.written import Order

NOW = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def column_of(*texts: str, country: str = "DE", today: date = NOW) -> DateColumn:
    return date_column([read_date_cell(text) for text in texts], country, today)


def days(*texts: str, country: str = "DE", today: date = NOW) -> list[str]:
    column = column_of(*texts, country=country, today=today)
    return [str(column.day_of(written)) for text in texts if (written := read_date_cell(text).date)]


def unclear(*texts: str, country: str = "DE") -> list[bool]:
    column = column_of(*texts, country=country)
    return [column.is_unclear(written) for text in texts if (written := read_date_cell(text).date)]


@pytest.mark.parametrize(
    ("country", "order"),
    [
        *(("DE", Order.DAY_FIRST), ("GB", Order.DAY_FIRST), ("FR", Order.DAY_FIRST), ("BE", Order.DAY_FIRST)),
        *(("US", Order.MONTH_FIRST), ("PH", Order.MONTH_FIRST), ("JP", None), ("SE", None), ("", None), ("??", None)),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_country(country: str, order: Order | None) -> None:
    assert order_of_country(country) == order


def test_the_same_numbers_are_another_day_in_america() -> None:
    assert days("7/8/2026", country="US") == ["2026-07-08"]
    assert days("7/8/2026", country="GB") == ["2026-08-07"]
    assert unclear("7/8/2026", country="US") == unclear("7/8/2026", country="GB") == [False]


def test_a_cell_that_can_only_be_read_one_way_explains_the_others() -> None:
    assert days("7/8/2026", "7/24/2026", country="DE") == ["2026-07-08", "2026-07-24"]
    assert days("7/8/2026", "24/7/2026", country="US") == ["2026-08-07", "2026-07-24"]


def test_a_weekday_explains_which_number_is_the_day() -> None:
    assert days("Fri 7/8/2026", "8/8/2026", country="US") == ["2026-08-07", "2026-08-08"]
    assert days("Wed 7/8/2026", "9/8/2026", country="GB") == ["2026-07-08", "2026-09-08"]


@pytest.mark.parametrize(
    ("texts", "country"), [(["7/8/2026"], "CA"), (["7/8/2026", "24/7/2026", "7/24/2026"], "DE"), (["7/8"], "JP")]
)
def test_where_nothing_decides_the_day_is_first_and_doubtful(texts: list[str], country: str) -> None:
    assert days(*texts, country=country)[0] == "2026-08-07"
    assert unclear(*texts, country=country)[0]


def test_where_both_numbers_are_the_same_nothing_is_doubtful() -> None:
    assert unclear("7/7/2026", country="CA") == [False]


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        *(("26.11.", NOW, "2026-11-26"), ("20.11.", NOW, "2026-11-20"), ("02.01.", NOW, "2027-01-02")),
        *(("31.12.", date(2027, 1, 3), "2026-12-31"), ("01.01.", date(2026, 12, 31), "2027-01-01")),
        *(("29.02.", date(2027, 12, 1), "2028-02-29"), ("24.07.", NOW, "2026-07-24")),
    ],
)
def test_without_a_year_the_nearest_day_is_meant(text: str, today: date, day: str) -> None:
    assert days(text, today=today) == [day]


def test_a_column_without_years_runs_on_into_the_new_one() -> None:
    assert days("28.12.", "31.12.", "02.01.", "06.01.") == ["2026-12-28", "2026-12-31", "2027-01-02", "2027-01-06"]
    assert days("02.01.", "28.12.", today=date(2027, 1, 4)) == ["2027-01-02", "2026-12-28"]


def test_a_summer_is_not_cut_in_two_where_half_of_it_is_nearer_from_the_other_side() -> None:
    summer = [f"01.{month:02}." for month in range(3, 10)]
    assert {day[:4] for day in days(*summer, today=date(2026, 12, 20))} == {"2027"}


def test_a_day_that_the_year_does_not_have_is_none() -> None:
    assert days("28.02.", "29.02.", today=date(2027, 2, 1)) == ["2027-02-28", "None"]


def test_a_day_far_from_all_others_is_told_apart() -> None:
    column = column_of("2026-11-26", "2026-11-27", "2062-11-28", "2027-01-01")
    assert column.usual == (date(2026, 11, 26), date(2027, 1, 1))
    assert column.is_far_off(date(2062, 11, 28))
    assert not column.is_far_off(date(2026, 12, 24))


def test_of_two_days_far_apart_the_one_nearer_to_today_is_usual() -> None:
    assert column_of("2027-11-26", "2026-11-26").usual == (date(2026, 11, 26), date(2026, 11, 26))


def test_a_column_of_midnights_has_no_times() -> None:
    assert not column_of("2026-11-26 00:00:00", "2026-11-27 00:00").has_times
    assert column_of("2026-11-26 00:00:00", "2026-11-27 20:15").has_times


def test_a_column_without_a_date_says_nothing() -> None:
    assert column_of("", "?") == DateColumn(Order.DAY_FIRST, None, has_times=False)


@given(DAYS, DAYS)
def test_a_day_without_its_year_is_never_more_than_half_a_year_away(on: date, today: date) -> None:
    (day,) = days(f"{on.day}.{on.month}.", today=today)
    if (on.month, on.day) != (2, 29):
        assert abs(date.fromisoformat(day) - today) <= timedelta(days=183)


@given(DAYS, st.lists(st.integers(0, 90), min_size=1, max_size=20), st.integers(-60, 60))
def test_a_season_keeps_its_days_when_it_loses_its_year(first: date, later: list[int], ago: int) -> None:
    season = [first + timedelta(days=number) for number in later]
    printed = [f"{day.day}.{day.month}." for day in season]
    assert days(*printed, today=min(season) + timedelta(days=ago)) == [str(day) for day in season]
