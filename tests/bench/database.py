"""A world in our own tables on SQLite: what the tutorial asks, what is loaded, and what `kinonah serve` serves."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
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
from data.tables.schedule import Schedule
from data.tables.screening import Screening, ScreeningFilm
from data.text import folded
from data.versions.notation import VERSIONS
from tests.bench.facts import FORMAT_NAMES, Facts, auditorium_name, booking_url
from tests.bench.worlds import DAYS, LABELS, LANGUAGES, NOW, World

_PORTION = 20_000
# A parse edge: rows as the database takes them.
Row = dict[str, Any]


def fill_database(world: World, facts: Facts, path: Path) -> Engine:
    """Write a world into a new SQLite file: a published schedule a cinema, ids that count from 1."""
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    with writing(engine) as session:
        _insert(session, Cinema, (_row(one, number, "known_until") for number, one in enumerate(facts.cinemas, 1)))
        skipped = ("title", "titles", "credits", "texts")
        _insert(session, Film, (_row(one, number, *skipped) for number, one in enumerate(facts.films, 1)))
        _insert(session, FilmTitle, _titles(facts))
        _insert(session, Schedule, (_schedule(number) for number in range(1, len(facts.cinemas) + 1)))
        _insert(session, Screening, _screenings(world, facts))
        _insert(session, ScreeningFilm, _shown(world))
        session.add(Change(changed_at=NOW, kind="schedule"))
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
    stored = {"file": b"", "sha256": "", "report": {}, "published_at": NOW}
    return {"id": cinema, "cinema_id": cinema} | facts | scope | stored


def _screenings(world: World, facts: Facts) -> Iterator[Row]:
    formats = [[name for bit, name in enumerate(FORMAT_NAMES) if bits >> bit & 1] for bits in range(16)]
    versions = {
        (spoken, written): asdict(VERSIONS[label].for_film((language,)))
        for spoken, language in enumerate(LANGUAGES)
        for written, label in enumerate(LABELS)
    }
    columns = zip(
        world.cinema.tolist(),
        world.minute.tolist(),
        world.evening.tolist(),
        world.film.tolist(),
        world.language[world.film].tolist(),
        world.label.tolist(),
        world.formats.tolist(),
        world.auditorium.tolist(),
        world.is_booked.tolist(),
        world.is_sold_out.tolist(),
        strict=True,
    )
    for number, row in enumerate(columns, 1):
        cinema, minute, evening, film, language, label, bits, auditorium, is_booked, is_sold_out = row
        yield versions[language, label] | {
            "id": number,
            "cinema_id": cinema + 1,
            "schedule_id": cinema + 1,
            "starts_at": datetime.fromtimestamp(minute * 60, tz=UTC),
            "programme_on": date.fromordinal(evening),
            "label_raw": LABELS[label],
            "formats": formats[bits],
            "title_raw": facts.films[film].title,
            "auditorium": auditorium_name(auditorium),
            "booking_url": booking_url(cinema, number) if is_booked else None,
            "status": "sold-out" if is_sold_out else "scheduled",
        }


def _shown(world: World) -> Iterator[Row]:
    for number, (film, second) in enumerate(zip(world.film.tolist(), world.second.tolist(), strict=True), 1):
        yield {"screening_id": number, "position": 0, "film_id": film + 1}
        if second >= 0:
            yield {"screening_id": number, "position": 1, "film_id": second + 1}
