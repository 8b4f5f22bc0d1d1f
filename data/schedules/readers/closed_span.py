"""A row that says that the house is closed for several days, `24.12. – 26.12.`, becomes one for each of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from data.schedules.closed_words import says_closed
from data.schedules.readers.named_week import span_of
from data.schedules.sheet import Row
from data.times.cells import read_date_cell


def each_day_closed(row: Row, today: date) -> Iterator[Row]:
    """Give the row, or one for each day of its span; without a year, that is the nearest."""
    is_span = row.date and read_date_cell(row.date).date is None and says_closed(row)
    span = span_of(row.date, today) if is_span else None
    if span is None:
        yield row
        return
    for number in range((span.last - span.first).days + 1):
        yield replace(row, date=(span.first + timedelta(days=number)).isoformat())
