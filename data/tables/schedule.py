"""A schedule: the document in which a cinema says what it shows in a period, as it came and what came of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class Schedule(SQLModel, table=True):
    """A published document. `origin` is `file`, or `demo` for the invented programme of the demo city.

    `scope_from` and `scope_until` are programme dates, both included; `report` is the report as it was answered.
    """

    id: int = Field(default=None, primary_key=True)
    cinema_id: int = Field(foreign_key="cinema.id", index=True, ondelete="CASCADE")
    state: str
    origin: str
    reader: str
    mode: str
    file_name: str
    file: bytes
    sha256: str
    scope_from: date
    scope_until: date
    scope_auditoriums: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    report: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    published_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
