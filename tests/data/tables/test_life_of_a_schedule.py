"""Schedules that were published before their life was kept are kept with it from then on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from data.tables.database import migrate, open_database

BEFORE = "2026_11_22_taught_words"
OLD_ROWS = """
INSERT INTO cinema (id, slug, name, country, lat, lon, time_zone, is_outdoor)
VALUES (1, 'odeon', 'Odeon', 'DE', 52.5, 13.4, 'Europe/Berlin', 0);

INSERT INTO schedule (id, cinema_id, state, origin, reader, mode, file_name, file, sha256, scope_from, scope_until,
                      report, published_at)
VALUES (1, 1, 'published', 'file', 'tall-sheet', 'replace', 'a.csv', x'61', '61', '2026-11-26', '2026-12-02',
        '{}', '2026-11-21 17:00:00.000000'),
       (2, 1, 'published', 'file', 'tall-sheet', 'replace', 'a.csv', x'62', '62', '2026-11-26', '2026-12-02',
        '{}', '2026-11-22 17:00:00.000000'),
       (3, 1, 'published', 'file', 'tall-sheet', 'replace', 'a.csv', x'61', '61', '2026-11-26', '2026-12-02',
        '{}', '2026-11-23 17:00:00.000000');

INSERT INTO screening (id, cinema_id, schedule_id, starts_at, programme_on, audio, captions, audio_description,
                       label_raw, formats, title_raw, status)
VALUES (1, 1, 2, '2026-11-26 19:00:00.000000', '2026-11-26', '[]', 0, 0, '', '[]', 'Red Rocket', 'scheduled');
"""


def at_revision(engine: Engine, revision: str, *, is_up: bool = True) -> None:
    """Go to a revision as a migration goes, past today's one."""
    configuration = Config()
    configuration.set_main_option("script_location", "data:migrations")
    with engine.execution_options(is_writing=True).connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA foreign_keys = OFF")
        configuration.attributes["connection"] = connection
        (command.upgrade if is_up else command.downgrade)(configuration, revision)
        cursor.execute("PRAGMA foreign_keys = ON")


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Engine]:
    """Give a database of before, with three schedules of two files."""
    engine = open_database(f"sqlite:///{tmp_path / 'old.db'}")
    at_revision(engine, BEFORE)
    with engine.begin() as connection:
        for statement in OLD_ROWS.split(";"):
            connection.exec_driver_sql(statement)
    yield engine
    engine.dispose()


def rows(engine: Engine, question: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(question)]


def test_a_file_is_kept_once_and_the_order_of_the_publishes_is_known(old: Engine) -> None:
    migrate(old)
    assert rows(old, "SELECT sha256, content, size_bytes FROM schedule_file ORDER BY sha256") == [
        ("61", b"a", 1),
        ("62", b"b", 1),
    ]
    assert rows(old, "SELECT id, sha256, publish_number, uploaded_by, uploaded_at FROM schedule ORDER BY id") == [
        (number, sha256, number, "command line", f"2026-11-2{number} 17:00:00.000000")
        for number, sha256 in ((1, "61"), (2, "62"), (3, "61"))
    ]


def test_screenings_stay_with_their_schedule(old: Engine) -> None:
    migrate(old)
    assert rows(old, "SELECT id, schedule_id, title_raw FROM screening") == [(1, 2, "Red Rocket")]
    assert rows(old, "PRAGMA foreign_key_check") == []


def test_the_way_back_loses_no_published_schedule(old: Engine) -> None:
    before = rows(old, "SELECT id, file, sha256, scope_until, published_at FROM schedule ORDER BY id")
    migrate(old)
    at_revision(old, BEFORE, is_up=False)
    assert rows(old, "SELECT id, file, sha256, scope_until, published_at FROM schedule ORDER BY id") == before
    assert rows(old, "SELECT count(*) FROM screening") == [(1,)]
    migrate(old)
    assert rows(old, "SELECT count(*) FROM schedule_file") == [(2,)]
