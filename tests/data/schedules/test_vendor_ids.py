"""A vendor's id follows a screening that moves; an id that was given to another screening takes nothing away."""

import pytest
from sqlalchemy import Engine

from data.schedules.plan import Mode
from tests.data.factories import add_film, publish_sheet, row, stored

TUESDAY, WEDNESDAY = "2026-11-24", "2026-11-25"


def shown(engine: Engine) -> list[tuple[int, str, str]]:
    return [(one.id, one.starts, one.title) for one in stored(engine) if one.status != "cancelled"]


@pytest.fixture
def week(house: Engine) -> Engine:
    """Give a house that shows something until Wednesday, numbered from 1."""
    add_film(house, "Dune")
    publish_sheet(house, row(TUESDAY, source_id="1"), row(WEDNESDAY, title="Dune", source_id="2"))
    return house


@pytest.mark.parametrize("mode", Mode)
def test_numbers_that_begin_anew_every_week_take_nothing_from_this_one(week: Engine, mode: Mode) -> None:
    rows = [row(title="Dune", source_id="1"), row("2026-11-27", title="Dune", source_id="2")]
    assert publish_sheet(week, *rows, mode=mode).counts.added == 2
    assert [(number, starts) for number, starts, _ in shown(week)] == [
        (1, "24 20:00"),
        (2, "25 20:00"),
        (3, "26 20:00"),
        (4, "27 20:00"),
    ]
    assert publish_sheet(week, *rows, mode=mode).state == "unchanged"


@pytest.mark.parametrize("mode", Mode)
def test_an_id_of_a_film_takes_nothing_from_this_week(house: Engine, mode: Mode) -> None:
    publish_sheet(house, row(TUESDAY, source_id="film-7"))
    publish_sheet(house, row(source_id="film-7"), row("2026-11-27", source_id="film-7"), mode=mode)
    assert [starts for _, starts, _ in shown(house)] == ["24 20:00", "26 20:00", "27 20:00"]


def test_an_id_of_one_screening_follows_it_into_the_next_week(week: Engine) -> None:
    publish_sheet(week, row("2026-11-27", source_id="1"))
    assert shown(week) == [(2, "25 20:00", "Dune"), (1, "27 20:00", "Red Rocket")]


def test_rows_that_are_numbered_stay_what_they_are_when_one_goes(week: Engine) -> None:
    rows = [
        row(time="18:00", title="Dune", source_id="1"),
        row(title="Red Rocket", source_id="2"),
        row(title="Dune", auditorium="Kino 2", source_id="3"),
        row(time="23:00", title="Red Rocket", source_id="4"),
    ]
    publish_sheet(week, *rows)
    before = shown(week)
    left = [one | {"source_id": str(number)} for number, one in enumerate(rows[1:], start=1)]
    publish_sheet(week, *left)
    assert shown(week) == [one for one in before if one[1] != "26 18:00"]


def test_a_title_that_is_corrected_keeps_the_id(house: Engine) -> None:
    publish_sheet(house, row(title="Rad Rakete", source_id="1"))
    publish_sheet(house, row(title="Red Rocket", source_id="1"))
    assert shown(house) == [(1, "26 20:00", "Red Rocket")]
