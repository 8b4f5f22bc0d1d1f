"""Screenings that are one and the same once their houses or their films are: one stays, the other is set aside."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlmodel import Session, SQLModel, col

from data.catalogue.journal import Journal
from data.schedules.snapshot import Snapshot, read_snapshots
from data.schedules.status import CANCELLED
from data.tables.screening import Screening, ScreeningFilm

Key = Callable[[int], Hashable]


def at_cinemas(*cinema_ids: int) -> ColumnElement[bool]:
    """Mean the screenings of some cinemas."""
    return col(Screening.cinema_id).in_(cinema_ids)


def of_films(*film_ids: int) -> ColumnElement[bool]:
    """Mean the screenings that show one of some films."""
    shown = select(col(ScreeningFilm.screening_id)).where(col(ScreeningFilm.film_id).in_(film_ids))
    return col(Screening.id).in_(shown)


def screening_ids(session: Session, which: ColumnElement[bool]) -> set[int]:
    """Give the ids of some screenings."""
    return set(session.connection().scalars(select(col(Screening.id)).where(which)))


def by_house(session: Session, *cinema_ids: int) -> list[set[int]]:
    """Give the screenings of each cinema."""
    return [screening_ids(session, at_cinemas(cinema_id)) for cinema_id in cinema_ids]


def by_work(session: Session, kept_id: int, merged_id: int) -> list[set[int]]:
    """Give the screenings that show one of two films, those apart that show others beside; the kept film's first."""
    works: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for screening_id, snapshot in read_snapshots(session, of_films(kept_id, merged_id)).items():
        works[tuple(snapshot.film_ids)].add(screening_id)
    return [works[work] for work in sorted(works, key=lambda work: (merged_id in work, kept_id not in work, work))]


def join_twins(
    session: Session, journal: Journal, which: ColumnElement[bool], apart: Sequence[set[int]], *, now: datetime
) -> int:
    """Set aside screenings of which others, that were `apart` from them, are the same now; say how many that are.

    The same are two of one cinema, its films, start, version and auditorium; of the set that comes first, they stay.
    What is set aside is cancelled and keeps its id, which from now on means the other one; where that has no booking
    link, it takes this one's.
    """
    connection = session.connection()
    houses = dict(connection.execute(select(col(Screening.id), col(Screening.cinema_id)).where(which)).all())
    living = {one: snap for one, snap in read_snapshots(session, which).items() if snap.status != CANCELLED}

    def key(one: int) -> Hashable:
        return houses[one], *_what(living[one])

    def closer_key(one: int) -> Hashable:
        return key(one), tuple(living[one].formats)

    pairs: list[tuple[int, int]] = []
    there: set[int] = set()
    for came in (living.keys() & together for together in apart):
        found = _pairs((closer_key, key), there, came)
        pairs += found
        there |= came - {twin for _, twin in found}
    _set_aside(journal, pairs, {twin: living[twin].status for _, twin in pairs}, now)
    for stays, twin in pairs:
        if living[twin].booking_url and not living[stays].booking_url:
            screenings = journal.tables.tables["screening"]
            journal.fill(screenings, {"id": stays}, "booking_url", living[stays].booking_url, living[twin].booking_url)
    return len(pairs)


def _pairs(keys: Iterable[Key], there: set[int], came: set[int]) -> list[tuple[int, int]]:
    """Pair one by one, for two that came may be two in different rooms that nobody names."""
    pairs: list[tuple[int, int]] = []
    for key in keys:
        waiting: Mapping[Hashable, list[int]] = defaultdict(list)
        for one in sorted(there):
            waiting[key(one)].append(one)
        found = [(waiting[key(twin)].pop(0), twin) for twin in sorted(came) if waiting[key(twin)]]
        pairs += found
        there, came = there - {stays for stays, _ in found}, came - {twin for _, twin in found}
    return pairs


def _what(snapshot: Snapshot) -> tuple[Hashable, ...]:
    subtitles = None if snapshot.subtitles is None else tuple(snapshot.subtitles)
    version = (tuple(snapshot.audio), snapshot.is_original, subtitles, snapshot.captions, snapshot.audio_description)
    # What shows no film is told by its title alone.
    work = tuple(snapshot.film_ids) or snapshot.title_raw
    return work, snapshot.starts_at, version, snapshot.auditorium


def _set_aside(journal: Journal, pairs: Sequence[tuple[int, int]], statuses: Mapping[int, str], now: datetime) -> None:
    """Cancel the second of each pair and redirect its id, and those that were redirected to it, to the first."""
    for status in sorted(set(statuses.values())):
        twins = [[twin] for twin, its in statuses.items() if its == status]
        journal.change(journal.tables.tables["screening"], ["id"], twins, {"status": status}, {"status": CANCELLED})
    # Our own table: it knows how moments are stored.
    redirects = SQLModel.metadata.tables["screening_redirect"]
    led: dict[int, list[int]] = defaultdict(list)
    for one, same_as in journal.connection.execute(select(redirects.c.screening_id, redirects.c.same_as_id)):
        led[same_as].append(one)
    for stays, twin in pairs:
        rows = [[one] for one in led[twin]]
        journal.change(redirects, ["screening_id"], rows, {"same_as_id": twin}, {"same_as_id": stays})
    rows_of = [{"screening_id": twin, "same_as_id": stays, "joined_at": now} for stays, twin in pairs]
    journal.add_all(redirects, rows_of)
