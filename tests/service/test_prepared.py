"""Questions are prepared for whoever asks the same from elsewhere: for a minute, for one programme, not too many."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from data.programme.prepared import PreparedQuestion
from data.programme.programme import Programme
from data.tables.database import migrate, open_database
from service.prepared import LONGEST, MOST, PreparedQuestions
from tests.data.programme.factories import Listed, loaded, programme_of, question
from tests.service.town import NOW

BERLIN, LISBON = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Lisbon")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path}/prepared.db")
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def programme(engine: Engine) -> Programme:
    return programme_of(engine, Listed(films=("red-rocket",)), Listed(films=("dune",)))


def prepared_for(programme: Programme, **asked: object) -> PreparedQuestion:
    return PreparedQuestion(programme, question(**asked))


def test_what_was_prepared_is_found_in_its_zone_until_the_minute_is_over(programme: Programme) -> None:
    questions = PreparedQuestions()
    assert questions.find(b"&limit=1", BERLIN, programme, NOW) is None
    questions.keep(b"&limit=1", BERLIN, prepared_for(programme))
    assert questions.find(b"&limit=1", BERLIN, programme, NOW + timedelta(seconds=59))
    assert questions.find(b"&limit=1", LISBON, programme, NOW) is None
    assert questions.find(b"&limit=2", BERLIN, programme, NOW) is None
    assert questions.find(b"&limit=1", BERLIN, programme, NOW + timedelta(seconds=60)) is None


def test_another_programme_begins_anew(programme: Programme, engine: Engine) -> None:
    questions = PreparedQuestions()
    questions.find(b"", BERLIN, programme, NOW)
    questions.keep(b"", BERLIN, prepared_for(programme))
    assert questions.find(b"", BERLIN, loaded(engine), NOW) is None


def test_what_takes_much_room_is_not_kept(programme: Programme) -> None:
    questions = PreparedQuestions()
    questions.find(b"", BERLIN, programme, NOW)
    heavy = {"films": ("red-rocket", "dune")}, {"cinemas": ("moviemento",)}, {"access": ("captions",)}
    for asked in heavy:
        questions.keep(b"", BERLIN, prepared_for(programme, **asked))
        assert questions.find(b"", BERLIN, programme, NOW) is None, asked
    questions.keep(b"&film=" + b"x" * LONGEST, BERLIN, prepared_for(programme))
    assert questions.find(b"&film=" + b"x" * LONGEST, BERLIN, programme, NOW) is None


def test_too_many_begin_anew(programme: Programme) -> None:
    questions = PreparedQuestions()
    questions.find(b"", BERLIN, programme, NOW)
    one = prepared_for(programme)
    for number in range(MOST + 1):
        questions.keep(str(number).encode(), BERLIN, one)
    assert questions.find(b"0", BERLIN, programme, NOW) is None
    assert questions.find(str(MOST).encode(), BERLIN, programme, NOW) is one
