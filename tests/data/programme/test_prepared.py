"""What a question asks for is looked up once for all places; what is remembered is bounded, and nobody's place."""

import pytest
from sqlalchemy import Engine

from data.errors import UnknownFilmError
from data.programme.near import MOST_PREPARED, MOST_WORDS, prepare, showtimes_near
from data.programme.programme import Programme
from geo.point import Point
from tests.data.programme.factories import Listed, programme_of, question

ELSEWHERE = Point(52.6, 13.6)


@pytest.fixture
def programme(engine: Engine) -> Programme:
    return programme_of(engine, Listed(films=("red-rocket",)), Listed(films=("dune",)))


def test_who_asks_the_same_elsewhere_shares_what_was_looked_up(programme: Programme) -> None:
    prepared = prepare(programme, question())
    assert prepare(programme, question(near=ELSEWHERE)) is prepared
    assert prepare(programme, question(limit=3)) is not prepared
    assert prepare(programme, question(accuracy_m=1_000.0)) is not prepared
    assert prepare(programme, question(films=("dune",))) is not prepared


def test_no_place_is_remembered(programme: Programme) -> None:
    showtimes_near(programme, question(near=ELSEWHERE))
    assert [one.near for one in programme.prepared] == [None]


def test_what_takes_much_room_is_not_remembered(programme: Programme) -> None:
    for heavy in (
        {"films": ("red-rocket", "dune")},
        {"cinemas": ("moviemento",)},
        {"access": ("captions",)},
        {"understands": ("en",) * (MOST_WORDS + 1)},
    ):
        showtimes_near(programme, question(**heavy))
    assert not programme.prepared


def test_so_many_are_remembered_and_no_more(programme: Programme) -> None:
    for metres in range(MOST_PREPARED + 2):
        prepare(programme, question(within_m=metres + 1.0))
        assert len(programme.prepared) <= MOST_PREPARED


def test_a_wrong_question_is_wrong_each_time(programme: Programme) -> None:
    for _ in range(2):
        with pytest.raises(UnknownFilmError):
            prepare(programme, question(films=("nope",)))
