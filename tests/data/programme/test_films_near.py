"""Films around a point, each with its next starts: what is near and soon comes first, and each film comes once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError
from data.programme.films_near import films_near
from data.programme.programme import Programme
from data.programme.question import Window
from data.programme.refresh import ProgrammeKeeper
from data.versions.notation import VERSIONS
from geo.point import Point
from tests.data.factories import NOW, add_cinema, add_film, publish_sheet, row
from tests.data.programme.factories import TONIGHT, Listed, programme_of, question

# From near to far of Kottbusser Tor: 0.1, 1 and 3.6 km, and in another city.
HOUSES = {"zebra": (52.5, 13.418), "babylon": (52.508, 13.418), "city": (52.499, 13.471), "hamburg": (53.55, 10.0)}


def later(minutes: int) -> datetime:
    return TONIGHT + timedelta(minutes=minutes)


def ask(programme: Programme, starts: int = 3, **asked: object) -> list[tuple[str, list[int]]]:
    """Give films by slug with the ids of their starts, which count the screenings from 1 in the order listed."""
    found = films_near(programme, question(**{"limit": 30, **asked}), starts)
    return [(programme.films[one.film].slug, programme.columns.id[one.rows].tolist()) for one in found]


def test_a_film_of_many_cinemas_comes_once_the_nearest_start_first(engine: Engine) -> None:
    programme = programme_of(engine, *(Listed(cinema=slug) for slug in reversed(HOUSES)), cinemas=HOUSES)
    assert ask(programme) == [("red-rocket", [4, 3, 2])]
    (found,) = films_near(programme, question())
    assert found.cinema_count == 4
    assert [programme.cinemas[place].slug for place in found.cinemas] == ["zebra", "babylon", "city"]
    assert found.distances_m == pytest.approx([111.27, 1001.4, 3600.6], rel=0.02)


@pytest.mark.parametrize(("minutes", "first"), [(8, "zebra"), (10, "babylon")])
def test_a_minute_of_waiting_costs_as_much_as_a_hundred_metres_of_way(engine: Engine, minutes: int, first: str) -> None:
    rows = [Listed(cinema="babylon", films=("far",)), Listed(cinema="zebra", films=("late",), starts_at=later(minutes))]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    assert ask(programme)[0][0] == {"zebra": "late", "babylon": "far"}[first]


def test_a_film_at_one_cinema_shows_its_next_starts_in_order_of_time(engine: Engine) -> None:
    programme = programme_of(engine, *(Listed(starts_at=later(minutes)) for minutes in (240, 0, 120, 360)))
    assert ask(programme) == [("red-rocket", [2, 3, 1])]
    assert ask(programme, starts=1) == [("red-rocket", [2])]


def test_a_double_feature_is_a_start_of_both_films(engine: Engine) -> None:
    programme = programme_of(engine, Listed(films=("tangerine", "red-rocket")), Listed(starts_at=later(60)))
    assert ask(programme) == [("red-rocket", [1, 2]), ("tangerine", [1])]


def test_what_names_no_film_is_left_out(engine: Engine) -> None:
    programme = programme_of(engine, Listed(films=(), title="Sneak"), Listed(starts_at=later(60)))
    assert ask(programme) == [("red-rocket", [2])]


def test_what_is_sold_out_is_no_start(engine: Engine) -> None:
    programme = programme_of(
        engine, Listed(status="sold-out"), Listed(starts_at=later(60)), Listed(films=("dune",), status="sold-out")
    )
    assert ask(programme) == [("red-rocket", [2])]


def test_after_midnight_belongs_to_the_evening_before(engine: Engine) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    programme = programme_of(engine, Listed(starts_at=late))
    week = Window(NOW, NOW + timedelta(days=7), NOW.date())
    assert ask(programme, window=week) == [("red-rocket", [1])]
    assert ask(programme, window=Window(week.from_at, week.until_at, NOW.date() + timedelta(days=1))) == []


def test_what_costs_the_same_comes_by_slug(engine: Engine) -> None:
    houses = dict.fromkeys("cab", (52.5, 13.4))
    rows = [Listed(cinema=slug, films=(film,)) for slug in "cab" for film in ("tangerine", "dune")]
    programme = programme_of(engine, *rows, cinemas=houses)
    assert ask(programme) == [("dune", [4, 6, 2]), ("tangerine", [3, 5, 1])]
    assert ask(programme, starts=2, limit=1) == [("dune", [4, 6])]


def test_a_film_that_came_in_later_has_its_place_by_slug_too(engine: Engine) -> None:
    add_cinema(engine)
    add_film(engine)
    publish_sheet(engine, row())
    keeper = ProgrammeKeeper(engine, language="de")
    keeper.load()
    publish_sheet(engine, row(), row(title="Abendrot"))
    keeper.refresh()
    week = Window(NOW, NOW + timedelta(days=7))
    assert [slug for slug, _ in ask(keeper.programme, window=week)] == ["abendrot", "red-rocket"]


def test_at_the_same_moment_in_one_cinema_the_first_entered_comes_first(engine: Engine) -> None:
    programme = programme_of(engine, Listed(), Listed(version=VERSIONS["DF"]), Listed())
    assert ask(programme, starts=2) == [("red-rocket", [1, 2])]


def test_the_limit_cuts_and_the_total_says_so(engine: Engine) -> None:
    programme = programme_of(engine, *(Listed(films=(film,)) for film in ("dune", "tangerine", "up")))
    assert [slug for slug, _ in ask(programme, limit=2)] == ["dune", "tangerine"]
    assert films_near(programme, question(limit=2)).total == 3


def test_only_the_sixty_nearest_cinemas_are_looked_at(engine: Engine) -> None:
    houses = {f"house-{number:02}": (52.5 + number / 1000, 13.4) for number in range(61)}
    rows = [Listed(cinema=slug, films=(slug.replace("house", "film"),)) for slug in houses]
    programme = programme_of(engine, *rows, cinemas=houses)
    assert len(ask(programme, limit=100)) == 60
    assert len(ask(programme, limit=100, accuracy_m=1.0)) == 60
    assert len(ask(programme, limit=100, accuracy_m=100.0)) == 61


def test_a_radius_keeps_what_lies_within(engine: Engine) -> None:
    programme = programme_of(engine, *(Listed(cinema=slug) for slug in HOUSES), cinemas=HOUSES)
    assert ask(programme, within_m=1100.0) == [("red-rocket", [1, 2])]


def test_an_uncertain_position_gets_all_that_could_be_first(engine: Engine) -> None:
    rows = [Listed(cinema="zebra", films=("near",)), Listed(cinema="babylon", films=("far",))]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    assert [slug for slug, _ in ask(programme, limit=1, accuracy_m=440.0)] == ["near"]
    assert [slug for slug, _ in ask(programme, limit=1, accuracy_m=450.0)] == ["near", "far"]


def test_on_the_other_side_of_the_earth_it_takes_longer_and_is_as_exact(engine: Engine) -> None:
    programme = programme_of(engine, Listed(cinema="a"), Listed(cinema="b"), cinemas={"a": (0.0, 0.1), "b": (0.2, 0.3)})
    far = question(near=Point(-0.1, -179.9))
    (found,) = films_near(programme, far)
    assert found.distances_m == sorted(found.distances_m)
    assert found.distances_m[0] > 19_900_000


def test_a_question_without_a_place_is_refused(engine: Engine) -> None:
    with pytest.raises(QuestionError, match="lat and lon"):
        ask(programme_of(engine, Listed()), near=None)
