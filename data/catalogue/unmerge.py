"""A merge is undone: both are as they were, but for what was done to them since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select as columns
from sqlalchemy import update
from sqlmodel import Session, col, select

from data.catalogue.journal import tables_of, take_back
from data.catalogue.merge_errors import MergeOvertakenError, NotMergedError, SlugTakenError
from data.tables.change_log import log_change
from data.tables.cinema import Cinema
from data.tables.closed_day import ClosedDay
from data.tables.film import Film
from data.tables.merge import Merge
from data.tables.redirect import CINEMA, FILM
from data.tables.schedule import Schedule
from data.tables.screening import Screening

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PartReport:
    """Which of a kind are two again: the one that had stayed, and the one that had gone."""

    kind: str
    kept: str
    merged: str


def unmerge_cinemas(session: Session, merged_slug: str, *, now: datetime, by: str) -> PartReport:
    """Part two cinemas again. What was published or closed since stays with the one that was kept.

    Raises MergeRefusedError where they are not merged, or a later merge stands on this one.
    """
    merge = _undo(session, CINEMA, Cinema, merged_slug, now=now, by=by)
    _leave_published_since(session, merge)
    _leave_closed_since(session, merge)
    log_change(session, now=now, kind="cinemas")
    return PartReport(CINEMA, merge.kept_slug, merged_slug)


def unmerge_films(session: Session, merged_slug: str, *, now: datetime, by: str) -> PartReport:
    """Part two films again. Raises MergeRefusedError, as above."""
    merge = _undo(session, FILM, Film, merged_slug, now=now, by=by)
    log_change(session, now=now, kind="films", film_ids=[merge.kept_id, merge.merged_id])
    return PartReport(FILM, merge.kept_slug, merged_slug)


def _undo(session: Session, kind: str, table: type[Cinema] | type[Film], slug: str, *, now: datetime, by: str) -> Merge:
    merge = _living(session, kind, slug)
    _refuse_overtaken(session, merge)
    if session.exec(select(table.id).where(col(table.slug) == slug)).first() is not None:
        raise SlugTakenError(kind, slug)
    session.flush()
    connection = session.connection()
    take_back(connection, tables_of(connection), merge.journal)
    session.expire_all()
    merge.journal, merge.undone_at, merge.undone_by = [], now, by
    session.add(merge)
    session.flush()
    return merge


def _living(session: Session, kind: str, slug: str) -> Merge:
    query = select(Merge).where(Merge.kind == kind, Merge.merged_slug == slug, col(Merge.undone_at).is_(None))
    merge = session.exec(query.order_by(col(Merge.id).desc())).first()
    if merge is None:
        raise NotMergedError(kind, slug)
    return merge


def _refuse_overtaken(session: Session, merge: Merge) -> None:
    """Later merges have to be undone first where they took or changed what this one has to give back."""
    later = select(Merge).where(col(Merge.id) > merge.id, col(Merge.undone_at).is_(None)).order_by(col(Merge.id).desc())
    screenings = _ids_named(merge.journal, "screening_id")
    for one in session.exec(later):
        is_of_the_same = one.kind == merge.kind and merge.kept_id in (one.kept_id, one.merged_id)
        took_another = one.merged_id in _ids_named(merge.journal, f"{one.kind}_id")
        if is_of_the_same or took_another or not screenings.isdisjoint(_joined(one.journal)):
            raise MergeOvertakenError(merge.merged_slug, one.kind, one.merged_slug, one.kept_slug)


def _ids_named(journal: Iterable[Entry], column: str) -> set[int]:
    """Give the ids of cinemas, films or screenings that a merge found rows by, or kept of what it removed."""
    ids: set[int] = set()
    for entry in journal:
        own = f"{entry['table']}_id" == column
        name = "id" if own else column
        if entry["did"] == "change" and name in entry["by"]:
            ids.update(row[entry["by"].index(name)] for row in entry["rows"])
        elif entry["did"] == "remove" and not own and entry["row"].get(column) is not None:
            ids.add(entry["row"][column])
    return ids | (_joined(journal) if column == "screening_id" else set())


def _joined(journal: Iterable[Entry]) -> set[int]:
    """Give the screenings that a merge set aside, and those that stayed in their place."""
    added = [entry["rows"] for entry in journal if entry["did"] == "add" and entry["table"] == "screening_redirect"]
    return {row[name] for rows in added for row in rows for name in ("screening_id", "same_as_id")}


def _leave_published_since(session: Session, merge: Merge) -> None:
    """What a file of the kept cinema has published since is that file's: it stays where the file is."""
    files = columns(col(Schedule.id)).where(col(Schedule.cinema_id) == merge.kept_id)
    stays = col(Screening.schedule_id).in_(files) & (col(Screening.cinema_id) == merge.merged_id)
    session.connection().execute(update(Screening).where(stays).values(cinema_id=merge.kept_id))


def _leave_closed_since(session: Session, merge: Merge) -> None:
    """A day that was closed since, though the parted one had closed it before, is the kept cinema's."""
    stays = (col(ClosedDay.cinema_id) == merge.merged_id) & (col(ClosedDay.closed_at) > merge.merged_at)
    session.connection().execute(update(ClosedDay).where(stays).values(cinema_id=merge.kept_id))
