"""The evenings on which there is something: programme dates, whatever else is asked."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from sqlalchemy import Engine

from data.errors import UnknownFilmError
from data.programme.evenings import evenings
from data.programme.question import Question, window_of
from tests.data.factories import BERLIN, add_cinema, add_film, publish_sheet, row
from tests.data.programme.factories import loaded

# A Thursday, 21:00 in Berlin.
NOW = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
BEFORE = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WEEK = [
    row(time="20:00"),
    row(date="2026-11-27", time="00:30", version="OV"),
    row(date="2026-11-28", version="OmU"),
    row(date="2026-12-01", title="Parasite", version="OmeU"),
]


@pytest.fixture
def house(engine: Engine) -> Engine:
    add_cinema(engine)
    add_film(engine)
    add_film(engine, "Parasite", original_languages=["ko"])
    publish_sheet(engine, *WEEK, now=BEFORE)
    return engine


def days(engine: Engine, now: datetime = NOW, **asked: tuple[str, ...]) -> list[int]:
    question = msgspec.structs.replace(Question(window=window_of(now, BERLIN)), **asked)
    found = evenings(loaded(engine), question, now, BERLIN)
    assert found == sorted(found)
    return [day.day for day in found]


def test_tonight_is_there_as_long_as_something_is_still_to_come(house: Engine) -> None:
    # 20:00 has begun; 00:30 belongs to this evening.
    assert days(house) == [26, 28, 1]
    assert days(house, datetime(2026, 11, 26, 23, 45, tzinfo=UTC)) == [28, 1]


def test_only_what_is_asked_for_counts(house: Engine) -> None:
    assert days(house, films=("parasite",)) == [1]
    assert days(house, versions=("OmU",)) == [28]
    assert days(house, understands=("ko",)) == [1]
    assert days(house, cinemas=("moviemento",), formats=("IMAX",)) == []


def test_the_window_of_a_question_does_not_count(house: Engine) -> None:
    on = Question(window=window_of(NOW, BERLIN, on=date(2026, 12, 1)))
    assert [day.day for day in evenings(loaded(house), on, NOW, BERLIN)] == [26, 28, 1]


def test_a_film_that_is_none_is_said_to_be_unknown(house: Engine) -> None:
    with pytest.raises(UnknownFilmError):
        days(house, films=("nope",))
