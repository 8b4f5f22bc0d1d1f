"""What the cells of a row say of its start, held against the dates of the whole sheet, but not yet against the zone.

The start is the one on the ticket, before the advertising; that of the feature itself stands in only where a row has
no other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.schedules.sheet import Row
from data.times.cells import read_date_cell, read_time_cell
from data.times.date_column import DateColumn, date_column
from data.times.written import Cell, WrittenTime


@dataclass(frozen=True, slots=True)
class SheetDates:
    """What the columns of dates and business dates say as wholes; the cinema's zone, and the day that it is there."""

    dates: DateColumn
    evenings: DateColumn
    zone: ZoneInfo
    today: date


@dataclass(frozen=True, slots=True)
class RowTimes:
    """A row's cells as read. `named_on` is the day that they name, `evening_on` the business date, if there is one.

    Without a date, the business date names the day. The fields are those in which day and time were found.
    """

    row: Row
    column: DateColumn
    date_field: str
    date_cell: Cell
    named_on: date | None
    time_field: str
    time_cell: Cell
    clock: WrittenTime | None
    evening_on: date | None


def on_the_wall(row: Row, zone: ZoneInfo) -> Row:
    """Give a row that says an instant the day and the time that the cinema's clock shows then."""
    if row.starts_at is None:
        return row
    local = row.starts_at.astimezone(zone)
    return replace(row, date=local.date().isoformat(), time=f"{local:%H:%M}")


def sheet_dates(rows: Sequence[Row], zone: ZoneInfo, country: str, now: datetime) -> SheetDates:
    """Look at all dates of the rows of one house."""
    today = now.astimezone(zone).date()
    dates = date_column([read_date_cell(getattr(row, _date_field(row))) for row in rows], country, today)
    evenings = date_column([read_date_cell(row.business_date) for row in rows], country, today)
    return SheetDates(dates, evenings, zone, today)


def row_times(row: Row, sheet: SheetDates) -> RowTimes:
    """Read a row's cells of dates and times."""
    field = _date_field(row)
    date_cell, column = read_date_cell(getattr(row, field)), sheet.dates
    time_field, time_cell, clock = _clock(row, field, date_cell, column)
    evening = read_date_cell(row.business_date).date
    return RowTimes(
        row=row,
        column=column,
        date_field=field,
        date_cell=date_cell,
        named_on=column.day_of(date_cell.date) if date_cell.date else None,
        time_field=time_field,
        time_cell=time_cell,
        clock=clock,
        evening_on=sheet.evenings.day_of(evening) if evening else None,
    )


def _date_field(row: Row) -> str:
    return "date" if row.date or not row.business_date else "business_date"


def _clock(row: Row, date_field: str, date_cell: Cell, column: DateColumn) -> tuple[str, Cell, WrittenTime | None]:
    """Find the time: in its own cell, else beside the date. Midnight beside every date of a sheet is no time."""
    for field in ("time", "feature_time"):
        if getattr(row, field):
            cell = read_time_cell(getattr(row, field))
            return field, cell, cell.time
    if date_cell.time:
        return date_field, date_cell, date_cell.time if column.has_times else None
    return "time", Cell(), None
