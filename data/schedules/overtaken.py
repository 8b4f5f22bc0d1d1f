"""Whether a plan that was made while reading still holds when the turn to write has come."""

from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select

from data.schedules.plan import Plan
from data.tables.change import Change
from data.tables.film import Film


class Mark(NamedTuple):
    """The last change and the last film that there were, 0 for none."""

    change: int
    film: int


def mark_of(session: Session) -> Mark:
    """Note what is there while a plan is made: in the same session, for that sees one state."""
    return Mark(session.exec(select(func.max(Change.id))).one() or 0, _last_film(session))


def is_overtaken(session: Session, plan: Plan, mark: Mark) -> bool:
    """Say whether anything on which a plan relies may have changed since.

    What another cinema published is none of it, but for a new film that the plan would make too.
    """
    changes = session.exec(select(Change).where(col(Change.id) > mark.change)).all()
    if any(change.kind != "schedule" or change.cinema_id == plan.cinema_id for change in changes):
        return True
    return bool(plan.new_films) and _last_film(session) != mark.film


def _last_film(session: Session) -> int:
    return session.exec(select(func.max(Film.id))).one() or 0
