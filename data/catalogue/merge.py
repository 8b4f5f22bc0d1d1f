"""Two houses, or two films, become one: what was one's is the other's, and the old slug leads there. Undoably."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, TypeVar

from sqlmodel import Session, col, select

from data.catalogue.fill import fill_facts
from data.catalogue.journal import Journal, tables_of
from data.catalogue.merge_errors import MergedBeforeError, MergeWithItselfError
from data.catalogue.merged_feeds import feeds_to_pause, pause_feeds
from data.catalogue.references import move_all
from data.catalogue.title_aliases import move_titles
from data.catalogue.twins import at_cinemas, by_house, by_work, join_twins, of_films, screening_ids
from data.errors import UnknownCinemaError, UnknownFilmError
from data.tables.change_log import log_change
from data.tables.cinema import Cinema
from data.tables.film import Film
from data.tables.merge import Merge
from data.tables.redirect import CINEMA, FILM, SlugRedirect
from data.tables.schedule import Schedule

_Merged = TypeVar("_Merged", Cinema, Film)
# The ids of the kept one and of the merged one.
Pair: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReport:
    """What a merge did: `screenings` of the merged one, of which `joined` were the kept one's already.

    `paused_feeds` are the addresses that are read no more, for both houses were read from one.
    """

    kind: str
    kept: str
    merged: str
    screenings: int
    joined: int
    schedules: int
    filled: tuple[str, ...]
    paused_feeds: tuple[str, ...] = ()


def merge_cinemas(session: Session, kept_slug: str, merged_slug: str, *, now: datetime, by: str) -> MergeReport:
    """Let all of one cinema be another's; facts that the kept one lacks are taken over.

    The merged one's name becomes an alias, its slug a redirect. Raises UnknownCinemaError, MergeRefusedError.
    """
    kept = _find(session, Cinema, CINEMA, kept_slug, UnknownCinemaError)
    merged = _find(session, Cinema, CINEMA, merged_slug, UnknownCinemaError)
    _refuse_itself(kept_slug, merged_slug)
    pair, journal = (kept.id, merged.id), _journal(session)
    apart = by_house(session, *pair)
    rest = {feed.id: feed.url for feed in feeds_to_pause(session, *pair)}
    schedules = _number_anew(session, journal, *pair)
    move_all(journal, "cinema", *pair)
    pause_feeds(journal, list(rest))
    joined = join_twins(session, journal, at_cinemas(kept.id), apart, now=now)
    _call_also(journal, kept, merged)
    filled = _take_over(journal, CINEMA, pair, merged_slug, but={"name", "slug", "lat", "lon"})
    report = MergeReport(
        kind=CINEMA,
        kept=kept_slug,
        merged=merged_slug,
        screenings=len(apart[1]),
        joined=joined,
        schedules=schedules,
        filled=filled,
        paused_feeds=tuple(rest.values()),
    )
    _keep(session, journal, report, pair, now=now, by=by)
    log_change(session, now=now, kind="cinemas")
    return report


def merge_films(session: Session, kept_slug: str, merged_slug: str, *, now: datetime, by: str) -> MergeReport:
    """Let all of one film be another's; facts that the kept one lacks are taken over.

    The merged one's titles are the kept one's too, its slug a redirect. Raises UnknownFilmError, MergeRefusedError.
    """
    kept = _find(session, Film, FILM, kept_slug, UnknownFilmError)
    merged = _find(session, Film, FILM, merged_slug, UnknownFilmError)
    _refuse_itself(kept_slug, merged_slug)
    pair, journal = (kept.id, merged.id), _journal(session)
    apart, came = by_work(session, *pair), screening_ids(session, of_films(merged.id))
    move_titles(journal, kept.id, merged)
    move_all(journal, "film", *pair, but=("film_title",))
    joined = join_twins(session, journal, of_films(kept.id), apart, now=now)
    filled = _take_over(journal, FILM, pair, merged_slug, but={"slug", "original_title"})
    report = MergeReport(
        kind=FILM, kept=kept_slug, merged=merged_slug, screenings=len(came), joined=joined, schedules=0, filled=filled
    )
    _keep(session, journal, report, pair, now=now, by=by)
    log_change(session, now=now, kind="films", film_ids=pair)
    return report


def _find(
    session: Session,
    table: type[_Merged],
    kind: str,
    slug: str,
    unknown: type[UnknownCinemaError] | type[UnknownFilmError],
) -> _Merged:
    found = session.exec(select(table).where(col(table.slug) == slug)).first()
    if found is not None:
        return found
    redirect = session.get(SlugRedirect, (kind, slug))
    now_id = redirect and (redirect.cinema_id if kind == CINEMA else redirect.film_id)
    if now_id is not None:
        raise MergedBeforeError(kind, slug, session.get_one(table, now_id).slug)
    raise unknown(slug)


def _refuse_itself(kept_slug: str, merged_slug: str) -> None:
    if kept_slug == merged_slug:
        raise MergeWithItselfError(kept_slug)


def _journal(session: Session) -> Journal:
    session.flush()
    connection = session.connection()
    return Journal(connection, tables_of(connection))


def _number_anew(session: Session, journal: Journal, kept_id: int, merged_id: int) -> int:
    """Number the publishes of both houses in their order, for there is one latest now; count the merged one's."""
    both = session.exec(select(Schedule).where(col(Schedule.cinema_id).in_((kept_id, merged_id)))).all()
    published = [one for one in both if one.publish_number is not None]
    published.sort(key=lambda one: (one.published_at, one.publish_number, one.id))
    schedules = journal.tables.tables["schedule"]
    if any(one.cinema_id == merged_id for one in published):
        for number, one in enumerate(published, start=1):
            journal.fill(schedules, {"id": one.id}, "publish_number", one.publish_number, number)
    return sum(one.cinema_id == merged_id for one in both)


def _call_also(journal: Journal, kept: Cinema, merged: Cinema) -> None:
    aliases = journal.tables.tables["cinema_alias"]
    known = aliases.select().where(aliases.c.cinema_id == kept.id, aliases.c.name == merged.name)
    if not journal.connection.execute(known).first():
        place = {"lat": merged.lat, "lon": merged.lon}
        journal.add(aliases, {"cinema_id": kept.id, "name": merged.name, **place})


def _take_over(journal: Journal, kind: str, pair: Pair, slug: str, *, but: Set[str]) -> tuple[str, ...]:
    """Delete the row that is merged, lead its slug on, and give the kept one the facts that it lacks."""
    table, (kept_id, merged_id) = journal.tables.tables[kind], pair
    merged = dict(journal.connection.execute(table.select().where(table.c.id == merged_id)).mappings().one())
    journal.remove(table, [merged])
    ids = {"cinema_id": None, "film_id": None} | {f"{kind}_id": kept_id}
    journal.add(journal.tables.tables["slug_redirect"], {"kind": kind, "slug": slug, **ids})
    # Only now: what nobody may share is the merged one's no longer.
    return fill_facts(journal, table, kept_id, merged, but=but)


def _keep(session: Session, journal: Journal, report: MergeReport, pair: Pair, *, now: datetime, by: str) -> None:
    """Keep the journal; what the session knows of rows is old."""
    session.expire_all()
    session.add(
        Merge(
            kind=report.kind,
            kept_id=pair[0],
            kept_slug=report.kept,
            merged_id=pair[1],
            merged_slug=report.merged,
            journal=journal.entries,
            merged_at=now,
            merged_by=by,
        )
    )
    session.flush()
