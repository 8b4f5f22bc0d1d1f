"""The programme is read from the database: in bulk, as plain columns, in one consistent state."""

from collections.abc import Collection

import numpy as np
from sqlalchemy import func
from sqlmodel import Session, col, select

from data.programme.areas import load_areas
from data.programme.assembly.assembly import Assembly
from data.programme.facts import CinemaFacts
from data.programme.film_lookup import FilmLookup
from data.programme.moved import Moved
from data.programme.programme import Programme
from data.programme.stored.closed_days import load_closed_days
from data.programme.stored.films import load_films
from data.programme.stored.published import load_published_at
from data.programme.stored.stored import read_stored
from data.tables.change import Change
from data.tables.cinema import Cinema
from data.tables.moved import moved_cinemas, moved_films, moved_screenings
from data.tables.schedule import Schedule
from geo.area import DISTRICT, Areas

_CINEMA_COLUMNS = [name for name in CinemaFacts.__struct_fields__ if name not in ("district", "known_until")]


def load_programme(session: Session, *, language: str) -> Programme:
    """Read all that is public; film titles in a language (BCP 47) where there is one."""
    return cut_programme(session, load_assembly(session, language=language))


def load_assembly(session: Session, *, language: str, film_lookup: FilmLookup | None = None) -> Assembly:
    """Read all that is public into an assembly, from which programmes are cut; `film_lookup` is an earlier one's."""
    areas = load_areas(session)
    cinemas = load_cinemas(session, areas)
    moved = Moved(moved_cinemas(session), moved_films(session), moved_screenings(session))
    assembly = Assembly(cinemas, load_films(session, language), areas, moved, film_lookup)
    cinema_ids = [cinema_id for cinema_id, _ in cinemas]
    assembly.close(load_closed_days(session), cinema_ids)
    assembly.note_published(load_published_at(session), cinema_ids)
    assembly.put_rows(read_stored(session), cinema_ids)
    return assembly


def cut_programme(session: Session, assembly: Assembly) -> Programme:
    """Cut the programme that holds what the session's state of the database says."""
    change_id, as_of = session.exec(select(func.max(Change.id), func.max(Change.changed_at))).one()
    is_demo = session.exec(select(Schedule.id).where(Schedule.origin == "demo").limit(1)).first() is not None
    return assembly.cut(as_of=as_of, change_id=change_id or 0, is_demo=is_demo)


def load_cinemas(
    session: Session, areas: Areas, cinema_ids: Collection[int] | None = None
) -> list[tuple[int, CinemaFacts]]:
    """Read cinemas, all or some, with their ids, their district, and until when their programme is known."""
    known = (
        select(Schedule.cinema_id, func.max(Schedule.scope_until))
        .where(Schedule.state == "published")
        .group_by(col(Schedule.cinema_id))
    )
    rows = select(Cinema.id, *(getattr(Cinema, name) for name in _CINEMA_COLUMNS))
    if cinema_ids is not None:
        known = known.where(col(Schedule.cinema_id).in_(cinema_ids))
        rows = rows.where(col(Cinema.id).in_(cinema_ids))
    known_until = dict(session.exec(known).all())
    told = [(cinema_id, dict(zip(_CINEMA_COLUMNS, facts, strict=True))) for cinema_id, *facts in session.exec(rows)]
    lats, lons = (np.array([facts[axis] for _, facts in told], dtype=np.float64) for axis in ("lat", "lon"))
    districts = areas.of_kind(DISTRICT, lats, lons).tolist()
    return [
        (
            cinema_id,
            CinemaFacts(
                **facts,
                district=areas[district].name if district >= 0 else None,
                known_until=known_until.get(cinema_id),
            ),
        )
        for (cinema_id, facts), district in zip(told, districts, strict=True)
    ]
