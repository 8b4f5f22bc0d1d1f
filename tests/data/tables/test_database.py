"""The database: migrated, checked, and written by one at a time."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, SQLModel, func, select

from data.errors import DatabaseUnavailableError
from data.tables.change import Change
from data.tables.database import migrate, open_database, reading, writing

pytestmark = pytest.mark.both_databases

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def change_count(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Change)).one()


def test_migrating_twice_is_harmless(engine: Engine) -> None:
    with writing(engine) as session:
        session.add(Change(changed_at=NOW, kind="cinemas"))
    migrate(engine)
    with reading(engine) as session:
        assert change_count(session) == 1


def test_processes_that_start_together_migrate_once(new_database_url: str) -> None:
    program = (
        "import sys; from data.tables.database import migrate, open_database\n"
        "engine = open_database(sys.argv[1]); print('ready', flush=True); sys.stdin.readline(); migrate(engine)"
    )
    starters = [
        subprocess.Popen(
            [sys.executable, "-c", program, new_database_url], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    for starter in starters:
        assert starter.stdout is not None
        assert starter.stdout.readline() == b"ready\n"
    for starter in starters:
        assert starter.stdin is not None
        starter.stdin.write(b"go\n")
        starter.stdin.flush()
    for starter in starters:
        starter.communicate()
    assert [starter.returncode for starter in starters] == [0, 0, 0, 0]


def test_a_new_file_is_opened_by_several_at_once(tmp_path: Path) -> None:
    def write(url: str, ready: threading.Barrier) -> None:
        engine = open_database(url)
        ready.wait()
        with engine.execution_options(is_writing=True).connect() as connection:
            connection.execute(text("CREATE TABLE IF NOT EXISTS one (id INTEGER)"))
        engine.dispose()

    with ThreadPoolExecutor(8) as threads:
        # A single race is lost seldom; thirty of them hardly pass without the waiting.
        for race in range(30):
            ready = threading.Barrier(8)
            url = f"sqlite:///{tmp_path / f'{race}.db'}"
            for writer in [threads.submit(write, url, ready) for _ in range(8)]:
                assert writer.exception() is None


def test_the_migrations_make_the_tables_that_the_models_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_row_that_points_nowhere_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"), writing(engine) as session:
        session.add(Change(changed_at=NOW, kind="schedule", cinema_id=404))


def test_readers_do_not_wait_for_a_writer(engine: Engine) -> None:
    with writing(engine) as writer:
        writer.add(Change(changed_at=NOW, kind="cinemas"))
        writer.flush()
        with reading(engine) as reader:
            assert change_count(reader) == 0


def test_two_writers_wait_for_one_another(engine: Engine) -> None:
    together = threading.Barrier(2)

    def add_to_the_count(_: int) -> None:
        together.wait()
        for _ in range(10):
            with writing(engine) as session:
                seen = change_count(session)
                session.add(Change(changed_at=NOW, kind=str(seen)))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(add_to_the_count, range(2)))
    with reading(engine) as session:
        assert sorted(int(kind) for kind in session.exec(select(Change.kind))) == list(range(20))


def test_work_that_fails_leaves_nothing(engine: Engine) -> None:
    def fail_half_way() -> None:
        with writing(engine) as session:
            session.add(Change(changed_at=NOW, kind="cinemas"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with reading(engine) as session:
        assert change_count(session) == 0


def test_a_naive_datetime_is_refused(engine: Engine) -> None:
    with pytest.raises(StatementError, match="without a zone"), writing(engine) as session:
        session.add(Change(changed_at=NOW.replace(tzinfo=None), kind="cinemas"))


def test_a_moment_comes_back_as_the_same_moment_in_utc(engine: Engine) -> None:
    with writing(engine) as session:
        session.add(Change(changed_at=NOW.astimezone(timezone(timedelta(hours=9))), kind="cinemas"))
    with reading(engine) as session:
        stored = session.exec(select(Change.changed_at)).one()
    assert stored == NOW
    assert stored.utcoffset() == timedelta(0)


def test_the_number_of_a_deleted_change_is_not_given_again(engine: Engine) -> None:
    with writing(engine) as session:
        session.add(Change(changed_at=NOW, kind="cinemas"))
    with writing(engine) as session:
        session.delete(session.exec(select(Change)).one())
    with writing(engine) as session:
        session.add(Change(changed_at=NOW, kind="films"))
    with reading(engine) as session:
        assert session.exec(select(Change.id)).one() == 2


@pytest.mark.parametrize("url", ["nonsense", "cassandra://host/db", ""])
def test_a_url_that_is_no_database_says_what_to_write(url: str) -> None:
    with pytest.raises(DatabaseUnavailableError, match="KINONAH_DATABASE_URL"):
        open_database(url)


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear cinema, " * 1000)
    engine = open_database(f"sqlite:///{tmp_path / 'letter.db'}")
    with pytest.raises(DatabaseUnavailableError, match="cannot be opened"):
        migrate(engine)
    engine.dispose()
