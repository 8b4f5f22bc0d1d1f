"""A day on which a cinema says that it is closed: that it shows nothing is known then, not merely unheard of."""

from datetime import date, datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from data.tables.utc import UtcDateTime


class ClosedDay(SQLModel, table=True):
    """One programme date of one cinema; `note` is what the cinema says about it.

    `schedule_id` is the schedule that says so, null where somebody entered it by hand.
    """

    __tablename__ = "closed_day"

    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")
    programme_on: date = Field(primary_key=True)
    note: str | None = None
    schedule_id: int | None = Field(default=None, foreign_key="schedule.id", ondelete="SET NULL")
    closed_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime))
