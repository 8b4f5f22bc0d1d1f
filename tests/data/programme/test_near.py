"""The nearest cinemas that show a film come first, with what they show of it in the order of time."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError, UnknownCinemaError, UnknownFilmError
from data.programme.near import Found, showtimes_near
from data.programme.programme import Programme
from data.programme.question import Sort, Window
from data.versions.notation import VERSIONS
from geo.point import Point
from tests.data.factories import NOW
from tests.data.programme.factories import TONIGHT, Listed, programme_of, question

# From near to far of Kottbusser Tor: 0.1, 1 and 3.6 km, and in another city.
HOUSES = {"zebra": (52.5, 13.418), "babylon": (52.508, 13.418), "city": (52.499, 13.471), "hamburg": (53.55, 10.0)}


def slugs(programme: Programme, found: Found) -> list[str]:
    return [programme.cinemas[one.cinema].slug for one in found]


def ask(programme: Programme, **asked: object) -> list[str]:
    return slugs(programme, showtimes_near(programme, question(**asked)))


@pytest.fixture
def city(engine: Engine) -> Programme:
    """Give four houses with one screening each, tonight."""
    return programme_of(engine, *(Listed(cinema=slug) for slug in HOUSES), cinemas=HOUSES)


def test_the_nearest_cinema_comes_first_however_far_the_last_one_is(city: Programme) -> None:
    assert ask(city) == ["zebra", "babylon", "city", "hamburg"]


def test_distances_are_metres_as_the_crow_flies(city: Programme) -> None:
    metres = [one.distance_m for one in showtimes_near(city, question())]
    assert metres == pytest.approx([111.27, 1001.4, 3600.6, 256_000], rel=0.02)


def test_a_cinema_that_shows_something_else_is_left_out(engine: Engine) -> None:
    programme = programme_of(engine, Listed(cinema="zebra", films=("dune",)), Listed(cinema="city"), cinemas=HOUSES)
    assert ask(programme, films=("red-rocket",)) == ["city"]


def test_several_films_may_be_asked_for(engine: Engine) -> None:
    rows = [
        Listed(cinema=slug, films=(film,)) for slug, film in [("zebra", "dune"), ("babylon", "tenet"), ("city", "up")]
    ]
    assert ask(programme_of(engine, *rows, cinemas=HOUSES), films=("up", "dune")) == ["zebra", "city"]


def test_screenings_come_in_the_order_of_time(engine: Engine) -> None:
    starts = [TONIGHT + timedelta(minutes=minutes) for minutes in (120, 0, 30)]
    programme = programme_of(engine, *(Listed(starts_at=start) for start in starts))
    (found,) = showtimes_near(programme, question())
    assert [programme.columns.id[row] for row in found.rows] == [2, 3, 1]


def test_equal_distances_come_by_slug(engine: Engine) -> None:
    programme = programme_of(
        engine, *(Listed(cinema=slug) for slug in "cab"), cinemas=dict.fromkeys("cab", (52.5, 13.4))
    )
    assert ask(programme) == ["a", "b", "c"]
    assert ask(programme, limit=2) == ["a", "b"]


def test_a_limit_keeps_the_nearest_and_says_whether_there_are_more(city: Programme) -> None:
    found = showtimes_near(city, question(limit=2))
    assert slugs(city, found) == ["zebra", "babylon"]
    assert (found.total, found.is_truncated) == (3, False)


def test_of_several_that_are_as_far_beyond_the_limit_one_is_counted(engine: Engine) -> None:
    houses = {"near": (52.5, 13.4), **dict.fromkeys("abc", (52.6, 13.4))}
    programme = programme_of(engine, *(Listed(cinema=slug) for slug in houses), cinemas=houses)
    for accuracy_m in (0.0, 500.0):
        asked = question(near=Point(52.5, 13.4), limit=1, accuracy_m=accuracy_m)
        assert showtimes_near(programme, asked).total == 2


def test_a_radius_keeps_what_lies_within(city: Programme) -> None:
    found = showtimes_near(city, question(within_m=1100.0))
    assert slugs(city, found) == ["zebra", "babylon"]
    assert found.total == 2


def test_an_uncertain_position_reaches_further_than_the_radius(city: Programme) -> None:
    assert ask(city, within_m=1100.0, accuracy_m=3000.0) == ["zebra", "babylon", "city"]


def test_an_uncertain_position_gets_all_that_could_be_among_the_nearest(city: Programme) -> None:
    assert ask(city, limit=1, accuracy_m=440.0) == ["zebra"]
    assert ask(city, limit=1, accuracy_m=450.0) == ["zebra", "babylon"]


def test_a_start_at_the_end_of_the_window_is_outside_and_at_its_beginning_inside(engine: Engine) -> None:
    programme = programme_of(engine, Listed())
    assert ask(programme, window=Window(TONIGHT, TONIGHT + timedelta(minutes=1))) == ["moviemento"]
    assert ask(programme, window=Window(TONIGHT - timedelta(hours=1), TONIGHT)) == []
    assert ask(programme, window=Window(TONIGHT - timedelta(hours=1), TONIGHT + timedelta(seconds=30))) == [
        "moviemento"
    ]


def test_an_evening_holds_what_starts_after_midnight(engine: Engine) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    programme = programme_of(engine, Listed(starts_at=late))
    window = Window(NOW, NOW + timedelta(days=3))
    assert ask(programme, window=Window(window.from_at, window.until_at, NOW.date())) == ["moviemento"]
    assert ask(programme, window=Window(window.from_at, window.until_at, NOW.date() + timedelta(days=1))) == []


def test_only_the_asked_cinemas_answer(city: Programme) -> None:
    assert ask(city, cinemas=("hamburg", "babylon")) == ["babylon", "hamburg"]


def test_a_version_is_asked_for_in_any_spelling(engine: Engine) -> None:
    rows = [Listed(cinema="zebra", version=VERSIONS["OmeU"]), Listed(cinema="city", version=VERSIONS["OV"])]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    assert ask(programme, versions=("OmenglU",)) == ["zebra"]
    assert ask(programme, versions=("of", "OmeU")) == ["zebra", "city"]


def test_a_version_that_nobody_shows_finds_nothing(city: Programme) -> None:
    assert ask(city, versions=("DF",)) == []


@pytest.mark.parametrize("word", ["", "Kasperl", "3D", "OmU DF"])
def test_a_version_that_is_none_is_refused_with_what_there_is(city: Programme, word: str) -> None:
    with pytest.raises(QuestionError, match="OmeU") as refusal:
        ask(city, versions=(word,))
    assert refusal.value.parameter == "version"


def test_a_format_is_asked_for_in_any_spelling(engine: Engine) -> None:
    rows = [Listed(cinema="zebra", formats=("70mm", "3D")), Listed(cinema="city", formats=("IMAX",))]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    assert ask(programme, formats=("70 mm",)) == ["zebra"]
    assert ask(programme, formats=("imax", "3d")) == ["zebra", "city"]
    assert ask(programme, formats=("35mm",)) == []


def test_a_format_that_is_none_is_refused_with_what_there_is(city: Programme) -> None:
    with pytest.raises(QuestionError, match="IMAX") as refusal:
        ask(city, formats=("Smell-O-Vision",))
    assert refusal.value.parameter == "format"
    named = str(refusal.value).rpartition(": ")[2].rstrip(".").split(", ")
    assert len(named) == len(set(named)) > 0
    assert "IMAX with Laser" not in named


def test_an_unknown_film_or_cinema_is_refused(city: Programme) -> None:
    with pytest.raises(UnknownFilmError, match="barbie"):
        ask(city, films=("barbie",))
    with pytest.raises(UnknownCinemaError, match="odeon"):
        ask(city, cinemas=("odeon",))


def test_a_double_feature_is_found_under_both_films(engine: Engine) -> None:
    programme = programme_of(engine, Listed(films=("red-rocket", "tangerine")))
    assert ask(programme, films=("red-rocket",)) == ask(programme, films=("tangerine",)) == ["moviemento"]
    both = showtimes_near(programme, question(films=("red-rocket", "tangerine")))
    assert [one.rows.size for one in both] == [1]


def test_a_sneak_is_found_under_no_film_but_among_all(engine: Engine) -> None:
    programme = programme_of(
        engine, Listed(films=(), title="Sneak"), Listed(cinema="city"), cinemas=HOUSES | {"moviemento": (52.4, 13.4)}
    )
    assert ask(programme, films=("red-rocket",)) == ["city"]
    assert ask(programme) == ["city", "moviemento"]


def test_what_is_sold_out_is_shown_and_what_is_cancelled_is_not(engine: Engine) -> None:
    rows = [Listed(cinema="zebra", status="sold-out"), Listed(cinema="city", status="cancelled")]
    assert ask(programme_of(engine, *rows, cinemas=HOUSES)) == ["zebra"]


def test_without_a_position_the_first_start_comes_first_and_equal_ones_by_slug(engine: Engine) -> None:
    rows = [
        Listed(cinema="zebra"),
        Listed(cinema="babylon"),
        Listed(cinema="city", starts_at=TONIGHT - timedelta(minutes=1)),
    ]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    found = showtimes_near(programme, question(near=None, limit=2))
    assert slugs(programme, found) == ["city", "babylon"]
    assert (found.total, next(iter(found)).distance_m) == (3, None)


def test_the_nearest_can_be_put_in_the_order_of_time(engine: Engine) -> None:
    rows = [
        Listed(cinema="zebra"),
        Listed(cinema="babylon", starts_at=TONIGHT - timedelta(hours=1)),
        Listed(cinema="city", starts_at=NOW),
    ]
    assert ask(programme_of(engine, *rows, cinemas=HOUSES), sort=Sort.TIME, limit=2) == ["babylon", "zebra"]


@pytest.mark.parametrize(
    ("here", "houses", "nearest"),
    [
        (Point(0.5, 179.9), {"east": (0.5, 179.0), "west": (0.5, -179.9)}, ["west", "east"]),
        (Point(-16.8, -180.0), {"far": (-16.8, 178.0), "here": (-16.8, 180.0)}, ["here", "far"]),
        (Point(89.9, 0.0), {"across": (89.9, 180.0), "below": (89.0, 0.0)}, ["across", "below"]),
        (Point(-90.0, 50.0), {"b": (-89.0, 10.0), "a": (-88.0, 50.0)}, ["b", "a"]),
    ],
)
def test_the_date_line_and_the_poles_are_no_borders(
    engine: Engine, here: Point, houses: dict[str, tuple[float, float]], nearest: list[str]
) -> None:
    programme = programme_of(engine, *(Listed(cinema=slug) for slug in houses), cinemas=houses)
    assert ask(programme, near=here) == nearest


def test_an_empty_programme_finds_nothing(engine: Engine) -> None:
    programme = programme_of(engine)
    for found in (showtimes_near(programme, question()), showtimes_near(programme, question(near=None))):
        assert (list(found), found.total, found.is_truncated) == ([], 0, False)


def test_an_answer_holds_at_most_three_hundred_cinemas(engine: Engine) -> None:
    houses = {f"house-{number:03}": (52.5, 13.4 + number / 10_000) for number in range(301)}
    programme = programme_of(engine, *(Listed(cinema=slug) for slug in houses), cinemas=houses)
    found = showtimes_near(programme, question(near=Point(52.5, 13.4), limit=100, accuracy_m=50_000.0))
    assert slugs(programme, found) == sorted(houses)[:300]
    assert (found.total, found.is_truncated) == (301, True)


def test_an_answer_holds_at_most_two_thousand_screenings_of_whole_cinemas(engine: Engine) -> None:
    counts = {"babylon": 999, "city": 2, "zebra": 1000}
    rows = [
        Listed(cinema=slug, starts_at=NOW + timedelta(minutes=n))
        for slug, count in counts.items()
        for n in range(count)
    ]
    programme = programme_of(engine, *rows, cinemas=HOUSES)
    found = showtimes_near(programme, question())
    assert slugs(programme, found) == ["zebra", "babylon"]
    assert (found.total, found.is_truncated) == (3, True)


def test_two_thousand_screenings_are_not_too_many(engine: Engine) -> None:
    counts = {"babylon": 999, "city": 1, "zebra": 1000}
    rows = [
        Listed(cinema=slug, starts_at=NOW + timedelta(minutes=n))
        for slug, count in counts.items()
        for n in range(count)
    ]
    found = showtimes_near(programme_of(engine, *rows, cinemas=HOUSES), question())
    assert (len(found.cinemas), found.is_truncated) == (3, False)


def test_one_cinema_with_too_many_screenings_is_cut(engine: Engine) -> None:
    programme = programme_of(engine, *(Listed(starts_at=NOW + timedelta(minutes=n)) for n in range(2001)))
    found = showtimes_near(programme, question())
    assert (next(iter(found)).rows.tolist(), found.is_truncated) == (list(range(2000)), True)
