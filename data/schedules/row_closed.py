"""A row of a sheet that says that the house is closed on a day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidClosed:
    """The day, the cell in which it is said, and what people should read of it; `auditorium` is empty for the house."""

    programme_on: date
    row: int
    column: str
    written: str
    note: str | None
    auditorium: str
