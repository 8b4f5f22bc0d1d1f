"""A schedule: the document in which a cinema says what it shows in a period, as it came and what came of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class ScheduleFile(SQLModel, table=True):
    """A file as it came, by its SHA-256: kept once, however often and by whomever it is uploaded."""

    __tablename__ = "schedule_file"

    sha256: str = Field(primary_key=True)
    content: bytes
    size_bytes: int


class Schedule(SQLModel, table=True):
    """An uploaded document. `state` is `checked`, `published` or `undone`, with who brought it there and when.

    `origin` is `file`, or `demo` for the invented programme of the demo city. `scope_from` and `scope_until` are
    programme dates, both included, null where the file speaks of no day; `asked_…` is what whoever uploaded it said of
    its scope. `report` is the report as it was answered last. `publish_number` counts the publishes of its cinema, so
    that the latest is known also where clocks disagree.
    """

    __table_args__ = (Index("ix_schedule_cinema_publish", "cinema_id", "publish_number"),)

    id: int = Field(default=None, primary_key=True)
    cinema_id: int = Field(foreign_key="cinema.id", ondelete="CASCADE")
    state: str
    origin: str
    reader: str
    mode: str
    file_name: str
    sha256: str = Field(foreign_key="schedule_file.sha256", index=True)
    asked_from: date | None = None
    asked_until: date | None = None
    asked_auditoriums: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    scope_from: date | None = None
    scope_until: date | None = None
    scope_auditoriums: list[str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    report: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    publish_number: int | None = None
    uploaded_by: str
    uploaded_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    published_by: str | None = None
    published_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
    undone_by: str | None = None
    undone_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))


class ScreeningChange(SQLModel, table=True):
    """What publishing a schedule made of one screening: as it was before (null: it was not there) and after.

    Both are a `data.schedules.snapshot.Snapshot` as plain values.
    """

    __tablename__ = "screening_change"

    schedule_id: int = Field(foreign_key="schedule.id", primary_key=True, ondelete="CASCADE")
    screening_id: int = Field(foreign_key="screening.id", primary_key=True, ondelete="CASCADE")
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    after: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class UploadKey(SQLModel, table=True):
    """The `Idempotency-Key` of an upload: `asked` is a digest of all that was sent, `report` the first answer."""

    __tablename__ = "upload_key"

    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")
    key: str = Field(primary_key=True)
    asked: str
    report: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    used_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
