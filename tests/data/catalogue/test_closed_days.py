"""A cinema's days: with a programme, declared closed, known to have nothing, or not known. Unknown is not none."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from data.catalogue.closed_days import close_days, open_days
from data.errors import QuestionError, UnknownCinemaError
from data.programme.days import DayState, coming_days
from data.programme.programme import Programme
from data.programme.refresh import ProgrammeKeeper
from data.tables.database import writing
from tests.data.factories import NOW, add_cinema, add_film, publish_sheet, row
from tests.data.programme.factories import loaded

pytestmark = pytest.mark.both_databases

FIRST, LAST = date(2026, 11, 26), date(2026, 12, 1)
# The film week that is published: Thursday to Saturday, and nothing on Friday.
WEEK = [row(), row(date="2026-11-28")]


@pytest.fixture
def house(engine: Engine) -> Engine:
    add_cinema(engine)
    add_film(engine)
    publish_sheet(engine, *WEEK)
    return engine


def close(engine: Engine, first: date, last: date | None = None, note: str | None = None) -> int:
    with writing(engine) as session:
        return close_days(session, "moviemento", first, last or first, note=note, now=NOW)


def reopen(engine: Engine, first: date, last: date | None = None) -> None:
    with writing(engine) as session:
        open_days(session, "moviemento", first, last or first, now=NOW)


def states(programme: Programme) -> list[str]:
    return [day.state.value for day in coming_days(programme, programme.cinema_index("moviemento"), FIRST, LAST)]


def test_days_are_told_apart(house: Engine) -> None:
    assert states(loaded(house)) == ["programme", "none", "programme", "unknown", "unknown", "unknown"]
    close(house, date(2026, 11, 27))
    close(house, date(2026, 11, 30), date(2026, 12, 3))
    assert states(loaded(house)) == ["programme", "closed", "programme", "unknown", "closed", "closed"]


def test_a_cinema_that_opens_again_is_not_closed(house: Engine) -> None:
    close(house, date(2026, 11, 29), date(2026, 12, 1))
    reopen(house, date(2026, 11, 30))
    assert states(loaded(house))[3:] == ["closed", "unknown", "closed"]


def test_what_is_published_for_a_closed_day_counts_and_is_named(house: Engine) -> None:
    assert close(house, FIRST, LAST) == 2
    assert states(loaded(house))[0] == "programme"


def test_the_last_note_is_what_is_said(house: Engine) -> None:
    day = date(2026, 11, 30)
    close(house, day, note="Renovierung")
    close(house, day, note=" Betriebs\u202eferien ")
    programme = loaded(house)
    [said] = coming_days(programme, 0, day, day)
    assert (said.state, said.note) == (DayState.CLOSED, "Betriebsferien")


def test_days_are_listed_as_far_as_anything_is_known(house: Engine) -> None:
    assert len(coming_days(loaded(house), 0, FIRST)) == 14
    close(house, FIRST + timedelta(days=20))
    assert len(coming_days(loaded(house), 0, FIRST)) == 21
    close(house, FIRST + timedelta(days=200))
    assert len(coming_days(loaded(house), 0, FIRST)) == 60


def test_a_running_programme_takes_closed_days_in_without_reading_everything(house: Engine) -> None:
    keeper = ProgrammeKeeper(house, language="de")
    keeper.load()
    before = keeper.programme
    close(house, date(2026, 11, 30))
    assert keeper.refresh()
    assert states(keeper.programme)[4] == "closed"
    assert keeper.programme.films[0] is before.films[0]
    assert states(before)[4] == "unknown"
    reopen(house, date(2026, 11, 30))
    keeper.refresh()
    assert states(keeper.programme)[4] == "unknown"


@pytest.mark.parametrize(
    ("first", "last", "parameter"),
    [
        (date(2026, 11, 30), date(2026, 11, 29), "until"),
        (date(2026, 11, 30), date(2027, 12, 1), "until"),
        (date(1026, 11, 30), date(1026, 11, 30), "on"),
    ],
)
def test_what_are_no_days_is_refused(house: Engine, first: date, last: date, parameter: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        close(house, first, last)
    assert refusal.value.parameter == parameter


def test_a_cinema_that_is_none_is_not_closed(engine: Engine) -> None:
    with pytest.raises(UnknownCinemaError):
        close(engine, FIRST)
