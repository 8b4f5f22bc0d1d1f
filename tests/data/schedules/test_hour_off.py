"""A programme that moves by an hour as a whole is doubtful; anything less is a change like any other."""

from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from tests.data.factories import check_sheet, publish_sheet, row


def hours(*clocks: str) -> Sequence[dict[str, str]]:
    return [row(date=f"2026-11-{day}", time=clock) for day, clock in enumerate(clocks, start=26)]


def codes(house: Engine, *clocks: str) -> list[str]:
    publish_sheet(house, *hours(*["20:00"] * 5))
    return [problem.code for problem in check_sheet(house, *hours(*clocks)).problems]


@pytest.mark.parametrize(("clock", "way"), [("21:00", "later"), ("19:00", "earlier")])
def test_a_programme_that_moves_by_an_hour_is_doubtful(house: Engine, clock: str, way: str) -> None:
    assert codes(house, *[clock] * 5) == ["hour-off"]
    [problem] = check_sheet(house, *hours(*[clock] * 5)).problems
    assert f"5 screenings move, all of them exactly an hour {way}" in problem.message
    assert problem.row is None


@pytest.mark.parametrize(
    "clocks",
    [
        ["20:30"] * 5,
        ["21:00"] * 4 + ["20:00"],
        ["21:00"] * 4 + ["19:00"],
        ["21:00"] * 4,
        ["20:00"] * 5,
    ],
)
def test_what_moves_otherwise_or_in_part_is_not(house: Engine, clocks: list[str]) -> None:
    assert codes(house, *clocks) == []
