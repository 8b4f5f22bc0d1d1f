"""A feed: an address at which a cinema keeps its programme, read on a timetable."""

from datetime import datetime

from sqlalchemy import Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class Feed(SQLModel, table=True):
    """An address, and what came of reading it.

    `state` is `new`, `read`, `waiting` (what came needs a person's yes, `schedule_id` says to what) or `failing` (with
    `failures` in a row); `problem` is a sentence. `etag` and `last_modified` are what the address said last, `sha256`
    is of what came last. Whoever reads it holds it until `leased_until`.
    """

    __table_args__ = (UniqueConstraint("cinema_id", "url"),)

    id: int = Field(default=None, primary_key=True)
    cinema_id: int = Field(foreign_key="cinema.id", index=True, ondelete="CASCADE")
    url: str
    every_minutes: int
    is_paused: bool = False
    added_by: str
    added_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    state: str = "new"
    problem: str | None = None
    failures: int = 0
    schedule_id: int | None = Field(default=None, foreign_key="schedule.id", ondelete="SET NULL")
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    tried_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    read_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    next_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False, index=True))
    leased_until: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
