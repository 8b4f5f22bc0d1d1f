"""What a row that cannot be read may mean is kept: nothing goes because of a slip in a file."""

import pytest
from sqlalchemy import Engine

from tests.data.factories import add_film, check_sheet, publish_sheet, row, starts

GRID = "Programm 26.11. – 02.12.2026\nFilm;Do;Fr\nRed Rocket;20:15 00:30;20:15\n"
SHIFTED = (
    "date;time;title;version;auditorium\n"
    "2026-11-26;20:00;Red; Rocket;{};Kino 1\n"
    "2026-11-27;20:00;Red Rocket;OmU;Kino 1\n"
)


@pytest.mark.parametrize("cell", ["2o:15 0o:30", "20:15 0o:30", "20:15 / 0:3O Uhr", "abends"])
def test_a_cell_of_a_grid_that_cannot_be_read_keeps_the_night_too(house: Engine, cell: str) -> None:
    publish_sheet(house, content=GRID.encode())
    report = publish_sheet(house, content=GRID.replace("20:15 00:30", cell).encode())
    assert report.counts.errors > 0
    assert starts(house) == ["26 20:15", "27 00:30", "27 20:15"]


def test_a_row_of_a_business_date_without_its_time_keeps_the_night_too(house: Engine) -> None:
    night = row(date="", time="00:30", business_date="2026-11-26")
    publish_sheet(house, row(business_date="2026-11-26"), night)
    report = check_sheet(house, row(business_date="2026-11-26"), night | {"time": "oo:30"})
    assert (report.counts.kept, report.counts.removed) == (1, 0)


def test_a_row_whose_cells_are_shifted_may_be_any_film_at_its_time(house: Engine) -> None:
    add_film(house, "Red")
    publish_sheet(house, row(), row("2026-11-27"))
    report = check_sheet(house, content=SHIFTED.format("OmU").encode())
    assert (report.counts.kept, report.counts.removed) == (1, 0)


def test_a_row_whose_cells_are_shifted_says_nothing_of_auditoriums(house: Engine) -> None:
    publish_sheet(house, row(), row("2026-11-27"), row("2026-11-26", "22:45", auditorium="Kino 2"))
    report = check_sheet(house, content=SHIFTED.format("").encode())
    assert report.scope is not None
    assert (report.scope.auditoriums, report.counts.removed) == (["Kino 1"], 0)


def test_a_time_that_does_not_exist_may_be_any_time_of_that_night(house: Engine) -> None:
    publish_sheet(house, row("2027-03-28", "03:15"), row("2027-03-27"))
    report = check_sheet(house, row("2027-03-28", "02:15"), row("2027-03-27"), row("2027-03-28"))
    assert (report.counts.errors, report.counts.kept, report.counts.removed) == (1, 1, 0)
