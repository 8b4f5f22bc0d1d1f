"""What tests of the data need, with everything filled in that does not matter to them."""

import csv
import io
from collections.abc import Mapping, Set
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlmodel import SQLModel, col, select

from data.schedules.asked_scope import AS_THE_FILE_SAYS, AskedScope
from data.schedules.plan import Document, Mode, plan_schedule
from data.schedules.publish import Consent, publish
from data.schedules.report import Report
from data.schedules.undo import undo
from data.schedules.upload import publish_uploaded, upload
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.tables.film import Film, FilmTitle
from data.tables.screening import Screening
from data.text import folded, slug_of
from data.versions.label import label_of
from data.versions.version import Version

BERLIN = ZoneInfo("Europe/Berlin")
# A Sunday, 18:00 in Berlin; the film week of the sheets begins on Thursday the 26th.
NOW = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
YES_TO_ALL = frozenset(Consent)


def add_cinema(engine: Engine, slug: str = "moviemento", **facts: Any) -> None:  # noqa: ANN401 (columns of the table)
    defaults: dict[str, Any] = {
        "name": slug.title(),
        "country": "DE",
        "lat": 52.49,
        "lon": 13.42,
        "time_zone": "Europe/Berlin",
    }
    with writing(engine) as session:
        session.add(Cinema(**{"slug": slug} | defaults | facts))


def add_film(engine: Engine, title: str = "Red Rocket", **facts: Any) -> None:  # noqa: ANN401 (columns of the table)
    defaults: dict[str, Any] = {"slug": slug_of(title), "year": 2021, "minutes": 130, "original_languages": ["en"]}
    with writing(engine) as session:
        film = Film(**{"original_title": title} | defaults | facts)
        session.add(film)
        session.flush()
        session.add(FilmTitle(film_id=film.id, language="en", title=title, folded=folded(title)))


def row(
    date: str = "2026-11-26",
    time: str = "20:00",
    title: str = "Red Rocket",
    version: str = "OmU",
    auditorium: str = "Kino 1",
    **more: str,
) -> dict[str, str]:
    """Write a row of a sheet; `more` are columns by our own names for them."""
    return {"date": date, "time": time, "title": title, "version": version, "auditorium": auditorium, **more}


def sheet(*rows: Mapping[str, str], separator: str = ";") -> bytes:
    """Write a tall sheet with the columns that its rows have."""
    columns = list(dict.fromkeys(name for one in rows or [row()] for name in one))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def check_sheet(
    engine: Engine,
    *rows: Mapping[str, str],
    content: bytes | None = None,
    now: datetime = NOW,
    mode: Mode = Mode.REPLACE,
    cinema: str = "moviemento",
    asked: AskedScope = AS_THE_FILE_SAYS,
) -> Report:
    """Check a sheet without publishing it."""
    document = Document(name="programme.csv", content=sheet(*rows) if content is None else content)
    with reading(engine) as session:
        return plan_schedule(session, cinema, document, now=now, mode=mode, asked=asked).report(state="checked")


def publish_sheet(
    engine: Engine,
    *rows: Mapping[str, str],
    content: bytes | None = None,
    now: datetime = NOW,
    mode: Mode = Mode.REPLACE,
    cinema: str = "moviemento",
    accept: Set[Consent] = YES_TO_ALL,
    asked: AskedScope = AS_THE_FILE_SAYS,
) -> Report:
    """Publish a sheet in a transaction of its own; unless told otherwise, whatever it needs a yes for is agreed to."""
    document = Document(name="programme.csv", content=sheet(*rows) if content is None else content)
    with writing(engine) as session:
        plan = plan_schedule(session, cinema, document, now=now, mode=mode, asked=asked)
        return publish(session, plan, now=now, accept=accept)


def upload_sheet(
    engine: Engine,
    *rows: Mapping[str, str],
    now: datetime = NOW,
    mode: Mode = Mode.REPLACE,
    cinema: str = "moviemento",
    **more: Any,  # noqa: ANN401 (what upload takes)
) -> Report:
    """Upload a sheet, to be published later."""
    document = Document(name="programme.csv", content=sheet(*rows))
    defaults: dict[str, Any] = {"by": "kasse@kino.example"}
    return upload(engine, cinema, document, now=now, mode=mode, **defaults | more)


def publish_uploaded_sheet(
    engine: Engine,
    uploaded: Report,
    *,
    now: datetime = NOW,
    cinema: str = "moviemento",
    accept: Set[Consent] = YES_TO_ALL,
    by: str = "kasse@kino.example",
) -> Report:
    """Publish what was uploaded."""
    return publish_uploaded(engine, cinema, int(uploaded.id or 0), now=now, by=by, accept=accept)


def undo_latest(
    engine: Engine, *, schedule_id: int | None = None, now: datetime = NOW, cinema: str = "moviemento"
) -> Report:
    """Take back the latest schedule."""
    with writing(engine) as session:
        return undo(session, cinema, schedule_id, now=now, by="kasse@kino.example")


class Shown(NamedTuple):
    """A stored screening, as tests compare it; `starts` is `DD HH:MM` in Berlin."""

    id: int
    starts: str
    title: str
    label: str
    auditorium: str | None
    status: str


def stored(engine: Engine) -> list[Shown]:
    """Read all screenings, cancelled ones too, by start and id."""
    with reading(engine) as session:
        rows = session.exec(select(Screening).order_by(col(Screening.starts_at), col(Screening.id))).all()
        return [
            Shown(
                one.id,
                one.starts_at.astimezone(BERLIN).strftime("%d %H:%M"),
                one.title_raw,
                label_of(Version(tuple(one.audio), one.is_original, subtitles_of(one))),
                one.auditorium,
                one.status,
            )
            for one in rows
        ]


def subtitles_of(screening: Screening) -> tuple[str, ...] | None:
    return None if screening.subtitles is None else tuple(screening.subtitles)


def starts(engine: Engine) -> list[str]:
    """Give the starts of all screenings that are not cancelled, as `DD HH:MM`."""
    return [one.starts for one in stored(engine) if one.status != "cancelled"]


def dump(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Read the whole database, every column of every row."""
    with engine.connect() as connection:
        return {
            table.name: sorted((tuple(one) for one in connection.execute(table.select())), key=repr)
            for table in SQLModel.metadata.sorted_tables
        }


def clear(engine: Engine) -> None:
    """Empty all tables: what an example of a property begins with."""
    with writing(engine) as session:
        for table in reversed(SQLModel.metadata.sorted_tables):
            session.execute(table.delete())
