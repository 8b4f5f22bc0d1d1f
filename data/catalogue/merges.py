"""The merges that count: what became one, when and by whom, the last first; each can be undone."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from data.tables.merge import Merge

_MOST = 20


@dataclass(frozen=True, slots=True)
class PastMerge:
    """Of two of a kind, the one that went into the one that stayed."""

    kept: str
    merged: str
    at: datetime
    by: str


def past_merges(session: Session, kind: str, *, kept_id: int | None = None, limit: int = _MOST) -> list[PastMerge]:
    """List merges of a kind that were not undone, of all or into one."""
    # Columns: a journal may be large.
    query = select(Merge.kept_slug, Merge.merged_slug, Merge.merged_at, Merge.merged_by)
    query = query.where(Merge.kind == kind, col(Merge.undone_at).is_(None))
    if kept_id is not None:
        query = query.where(Merge.kept_id == kept_id)
    return [PastMerge(*row) for row in session.exec(query.order_by(col(Merge.id).desc()).limit(limit))]
