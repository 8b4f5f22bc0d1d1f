"""A plan becomes the programme: all of it in the caller's one transaction, with one row in the change log."""

import hashlib
from collections.abc import Mapping, Set
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from data.errors import DataError
from data.schedules.plan import Plan
from data.schedules.report import Report
from data.schedules.showing import Published, Showing
from data.tables.change_log import log_change
from data.tables.film import Film, FilmTitle
from data.tables.schedule import Schedule
from data.tables.screening import Screening, ScreeningFilm
from data.text import folded


class Consent(StrEnum):
    """What a person has to say yes to before a file with it is published."""

    ERRORS = "errors"
    REMOVALS = "removals"


class ConsentMissingError(DataError):
    """The file has bad rows, or would take away much of what is published, and nobody said yes to it."""

    def __init__(self, consents: Set[Consent], sentence: str) -> None:
        super().__init__(sentence)
        self.consents = consents


def consents_needed(plan: Plan) -> dict[Consent, str]:
    """Say what publishing a plan needs a yes for, and why."""
    needed: dict[Consent, str] = {}
    errors = len(plan.checked.unreadable)
    if errors:
        needed[Consent.ERRORS] = f"{errors} of {plan.checked.rows} rows cannot be read and would be left out."
    removed = len(plan.difference.removed)
    if 3 * removed > plan.in_scope:
        needed[Consent.REMOVALS] = f"{removed} of {plan.in_scope} published screenings would be removed."
    return needed


def publish(session: Session, plan: Plan, *, now: datetime, accept: Set[Consent] = frozenset()) -> Report:
    """Carry out a plan. The same file again finds nothing to do, and then nothing is written at all.

    Raises ConsentMissingError where a yes is needed (`consents_needed`) that `accept` does not hold.
    """
    missing = {consent: why for consent, why in consents_needed(plan).items() if consent not in accept}
    if missing:
        raise ConsentMissingError(set(missing), " ".join(missing.values()))
    if plan.is_empty and not _reaches_further(session, plan):
        return plan.report(state="unchanged")
    schedule = _store_schedule(session, plan, now)
    film_ids = _film_ids(session, plan)
    _write_screenings(session, plan, schedule, film_ids)
    report = plan.report(state="published", schedule_id=schedule.id)
    schedule.report = report.plain()
    touched = {film_ids[slug] for showing in _touched(plan) for slug in showing.films}
    log_change(session, now=now, kind="schedule", cinema_id=plan.cinema_id, film_ids=touched)
    return report


def _reaches_further(session: Session, plan: Plan) -> bool:
    """Say whether the file makes more days known, even where it shows nothing new on them."""
    if plan.scope is None:
        return False
    query = select(func.max(Schedule.scope_until)).where(
        Schedule.cinema_id == plan.cinema_id, Schedule.state == "published"
    )
    known_until = session.exec(query).one()
    return known_until is None or plan.scope.until_on > known_until


def _touched(plan: Plan) -> list[Showing]:
    difference = plan.difference
    pairs = [*difference.added, *difference.moved, *difference.changed]
    old = [before.showing for before, _ in pairs if before]
    return [showing for _, showing in pairs] + old + [gone.showing for gone in difference.removed]


def _store_schedule(session: Session, plan: Plan, now: datetime) -> Schedule:
    if plan.scope is None:
        raise ValueError("A plan that changes something has a scope.")
    schedule = Schedule(
        cinema_id=plan.cinema_id,
        state="published",
        origin=plan.document.origin,
        reader=plan.sheet.reader,
        mode=plan.mode,
        file_name=plan.document.name,
        file=plan.document.content,
        sha256=hashlib.sha256(plan.document.content).hexdigest(),
        scope_from=plan.scope.from_on,
        scope_until=plan.scope.until_on,
        scope_auditoriums=list(plan.scope.auditoriums) if plan.scope.auditoriums else None,
        report={},
        published_at=now,
    )
    session.add(schedule)
    session.flush()
    return schedule


def _film_ids(session: Session, plan: Plan) -> Mapping[str, int]:
    """Give the id of every film by slug, after adding the new ones, marked as provisional."""
    films = [
        Film(slug=new.slug, original_title=new.title, year=new.year, is_provisional=True) for new in plan.new_films
    ]
    session.add_all(films)
    session.flush()
    session.add_all(
        FilmTitle(film_id=film.id, language="und", title=film.original_title, folded=folded(film.original_title))
        for film in films
    )
    return dict(session.exec(select(Film.slug, Film.id)).all())


def _write_screenings(session: Session, plan: Plan, schedule: Schedule, film_ids: Mapping[str, int]) -> None:
    difference = plan.difference
    revived = [(old, new) for old, new in difference.added if old]
    fresh = [_screening(plan, schedule, new) for old, new in difference.added if not old]
    session.add_all(fresh)
    session.flush()
    links = list(zip(fresh, [new for old, new in difference.added if not old], strict=True))
    for old, new in [*revived, *difference.moved, *difference.changed]:
        links.append((_overwrite(session, old, new, schedule), new))
    for gone in difference.removed:
        _stored(session, gone).status = "cancelled"
    for screening, showing in links:
        _link(session, screening, showing, film_ids)


def _columns(showing: Showing) -> dict[str, Any]:
    version = asdict(showing.version)
    subtitles = version.pop("subtitles")
    return version | {
        "audio": list(showing.version.audio),
        "subtitles": None if subtitles is None else list(subtitles),
        "source_id": showing.source_id,
        "starts_at": showing.starts_at,
        "programme_on": showing.programme_on,
        "label_raw": showing.label_raw,
        "formats": list(showing.formats),
        "title_raw": showing.title,
        "auditorium": showing.auditorium,
        "booking_url": showing.booking_url,
        "status": showing.status or "scheduled",
    }


def _screening(plan: Plan, schedule: Schedule, showing: Showing) -> Screening:
    return Screening(cinema_id=plan.cinema_id, schedule_id=schedule.id, **_columns(showing))


def _stored(session: Session, old: Published) -> Screening:
    return session.get_one(Screening, old.id)


def _overwrite(session: Session, old: Published, new: Showing, schedule: Schedule) -> Screening:
    screening = _stored(session, old)
    for name, value in _columns(new).items():
        setattr(screening, name, value)
    screening.schedule_id = schedule.id
    session.exec(delete(ScreeningFilm).where(col(ScreeningFilm.screening_id) == old.id))
    return screening


def _link(session: Session, screening: Screening, showing: Showing, film_ids: Mapping[str, int]) -> None:
    for position, slug in enumerate(showing.films):
        session.add(ScreeningFilm(screening_id=screening.id, position=position, film_id=film_ids[slug]))
