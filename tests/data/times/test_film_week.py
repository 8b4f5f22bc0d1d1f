"""A film week begins on the day on which the country's cinemas change their programme."""

from datetime import date, timedelta

import pytest

from data.times.film_week import film_week_begins_on

# A Thursday.
RELEASE = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("country", "first_on"), [("DE", RELEASE), ("FR", date(2026, 11, 25)), ("US", date(2026, 11, 27))]
)
def test_it_lasts_seven_days(country: str, first_on: date) -> None:
    days = [first_on + timedelta(days=number) for number in range(7)]
    assert {film_week_begins_on(day, country) for day in days} == {first_on}
    assert film_week_begins_on(first_on - timedelta(days=1), country) == first_on - timedelta(days=7)
    assert film_week_begins_on(first_on + timedelta(days=7), country) == first_on + timedelta(days=7)


def test_of_a_country_that_nobody_knows_it_begins_on_thursday() -> None:
    assert film_week_begins_on(RELEASE, "AQ") == RELEASE
