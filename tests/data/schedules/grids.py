"""Weekly grids as text, and what is read of them."""

from datetime import date

from data.schedules.closed_words import says_closed
from data.schedules.readers.recognise import read_schedule
from data.schedules.sheet import Row, Sheet

TODAY = date(2026, 11, 25)
WEEK = (date(2026, 11, 26), date(2026, 12, 2))


def read(text: str, today: date = TODAY) -> Sheet:
    return read_schedule(text.encode(), today)


def shown(sheet: Sheet) -> list[Row]:
    return [row for row in sheet.rows if not says_closed(row)]


def said(sheet: Sheet) -> list[str]:
    rows = shown(sheet)
    return [f"{row.number} {row.business_date[5:]} {row.time} {row.title} {row.version}".strip() for row in rows]


def closed_on(sheet: Sheet) -> list[str]:
    return [row.business_date[5:] for row in sheet.rows if says_closed(row)]
