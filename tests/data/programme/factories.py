"""Programmes to ask, from a list of screenings, through the real tables; and questions to ask them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine

from data.programme.load import load_programme
from data.programme.programme import Programme
from data.programme.question import Question, Window
from data.tables.change import Change
from data.tables.cinema import Cinema
from data.tables.database import reading, writing
from data.tables.film import Film
from data.tables.schedule import Schedule, ScheduleFile
from data.tables.screening import Screening, ScreeningFilm
from data.times.programme_day import programme_on
from data.versions.notation import VERSIONS
from data.versions.version import Version
from geo.point import Point
from tests.data.factories import BERLIN, NOW

# 20:15 in Berlin on the evening of NOW.
TONIGHT = datetime(2026, 11, 22, 19, 15, tzinfo=UTC)
KOTTBUSSER_TOR = Point(52.499, 13.418)
ONE_HOUSE = {"moviemento": (52.49033, 13.4234)}


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A screening of a programme under test."""

    cinema: str = "moviemento"
    starts_at: datetime = TONIGHT
    films: tuple[str, ...] = ("red-rocket",)
    version: Version = VERSIONS["OmU"]
    formats: tuple[str, ...] = ()
    title: str = "Red Rocket"
    auditorium: str | None = None
    booking_url: str | None = None
    status: str = "scheduled"


def store(
    engine: Engine,
    *screenings: Listed,
    cinemas: Mapping[str, tuple[float, float]] = ONE_HOUSE,
    languages: Mapping[str, list[str]] | None = None,
    wheelchair: Mapping[str, str] | None = None,
    hearing_loop: Mapping[str, bool] | None = None,
    advertising_minutes: Mapping[str, int] | None = None,
    scope_until: date | None = None,
) -> None:
    """Store a programme of English films in Berlin (`languages`: of the films that are others), in one publish."""
    spoken, ways_in, loops = languages or {}, wheelchair or {}, hearing_loop or {}
    before_films = advertising_minutes or {}
    with writing(engine) as session:
        houses = {
            slug: Cinema(
                slug=slug,
                name=slug.title(),
                country="DE",
                lat=lat,
                lon=lon,
                time_zone="Europe/Berlin",
                wheelchair=ways_in.get(slug),
                has_hearing_loop=loops.get(slug),
                advertising_minutes=before_films.get(slug),
            )
            for slug, (lat, lon) in cinemas.items()
        }
        slugs = sorted({slug for one in screenings for slug in one.films})
        films = {
            slug: Film(
                slug=slug, original_title=slug, year=2021, minutes=130, original_languages=spoken.get(slug, ["en"])
            )
            for slug in slugs
        }
        session.add_all([*houses.values(), *films.values()])
        session.flush()
        session.merge(ScheduleFile(sha256="", content=b"", size_bytes=0))
        session.flush()
        schedules = {one.cinema: _schedule(houses[one.cinema].id, scope_until) for one in screenings}
        session.add_all(schedules.values())
        session.flush()
        rows = [_screening(one, houses[one.cinema].id, schedules[one.cinema].id) for one in screenings]
        session.add_all(rows)
        session.flush()
        session.add_all(
            ScreeningFilm(screening_id=row.id, position=position, film_id=films[slug].id)
            for row, one in zip(rows, screenings, strict=True)
            for position, slug in enumerate(one.films)
        )
        session.add(Change(changed_at=NOW, kind="schedule"))


def programme_of(engine: Engine, *screenings: Listed, **facts: Any) -> Programme:  # noqa: ANN401 (what store takes)
    """Store a programme and load it."""
    store(engine, *screenings, **facts)
    return loaded(engine)


def loaded(engine: Engine) -> Programme:
    with reading(engine) as session:
        return load_programme(session, language="de")


def question(**asked: Any) -> Question:  # noqa: ANN401 (fields of Question)
    """Ask at Kottbusser Tor for the next two days, unless told otherwise."""
    defaults: dict[str, Any] = {"near": KOTTBUSSER_TOR, "window": Window(NOW, NOW + timedelta(days=2))}
    return Question(**defaults | asked)


def _schedule(cinema_id: int, scope_until: date | None) -> Schedule:
    return Schedule(
        cinema_id=cinema_id,
        state="published",
        origin="file",
        reader="tall-sheet",
        mode="replace",
        file_name="programme.csv",
        sha256="",
        scope_from=NOW.date(),
        scope_until=scope_until or NOW.date(),
        report={},
        publish_number=1,
        uploaded_by="command line",
        uploaded_at=NOW,
        published_by="command line",
        published_at=NOW,
    )


def _screening(one: Listed, cinema_id: int, schedule_id: int) -> Screening:
    return Screening(
        cinema_id=cinema_id,
        schedule_id=schedule_id,
        starts_at=one.starts_at,
        programme_on=programme_on(one.starts_at, BERLIN),
        audio=list(one.version.audio),
        is_original=one.version.is_original,
        subtitles=None if one.version.subtitles is None else list(one.version.subtitles),
        captions=one.version.captions,
        audio_description=one.version.audio_description,
        formats=list(one.formats),
        title_raw=one.title,
        auditorium=one.auditorium,
        booking_url=one.booking_url,
        status=one.status,
    )
