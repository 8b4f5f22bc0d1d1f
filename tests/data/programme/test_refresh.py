"""The programme is kept up to date, and outlives its database."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlmodel import select

from data.errors import DatabaseUnavailableError
from data.programme.load import load_programme
from data.programme.programme import Programme
from data.programme.question import Window
from data.programme.refresh import ProgrammeKeeper
from data.programme.touched import Touched
from data.programme.write import write_answer
from data.tables.change import Change
from data.tables.database import migrate, open_database, reading, writing
from data.tables.film import Film
from tests.data.factories import NOW, add_cinema, add_film, clear, publish_sheet, row
from tests.data.programme.factories import KOTTBUSSER_TOR, question

pytestmark = pytest.mark.both_databases


@pytest.fixture
def keeper(engine: Engine) -> ProgrammeKeeper:
    """Give a keeper that has loaded a programme of one screening."""
    add_cinema(engine)
    add_film(engine)
    publish_sheet(engine, row())
    keeper = ProgrammeKeeper(engine, language="de")
    keeper.load()
    return keeper


def rename(engine: Engine, table: str, name: str) -> None:
    with writing(engine) as session:
        session.connection().execute(text(f"ALTER TABLE {table} RENAME TO {name}"))


def test_a_programme_that_was_never_loaded_is_not_there(engine: Engine) -> None:
    with pytest.raises(DatabaseUnavailableError, match="not loaded yet"):
        _ = ProgrammeKeeper(engine, language="de").programme


def test_the_first_refresh_loads(engine: Engine) -> None:
    keeper = ProgrammeKeeper(engine, language="de")
    assert keeper.refresh()
    assert keeper.programme.screening_count == 0


def test_what_another_session_publishes_is_there_after_a_refresh(keeper: ProgrammeKeeper, database_url: str) -> None:
    other = open_database(database_url)
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
    rename(keeper.engine, "change", "change_gone")
    with pytest.raises(DatabaseUnavailableError):
        keeper.refresh()
    with pytest.raises(DatabaseUnavailableError):
        keeper.load()
    assert keeper.programme is before
    rename(keeper.engine, "change_gone", "change")
    assert not keeper.refresh()


def test_a_file_that_became_something_else_leaves_the_old_programme(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'other.db'}")
    migrate(engine)
    keeper = ProgrammeKeeper(engine, language="de")
    keeper.load()
    before = keeper.programme
    engine.dispose()
    for file in tmp_path.glob("other.db*"):
        file.write_bytes(b"no database " * 1000)
    with pytest.raises(DatabaseUnavailableError):
        keeper.refresh()
    assert keeper.programme is before


ROWS = st.builds(
    row,
    title=st.sampled_from(["Red Rocket", "Dune", "Neu"]),
    date=st.sampled_from(["2026-11-26", "2026-11-27"]),
    time=st.sampled_from(["18:00", "20:15", "00:30"]),
    version=st.sampled_from(["OmU", "DF", "OV"]),
    auditorium=st.sampled_from(["Kino 1", "Kino 2"]),
    booking_url=st.sampled_from(["", "https://kino.example/1", "https://kino.example/22", "https://karten.example/1"]),
)
PUBLISHED = st.tuples(st.sampled_from(["moviemento", "babylon"]), st.lists(ROWS, min_size=1, max_size=6))
IN_DAYS = Window(NOW, NOW + timedelta(days=9))
FILMS = ((), ("red-rocket",), ("dune",), ("red-rocket", "neu"))
QUESTIONS = [question(window=IN_DAYS, films=films, near=near) for films in FILMS for near in (None, KOTTBUSSER_TOR)]


@given(published=st.lists(PUBLISHED, min_size=1, max_size=5))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_refreshed_answers_as_what_is_loaded_anew(
    engine: Engine, published: list[tuple[str, list[dict[str, str]]]]
) -> None:
    clear(engine)
    for slug in ("moviemento", "babylon"):
        add_cinema(engine, slug, lat=52.49 + len(slug) / 100)
    for title in ("Red Rocket", "Dune"):
        add_film(engine, title)
    keeper = ProgrammeKeeper(engine, language="de")
    keeper.load()
    touches: list[Touched | None] = []
    keeper.listeners.append(lambda _, touched: touches.append(touched))
    for slug, rows in published:
        changed = publish_sheet(engine, *rows, cinema=slug).state == "published"
        assert keeper.refresh() is changed
        with reading(engine) as session:
            anew = load_programme(session, language="de")
        assert keeper.programme.screening_count == anew.screening_count
        assert said_by(keeper.programme) == said_by(anew)
    assert all(touched is not None and len(touched.cinemas) == 1 for touched in touches)


def said_by(programme: Programme) -> list[bytes | str]:
    """Ask all questions; a film that is not known is named."""
    return [
        write_answer(programme, asked) if set(asked.films) <= set(programme.film_by_slug) else str(asked.films)
        for asked in QUESTIONS
    ]


def test_what_a_question_began_with_stays_while_many_refreshes_pass(keeper: ProgrammeKeeper) -> None:
    before = keeper.programme
    said = write_answer(before, question(window=IN_DAYS))
    for minute in range(30):
        publish_sheet(keeper.engine, *(row(time=f"{hour}:{minute:02}") for hour in range(10, 23)))
        keeper.refresh()
    assert write_answer(before, question(window=IN_DAYS)) == said
    assert keeper.programme.screening_count == 13


def test_other_changes_are_read_with_everything(keeper: ProgrammeKeeper) -> None:
    touches: list[Touched | None] = []
    keeper.listeners.append(lambda _, touched: touches.append(touched))
    with writing(keeper.engine) as session:
        session.exec(select(Film)).one().minutes = 99
        session.add(Change(changed_at=NOW, kind="films"))
    assert keeper.refresh()
    assert keeper.programme.film("red-rocket").minutes == 99
    assert touches == [None]
