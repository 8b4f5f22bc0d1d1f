"""A merge: what two houses or films became one, when and by whom, and what it takes to part them again."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class Merge(SQLModel, table=True):
    """`kind` is `cinema` or `film`. The kept one stayed, the merged one went into it and is no row any more.

    `journal` is all that was written, in order (data.catalogue.journal); empty once it is undone.
    """

    id: int = Field(default=None, primary_key=True)
    kind: str
    kept_id: int = Field(index=True)
    kept_slug: str
    merged_id: int
    merged_slug: str = Field(index=True)
    journal: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    merged_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    merged_by: str
    undone_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    undone_by: str | None = None
