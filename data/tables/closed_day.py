"""A day on which a cinema says that it is closed: that it shows nothing is known then, not merely unheard of."""

from datetime import date

from sqlmodel import Field, SQLModel


class ClosedDay(SQLModel, table=True):
    """One programme date of one cinema; `note` is what the cinema says about it."""

    __tablename__ = "closed_day"

    cinema_id: int = Field(foreign_key="cinema.id", primary_key=True, ondelete="CASCADE")
    programme_on: date = Field(primary_key=True)
    note: str | None = None
