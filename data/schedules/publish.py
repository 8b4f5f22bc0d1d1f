"""A plan becomes the programme: all of it in the caller's one transaction, with one row in the change log."""

from collections.abc import Mapping, Set
from datetime import datetime
from enum import StrEnum

import msgspec
from sqlalchemy import func, insert
from sqlmodel import Session, select

from data.errors import DataError
from data.schedules.closed_days import write_closing
from data.schedules.kept import keep, note_plan
from data.schedules.learned import keep_learned
from data.schedules.logged import log_rewritten
from data.schedules.much_removed import removed_share
from data.schedules.plan import Plan
from data.schedules.report import Report
from data.schedules.rewrite import Rewritten, rewrite, write_new
from data.schedules.showing import Published
from data.schedules.snapshot import Snapshot, snapshot_of, snapshots_by_id
from data.sentence import Sentence, together
from data.tables.film import Film, FilmTitle
from data.tables.schedule import Schedule, ScreeningChange
from data.text import folded

COMMAND_LINE = "command line"


class Consent(StrEnum):
    """What a person has to say yes to before a file with it is published."""

    ERRORS = "errors"
    REMOVALS = "removals"


class ConsentMissingError(DataError):
    """The file has bad rows, or would take away much of what is published, and nobody said yes to it.

    `reasons` say of each consent why it is needed.
    """

    def __init__(self, reasons: Mapping[Consent, Sentence]) -> None:
        super().__init__(together(*reasons.values()))
        self.reasons = reasons

    @property
    def consents(self) -> Set[Consent]:
        """What somebody has to say yes to."""
        return set(self.reasons)


def consents_needed(plan: Plan) -> dict[Consent, Sentence]:
    """Say what publishing a plan needs a yes for, and why."""
    needed: dict[Consent, Sentence] = {}
    errors = len(plan.checked.unreadable)
    if errors:
        needed[Consent.ERRORS] = Sentence(
            "{errors} of {rows} rows cannot be read and would be left out.", errors=errors, rows=plan.checked.rows
        )
    if share := removed_share(plan.difference, plan.in_scope):
        needed[Consent.REMOVALS] = share
    return needed


def publish(
    session: Session,
    plan: Plan,
    *,
    now: datetime,
    by: str = COMMAND_LINE,
    accept: Set[Consent] = frozenset(),
    schedule: Schedule | None = None,
) -> Report:
    """Carry out a plan. The same file again finds nothing to do, and then nothing is written at all.

    `schedule` is what was uploaded; without one, the plan's document is kept as a new one. Raises ConsentMissingError
    where a yes is needed (`consents_needed`) that `accept` does not hold.
    """
    missing = {consent: why for consent, why in consents_needed(plan).items() if consent not in accept}
    if missing:
        raise ConsentMissingError(missing)
    if plan.is_empty and not _reaches_further(session, plan):
        return plan.report(state="unchanged", schedule_id=schedule.id if schedule else None)
    schedule = schedule or keep(session, plan, now=now, by=by)
    rewritten = _write_screenings(session, plan, schedule.id)
    write_closing(session, plan.cinema_id, schedule.id, plan.closing, now)
    report = plan.report(state="published", schedule_id=schedule.id)
    note_plan(schedule, plan)
    schedule.state, schedule.published_at, schedule.published_by = "published", now, by
    schedule.publish_number = _next_number(session, plan.cinema_id)
    schedule.report = report.plain()
    _keep_changes(session, schedule.id, rewritten)
    keep_learned(session, plan.learned_titles, now)
    log_rewritten(session, plan.cinema_id, rewritten, now)
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


def _next_number(session: Session, cinema_id: int) -> int:
    query = select(func.max(Schedule.publish_number)).where(Schedule.cinema_id == cinema_id)
    return (session.exec(query).one() or 0) + 1


def _write_screenings(session: Session, plan: Plan, schedule_id: int) -> list[Rewritten]:
    difference = plan.difference
    film_ids = _film_ids(session, plan)
    pairs = [*difference.added, *difference.moved, *difference.changed]
    new = [snapshot_of(showing, schedule_id, film_ids) for old, showing in pairs if not old]
    old = [(old.id, _again(old, snapshot_of(showing, schedule_id, film_ids))) for old, showing in pairs if old]
    removed = snapshots_by_id(session, plan.cinema_id, [gone.id for gone in difference.removed])
    gone = [(number, msgspec.structs.replace(one, status="cancelled")) for number, one in removed.items()]
    return write_new(session, plan.cinema_id, new) + rewrite(session, plan.cinema_id, old + gone)


def _again(old: Published, snapshot: Snapshot) -> Snapshot:
    """Let it be remembered what a person made of a screening: its status, and where it was, while it stays."""
    again = msgspec.structs.replace(snapshot, status_by_hand=old.status_by_hand)
    is_there = (snapshot.starts_at, snapshot.auditorium) == (old.showing.starts_at, old.showing.auditorium)
    if not is_there or old.moved_from is None:
        return again
    was = old.moved_from
    return msgspec.structs.replace(again, moved_from_at=was.starts_at, moved_from_auditorium=was.auditorium)


def _film_ids(session: Session, plan: Plan) -> Mapping[str, int]:
    """Give the ids of the films that are written, by slug, after adding the new ones, marked as provisional."""
    difference = plan.difference
    pairs = [*difference.added, *difference.moved, *difference.changed]
    slugs = {slug for _, showing in pairs for slug in showing.films}
    # Another cinema of the same file may have added some of them a moment ago.
    missing = slugs.difference(session.exec(select(Film.slug)).all())
    # As plain values: a file may name as many films as it has rows, and an object takes a millisecond to build.
    blank = Film(slug="", original_title="", is_provisional=True).model_dump(exclude={"id"})
    films = [
        blank | {"slug": new.slug, "original_title": new.title, "year": new.year}
        for new in plan.new_films
        if new.slug in missing
    ]
    if films:
        session.connection().execute(insert(Film), films)
    ids = {slug: film_id for slug, film_id in session.exec(select(Film.slug, Film.id)) if slug in slugs}
    if films:
        titles = [(ids[film["slug"]], film["original_title"]) for film in films]
        session.connection().execute(
            insert(FilmTitle),
            [{"film_id": one, "language": "und", "title": title, "folded": folded(title)} for one, title in titles],
        )
    return ids


def _keep_changes(session: Session, schedule_id: int, rewritten: list[Rewritten]) -> None:
    rows = [
        {
            "schedule_id": schedule_id,
            "screening_id": one.screening_id,
            "before": msgspec.to_builtins(one.before),
            "after": msgspec.to_builtins(one.after),
        }
        for one in rewritten
    ]
    if rows:
        session.connection().execute(insert(ScreeningChange), rows)
