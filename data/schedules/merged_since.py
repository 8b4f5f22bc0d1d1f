"""What merges have made of the films and screenings that a schedule once changed."""

from sqlalchemy import or_
from sqlmodel import Session, col, select

from data.schedules.errors import MergedSinceError
from data.tables.merge import Merge
from data.tables.redirect import FILM, ScreeningRedirect
from data.tables.schedule import Schedule, ScreeningChange


def merged_films(session: Session) -> dict[int, int]:
    """Give the films that others have become, by the ids of these."""
    query = select(Merge.merged_id, Merge.kept_id).where(Merge.kind == FILM, col(Merge.undone_at).is_(None))
    became: dict[int, int] = {}
    # The latest first: where its film went further, that is known by then.
    for merged_id, kept_id in session.exec(query.order_by(col(Merge.id).desc())):
        became[merged_id] = became.get(kept_id, kept_id)
    return became


def refuse_joined_since(session: Session, schedule: Schedule) -> None:
    """Raise MergedSinceError where screenings that a schedule changed have become one with others since."""
    of_both = or_(
        col(ScreeningRedirect.screening_id) == ScreeningChange.screening_id,
        col(ScreeningRedirect.same_as_id) == ScreeningChange.screening_id,
    )
    query = select(ScreeningRedirect.joined_at).join(ScreeningChange, of_both)
    joined = session.exec(query.where(ScreeningChange.schedule_id == schedule.id)).all()
    since = [moment for moment in joined if schedule.published_at is None or moment >= schedule.published_at]
    if not since:
        return
    later = select(Merge).where(col(Merge.merged_at).in_(since), col(Merge.undone_at).is_(None))
    merges = session.exec(later.order_by(col(Merge.id).desc()))
    raise MergedSinceError(schedule.id, [f"kinonah {one.kind}s unmerge {one.merged_slug}" for one in merges])
