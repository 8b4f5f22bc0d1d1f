"""PostgreSQL: its URLs as they are written, its refusals in words, its writers in turn."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from time import monotonic

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.engine import make_url
from sqlmodel import col, select

from data.errors import DatabaseUnavailableError
from data.tables.change import Change
from data.tables.change_log import log_change
from data.tables.database import migrate, open_database, reading, writing

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
WAITING = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")


@pytest.fixture
def engine(shared_postgresql: str) -> Iterator[Engine]:
    engine = open_database(shared_postgresql)
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+asyncpg"])
def test_a_url_is_opened_whatever_driver_it_names(shared_postgresql: str, scheme: str) -> None:
    engine = open_database(shared_postgresql.replace("postgresql", scheme, 1))
    with reading(engine) as session:
        assert session.connection().scalar(text("SELECT 1")) == 1
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("postgresql://kinonah:geheim@127.0.0.1:1/kinonah", "refused"),
        ("postgresql://stranger:geheim@/postgres?host={host}", "password authentication failed"),
        ("postgresql://kinonah:geheim@/nowhere?host={host}", '"nowhere" does not exist'),
        ("postgresql://kinonah:geheim@/postgres?host={host}&pgbouncer=true", "pgbouncer"),
        ("postgresql://kinonah:geheim@127.0.0.1:many/kinonah", "KINONAH_DATABASE_URL"),
        ("postgresql://kinonah:ge@heim@127.0.0.1/kinonah", "%40"),
        ("mysql://kinonah:geheim@127.0.0.1/kinonah", "postgresql://USER"),
    ],
)
def test_a_database_that_does_not_open_says_why_but_no_password(shared_postgresql: str, url: str, says: str) -> None:
    with pytest.raises(DatabaseUnavailableError, match=says) as refused:
        migrate(open_database(url.format(host=make_url(shared_postgresql).query["host"])))
    assert "heim" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_who_reads_writes_nothing(engine: Engine) -> None:
    with pytest.raises(DatabaseUnavailableError, match="read-only"), reading(engine) as session:
        log_change(session, now=NOW, kind="cinemas")


def test_a_reader_that_asks_again_and_again_misses_no_change(engine: Engine) -> None:
    def log(kind: str) -> None:
        with writing(engine) as session:
            log_change(session, now=NOW, kind=kind)

    def see_new() -> None:
        with reading(engine) as session:
            news = select(Change.id, Change.kind).where(col(Change.id) > max(seen, default=0))
            seen.update(session.exec(news).all())

    seen: dict[int, str] = {}
    see_new()
    known = len(seen)
    with ThreadPoolExecutor(1) as beside:
        with writing(engine) as first:
            log_change(first, now=NOW, kind="began first")
            second = beside.submit(log, "began second")
            wait_until_ended_or_waiting(second, engine)
            see_new()
        second.result()
    see_new()
    assert list(seen.values())[known:] == ["began first", "began second"]


def wait_until_ended_or_waiting(writer: Future[None], engine: Engine) -> None:
    ends = monotonic() + 10
    while not writer.done() and monotonic() < ends:
        with reading(engine) as session:
            if session.connection().scalar(WAITING):
                return


def test_who_waits_too_long_for_a_writer_is_told_so(engine: Engine) -> None:
    lock = text("SET LOCAL lock_timeout = '20ms'; SELECT pg_advisory_xact_lock(7)")
    with writing(engine) as first:
        first.connection().execute(lock)
        with pytest.raises(DatabaseUnavailableError, match="Somebody else has been writing"), reading(engine) as second:
            second.connection().execute(lock)
