"""The change log: one row a commit, read by every process to learn that its programme is old."""

from datetime import datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class Change(SQLModel, table=True):
    """What one commit touched: `kind` is `schedule`, `cinemas`, `films`, `areas` or `places`; the numbers only grow."""

    # Without AUTOINCREMENT, SQLite would give the number of a deleted last row a second time.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True)
    changed_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    kind: str
    cinema_id: int | None = Field(default=None, foreign_key="cinema.id", ondelete="CASCADE")
    film_ids: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
