"""Two films in one auditorium at once are doubtful; Red Rocket lasts 130 minutes."""

import pytest
from sqlalchemy import Engine

from tests.data.factories import add_film, check_sheet, row


def clashes(house: Engine, *rows: dict[str, str]) -> list[tuple[int | None, str | None]]:
    problems = check_sheet(house, *rows).problems
    return [(problem.row, problem.value) for problem in problems if problem.code == "auditorium-taken"]


@pytest.mark.parametrize(
    "other", [row(time="22:09", title="Dune"), row(version="DF"), row(time="18:01", title="Dune"), row(time="20:15")]
)
def test_what_begins_while_another_film_runs_is_doubtful(house: Engine, other: dict[str, str]) -> None:
    add_film(house, "Dune", minutes=120)
    assert len(clashes(house, row(), other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        *(row(time="22:10", title="Dune"), row(time="18:00", title="Dune"), row(auditorium="Kino 2", title="Dune")),
        *(row(auditorium="", title="Dune"), row(date="2026-11-27"), row(title="Dune", status="abgesagt")),
    ],
)
def test_what_begins_when_or_where_none_runs_is_not(house: Engine, other: dict[str, str]) -> None:
    add_film(house, "Dune", minutes=120)
    assert clashes(house, row(), row(auditorium="", title="Dune"), other) == []


def test_the_later_row_names_the_one_that_runs_and_until_when(house: Engine) -> None:
    [problem] = check_sheet(house, row(time="21:00", version="DF"), row(time="20:00")).problems
    assert (problem.code, problem.row, problem.column, problem.value) == ("auditorium-taken", 2, "auditorium", "Kino 1")
    assert problem.message.startswith("There, Red Rocket (row 3) runs until 22:10.")


def test_a_film_of_unknown_length_is_only_in_the_way_of_its_own_start(house: Engine) -> None:
    add_film(house, "Dune", minutes=None)
    assert clashes(house, row(title="Dune"), row(time="20:01", version="DF")) == []
    assert clashes(house, row(title="Dune"), row(version="DF")) == [(3, "Kino 1")]


def test_a_double_feature_lasts_as_long_as_both_its_films(house: Engine) -> None:
    add_film(house, "Dune", minutes=120)
    assert clashes(house, row(title="Dune + Red Rocket"), row(date="2026-11-27", time="0:09")) == [(3, "Kino 1")]
    assert clashes(house, row(title="Dune + Red Rocket"), row(date="2026-11-27", time="0:10")) == []


def test_a_short_film_within_a_long_one_does_not_end_it(house: Engine) -> None:
    add_film(house, "Kurz", minutes=10)
    rows = (row(), row(time="20:30", title="Kurz"), row(time="21:30", version="DF"))
    assert clashes(house, *rows) == [(3, "Kino 1"), (4, "Kino 1")]
