"""A world in our own tables on SQLite: what the tutorial asks, what is loaded, and what `kinonah serve` serves."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Engine, insert
from sqlmodel import Session, SQLModel

from data.tables.change import Change
from data.tables.cinema import Cinema
from data.tables.database import migrate, open_database, writing
from data.tables.film import Film, FilmTitle
from data.tables.schedule import Schedule, ScheduleFile
from data.text import folded
from tests.bench.facts import Facts
from tests.bench.screenings import fill_screenings
from tests.bench.worlds import DAYS, NOW, World

_PORTION = 20_000
# A parse edge: rows as the database takes them.
Row = dict[str, Any]


def fill_database(world: World, facts: Facts, path: Path) -> Engine:
    """Write a world into a new SQLite file: a published schedule a cinema, ids that count from 1."""
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    with writing(engine) as session:
        looked_up = ("district", "known_until")
        _insert(session, Cinema, (_row(one, number, *looked_up) for number, one in enumerate(facts.cinemas, 1)))
        skipped = ("title", "titles", "credits", "texts")
        _insert(session, Film, (_row(one, number, *skipped) for number, one in enumerate(facts.films, 1)))
        _insert(session, FilmTitle, _titles(facts))
        session.add(ScheduleFile(sha256="", content=b"", size_bytes=0))
        session.flush()
        _insert(session, Schedule, (_schedule(number) for number in range(1, len(facts.cinemas) + 1)))
        session.add(Change(changed_at=NOW, kind="schedule"))
    engine.dispose()
    fill_screenings(world, facts, path)
    return engine


def _insert(session: Session, table: type[SQLModel], rows: Iterator[Row]) -> None:
    while portion := list(islice(rows, _PORTION)):
        session.connection().execute(insert(table), portion)


def _row(facts: msgspec.Struct, number: int, *skipped: str) -> Row:
    return {"id": number} | {
        name: value for name, value in msgspec.structs.asdict(facts).items() if name not in skipped
    }


def _titles(facts: Facts) -> Iterator[Row]:
    for number, film in enumerate(facts.films, 1):
        for language, title in film.titles.items():
            yield {"film_id": number, "language": language, "title": title, "folded": folded(title)}


def _schedule(cinema: int) -> Row:
    first = NOW.date()
    facts = {"state": "published", "origin": "file", "reader": "tall-sheet", "mode": "replace", "file_name": "week.csv"}
    scope = {"scope_from": first, "scope_until": first + timedelta(days=DAYS - 1)}
    stored = {"sha256": "", "report": {}, "publish_number": 1}
    stored |= {"uploaded_by": "bench", "uploaded_at": NOW, "published_by": "bench", "published_at": NOW}
    return {"id": cinema, "cinema_id": cinema} | facts | scope | stored
