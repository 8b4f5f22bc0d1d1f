"""What the cells of a row say of its start, held against the dates of the whole sheet, but not yet against the zone.

The start is the one on the ticket, before the advertising; that of the feature itself stands in only where a row has
no other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data.schedules.sheet import Row
from data.times.cells import read_date_cell, read_time_cell
from data.times.date_column import DateColumn, date_column
from data.times.written import Cell, WrittenTime


class TimeCells(NamedTuple):
    """The cells of a row that speak of its start, as written; and the instant, where its format says one."""

    date: str
    time: str
    business_date: str
    feature_time: str
    starts_at: datetime | None


# Each is one of its kind: that it equals itself makes it a key of what is remembered.
@dataclass(frozen=True, slots=True, eq=False)
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

    cells: TimeCells
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
    cells = [time_cells(row) for row in rows]
    dates = date_column([read_date_cell(getattr(one, _date_field(one))) for one in cells], country, today)
    evenings = date_column([read_date_cell(one.business_date) for one in cells], country, today)
    return SheetDates(dates, evenings, zone, today)


def time_cells(row: Row) -> TimeCells:
    """Give the cells of a row that speak of its start."""
    return TimeCells(row.date, row.time, row.business_date, row.feature_time, row.starts_at)


def row_times(cells: TimeCells, sheet: SheetDates) -> RowTimes:
    """Read a row's cells of dates and times."""
    field = _date_field(cells)
    date_cell, column = read_date_cell(getattr(cells, field)), sheet.dates
    time_field, time_cell, clock = _clock(cells, field, date_cell, column)
    evening = read_date_cell(cells.business_date).date
    return RowTimes(
        cells=cells,
        column=column,
        date_field=field,
        date_cell=date_cell,
        named_on=column.day_of(date_cell.date) if date_cell.date else None,
        time_field=time_field,
        time_cell=time_cell,
        clock=clock,
        evening_on=sheet.evenings.day_of(evening) if evening else None,
    )


def _date_field(cells: TimeCells) -> str:
    return "date" if cells.date or not cells.business_date else "business_date"


def _clock(
    cells: TimeCells, date_field: str, date_cell: Cell, column: DateColumn
) -> tuple[str, Cell, WrittenTime | None]:
    """Find the time: in its own cell, else beside the date. Midnight beside every date of a sheet is no time."""
    for field in ("time", "feature_time"):
        if getattr(cells, field):
            cell = read_time_cell(getattr(cells, field))
            return field, cell, cell.time
    if date_cell.time:
        return date_field, date_cell, date_cell.time if column.has_times else None
    return "time", Cell(), None
