"""Screenings are written, new ones and those that exist, in bulk; what that changed is given back, before and after."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import bindparam, delete, insert, update
from sqlmodel import Session, col

from data.schedules.snapshot import COLUMNS, Snapshot, snapshots_by_id
from data.tables.screening import Screening, ScreeningFilm


class Rewritten(NamedTuple):
    """One screening, before (null: it is new) and after."""

    screening_id: int
    before: Snapshot | None
    after: Snapshot


def rewrite(session: Session, cinema_id: int, old: Sequence[tuple[int, Snapshot]]) -> list[Rewritten]:
    """Give screenings of a cinema that exist, by id, what they are from now on."""
    before = snapshots_by_id(session, cinema_id, [screening_id for screening_id, _ in old])
    rewritten = [Rewritten(screening_id, before[screening_id], after) for screening_id, after in old]
    if rewritten:
        session.connection().execute(
            update(Screening).where(col(Screening.cinema_id) == cinema_id, col(Screening.id) == bindparam("screening")),
            [{"screening": one.screening_id} | _values(one.after) for one in rewritten],
        )
    _link(session, [one for one in rewritten if one.before and one.before.film_ids != one.after.film_ids])
    return rewritten


def write_new(session: Session, cinema_id: int, new: Sequence[Snapshot]) -> list[Rewritten]:
    """Add screenings to a cinema."""
    if not new:
        return []
    ids = session.connection().scalars(
        insert(Screening).returning(col(Screening.id), sort_by_parameter_order=True),
        [{"cinema_id": cinema_id} | _values(one) for one in new],
    )
    written = [Rewritten(screening_id, None, one) for screening_id, one in zip(ids, new, strict=True)]
    _link(session, written)
    return written


def _values(snapshot: Snapshot) -> dict[str, Any]:
    values = msgspec.structs.asdict(snapshot)
    return {name: values[name] for name in COLUMNS}


def _link(session: Session, written: Sequence[Rewritten]) -> None:
    old = [one.screening_id for one in written if one.before]
    if old:
        session.connection().execute(delete(ScreeningFilm).where(col(ScreeningFilm.screening_id).in_(old)))
    links = [
        {"screening_id": one.screening_id, "position": position, "film_id": film_id}
        for one in written
        for position, film_id in enumerate(one.after.film_ids)
    ]
    if links:
        session.connection().execute(insert(ScreeningFilm), links)
