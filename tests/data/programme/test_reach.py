"""What a change does not touch, it leaves as it is: held against fresh answers, over random programmes and changes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.programme.answer import answer, encode
from data.programme.kernel.columns import NO_FILM
from data.programme.near import showtimes_near
from data.programme.programme import Programme
from data.programme.question import Question
from data.programme.reach import Reach, reach_of
from data.programme.touched import Touched
from geo.point import Point
from tests.data.factories import clear
from tests.data.programme.factories import Listed, programme_of, question
from tests.data.programme.test_laws import LISTED, MANY, QUESTIONS, loaded, programmes

Places = dict[str, tuple[float, float]]


@st.composite
def changes(draw: st.DrawFn) -> tuple[list[Listed], list[Listed], Places]:
    """Draw a programme, and the same after one to three cinemas published another one."""
    before, places = draw(programmes())
    changing = draw(st.lists(st.sampled_from("bcdefghijkl"), min_size=1, max_size=3, unique=True))
    published = draw(st.lists(LISTED, max_size=4))
    stays = [one for one in before if one.cinema not in changing]
    return before, stays + [replace(one, cinema=changing[0]) for one in published], places


def touched_between(before: Programme, after: Programme) -> Touched:
    """Compare the two cinema by cinema: what a refresh says."""
    shown, then = shown_by_cinema(before), shown_by_cinema(after)
    changed = [number for number in range(len(before.cinemas)) if shown[number] != then[number]]
    return Touched(tuple((place(before, number), films(shown[number] + then[number])) for number in changed))


def shown_by_cinema(programme: Programme) -> list[list[tuple[Any, ...]]]:
    starts, stops = programme.columns.start.tolist(), programme.columns.stop.tolist()
    return [[shown_in(programme, row) for row in range(start, stop)] for start, stop in zip(starts, stops, strict=True)]


def shown_in(programme: Programme, row: int) -> tuple[Any, ...]:
    kind = programme.kinds[programme.columns.kind[row]]
    bill, status = programme.bills[programme.asides.bill[row]], programme.statuses[programme.asides.status[row]]
    version, formats = programme.version_keys[kind.version], programme.format_sets[kind.format_set]
    return bill.films, int(programme.columns.minute[row]), version, formats, status


def films(rows: Sequence[tuple[Any, ...]]) -> frozenset[int]:
    return frozenset(film for shown, *_ in rows for film in (shown or (NO_FILM,)))


def place(programme: Programme, cinema: int) -> Point:
    return Point(programme.cinemas[cinema].lat, programme.cinemas[cinema].lon)


def said(programme: Programme, asked: Question) -> dict[str, Any]:
    """Give the answer without what may lag; numbers of screenings are new in every programme of these tests."""
    whole: dict[str, Any] = msgspec.json.decode(encode(answer(programme, asked)))
    if whole["total_cinemas"] >= asked.limit:
        del whole["total_cinemas"]
    del whole["as_of"]
    for screening in screenings(whole):
        del screening["id"]
    return whole


def screenings(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in whole["cinemas"]:
        yield from one["screenings"]
    if whole["alternative"]:
        yield whole["alternative"]["screening"]


@given(made=changes(), questions=st.lists(QUESTIONS, min_size=10, max_size=25))
@MANY
def test_an_answer_out_of_reach_of_a_change_is_as_a_fresh_one(
    engine: Engine, made: tuple[list[Listed], list[Listed], Places], questions: Sequence[Question]
) -> None:
    listed, listed_then, places = made
    before = loaded(engine, (listed, places))
    kept = [(one, said(before, one), reach_of(before, one, showtimes_near(before, one).extent)) for one in questions]
    after = loaded(engine, (listed_then, places))
    touched = touched_between(before, after)
    for one, was, reach in kept:
        if not reach.is_touched_by(touched):
            assert said(after, one) == was


def reach_in(engine: Engine, **asked: Any) -> Reach:  # noqa: ANN401 (fields of a question)
    """Give the reach of a question to a city with two houses, one and three kilometres away."""
    houses = {"near": (52.508, 13.418), "far": (52.526, 13.418)}
    clear(engine)
    programme = programme_of(engine, Listed(cinema="near"), Listed(cinema="far"), cinemas=houses)
    one = question(**{"films": ("red-rocket",), "limit": 1} | asked)
    return reach_of(programme, one, showtimes_near(programme, one).extent)


RED_ROCKET = frozenset({0})
TWO_KM_AWAY, HALF_A_KM_AWAY = Point(52.517, 13.418), Point(52.5035, 13.418)


def test_a_change_beyond_the_farthest_cinema_shown_is_out_of_reach(engine: Engine) -> None:
    reach = reach_in(engine)
    assert not reach.is_touched_by(Touched(((TWO_KM_AWAY, RED_ROCKET),)))
    assert reach.is_touched_by(Touched(((TWO_KM_AWAY, RED_ROCKET), (HALF_A_KM_AWAY, RED_ROCKET))))


def test_uncertainty_widens_the_reach(engine: Engine) -> None:
    assert reach_in(engine, accuracy_m=600.0).is_touched_by(Touched(((TWO_KM_AWAY, RED_ROCKET),)))


def test_another_film_is_out_of_reach(engine: Engine) -> None:
    assert not reach_in(engine).is_touched_by(Touched(((HALF_A_KM_AWAY, frozenset({NO_FILM, 1})),)))
    assert reach_in(engine, films=()).is_touched_by(Touched(((HALF_A_KM_AWAY, frozenset({NO_FILM})),)))


def test_another_cinema_than_the_named_ones_is_out_of_reach(engine: Engine) -> None:
    reach = reach_in(engine, cinemas=("near",), near=None)
    assert not reach.is_touched_by(Touched(((HALF_A_KM_AWAY, RED_ROCKET),)))
    assert reach.is_touched_by(Touched(((Point(52.508, 13.418), RED_ROCKET),)))


def test_where_fewer_are_found_than_asked_for_everything_is_within_reach(engine: Engine) -> None:
    assert reach_in(engine, limit=3).is_touched_by(Touched(((Point(-33.9, 151.2), RED_ROCKET),)))
    assert not reach_in(engine, limit=3, within_m=5_000.0).is_touched_by(Touched(((Point(-33.9, 151.2), RED_ROCKET),)))


def test_an_empty_answer_with_its_alternative_reaches_everywhere(engine: Engine) -> None:
    assert reach_in(engine, within_m=10.0).is_touched_by(Touched(((Point(-33.9, 151.2), RED_ROCKET),)))


def test_an_empty_answer_is_touched_by_another_films_programme_for_it_counts_who_has_not_told(engine: Engine) -> None:
    programme = programme_of(engine, Listed(cinema="near", films=("dune",)), cinemas={"near": (52.49, 13.42)})
    with_another = Touched(((place(programme, 0), frozenset({NO_FILM})),))
    found, nothing = question(films=("dune",)), question(films=("dune",), versions=("OV",))
    assert not reach_of(programme, found, showtimes_near(programme, found).extent).is_touched_by(with_another)
    assert reach_of(programme, nothing, showtimes_near(programme, nothing).extent).is_touched_by(with_another)
