"""Who did what, so that it can be found out later."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class Audit(SQLModel, table=True):
    """Something that an account did: `by` and `about` are e-mail addresses, or what stands for one that is gone.

    `subject` is what it was done to: a schedule's number, a screening, a film's slug, days.

    It holds no network address and no position.
    """

    id: int = Field(default=None, primary_key=True)
    done_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False, index=True))
    by: str
    what: str
    subject: str | None = None
    about: str | None = None
    cinema_id: int | None = Field(default=None, foreign_key="cinema.id", index=True, ondelete="SET NULL")
