"""The programme is kept up to date, and outlives its database."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data.errors import DatabaseUnavailableError
from data.programme.refresh import ProgrammeKeeper
from data.tables.database import open_database
from tests.data.factories import NOW, add_cinema, add_film, publish_sheet, row


@pytest.fixture
def keeper(engine: Engine) -> ProgrammeKeeper:
    """Give a keeper that has loaded a programme of one screening."""
    add_cinema(engine)
    add_film(engine)
    publish_sheet(engine, row())
    keeper = ProgrammeKeeper(engine, language="de")
    keeper.load()
    return keeper


def break_database(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE change"))


def test_a_programme_that_was_never_loaded_is_not_there(engine: Engine) -> None:
    with pytest.raises(DatabaseUnavailableError, match="not loaded yet"):
        _ = ProgrammeKeeper(engine, language="de").programme


def test_the_first_refresh_loads(engine: Engine) -> None:
    keeper = ProgrammeKeeper(engine, language="de")
    assert keeper.refresh()
    assert keeper.programme.screening_count == 0


def test_what_another_session_publishes_is_there_after_a_refresh(keeper: ProgrammeKeeper, tmp_path: Path) -> None:
    other = open_database(f"sqlite:///{tmp_path / 'kinonah.db'}")
    publish_sheet(other, row(), row(time="22:00"))
    other.dispose()
    assert keeper.programme.screening_count == 1
    assert keeper.refresh()
    assert keeper.programme.screening_count == 2


def test_where_nothing_changed_the_programme_is_the_same_object(keeper: ProgrammeKeeper) -> None:
    before = keeper.programme
    assert not keeper.refresh()
    publish_sheet(keeper.engine, row())
    assert not keeper.refresh()
    assert keeper.programme is before


def test_a_question_under_way_keeps_the_programme_that_it_began_with(keeper: ProgrammeKeeper) -> None:
    before = keeper.programme
    publish_sheet(keeper.engine, row(), row(time="22:00"))
    keeper.refresh()
    assert before.screening_count == 1
    assert keeper.programme.change_id > before.change_id


def test_a_removed_screening_is_gone_after_a_refresh(keeper: ProgrammeKeeper) -> None:
    publish_sheet(keeper.engine, row(title="Neu"))
    keeper.refresh()
    assert [keeper.programme.is_coming(slug, NOW) for slug in ("red-rocket", "neu")] == [False, True]


def test_a_database_that_fails_leaves_the_old_programme(keeper: ProgrammeKeeper) -> None:
    before = keeper.programme
    break_database(keeper.engine)
    with pytest.raises(DatabaseUnavailableError):
        keeper.refresh()
    with pytest.raises(DatabaseUnavailableError):
        keeper.load()
    assert keeper.programme is before


def test_a_file_that_became_something_else_leaves_the_old_programme(keeper: ProgrammeKeeper, tmp_path: Path) -> None:
    before = keeper.programme
    keeper.engine.dispose()
    for file in tmp_path.glob("kinonah.db*"):
        file.write_bytes(b"no database " * 1000)
    with pytest.raises(DatabaseUnavailableError):
        keeper.refresh()
    assert keeper.programme is before
