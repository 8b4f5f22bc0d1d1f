"""Dates and times are read from cells, and what is none is none."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.times.cells import read_date, read_time


@pytest.mark.parametrize(
    "text", ["2026-11-26", "26.11.2026", "26.11.26", "26/11/2026", "Do 26.11.2026", "Do., 26.11.2026"]
)
def test_a_date_is_read_in_the_forms_that_cinemas_write(text: str) -> None:
    assert read_date(text) == date(2026, 11, 26)


@pytest.mark.parametrize("text", ["", "26.11.", "2026-02-30", "31.11.2026", "Donnerstag", "11/26/2026", "46352"])
def test_a_text_that_is_no_date_with_a_year_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["0001-01-01", "01.01.0026", "9999-12-31"])
def test_a_year_in_which_no_cinema_plays_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["20:15", "20.15", "20:15 Uhr", "20.15 uhr", "20:15Uhr", "20:15:00"])
def test_a_time_is_read_in_the_forms_that_cinemas_write(text: str) -> None:
    assert read_time(text) == time(20, 15)


@pytest.mark.parametrize(("text", "clock"), [("0:00", time(0, 0)), ("9:05", time(9, 5)), ("23:59", time(23, 59))])
def test_a_time_may_stand_anywhere_in_the_day(text: str, clock: time) -> None:
    assert read_time(text) == clock


@pytest.mark.parametrize("text", ["", "24:00", "20:60", "2o:15", "20", "20:1", "20:15:30", "ganztags", "-1:00"])
def test_a_text_that_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_date_comes_back_as_it_was_written(day: date) -> None:
    assert read_date(day.isoformat()) == read_date(day.strftime("%d.%m.%Y")) == day


@given(st.text())
def test_any_text_can_be_asked_for_a_date_and_a_time(text: str) -> None:
    read_date(text)
    read_time(text)
