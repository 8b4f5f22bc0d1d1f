"""Dates and times as the cells of a sheet hold them."""

import re
from datetime import date, datetime, time

from data.times.years import YEARS

_DATE_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y")
# A weekday before the date; whether the two agree is not asked.
_WEEKDAY = re.compile(r"^[^\W\d]{2,10}[.,]{0,2} +(?=\d)")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?(?: ?Uhr)?", re.IGNORECASE)


def read_date(text: str) -> date | None:
    """Read a date with its year (`2026-11-22`, `So, 22.11.2026`); null where the text is none, or of another age."""
    written = _WEEKDAY.sub("", text)
    for form in _DATE_FORMS:
        try:
            day = datetime.strptime(written, form).date()  # noqa: DTZ007 (a calendar date has no zone)
        except ValueError:
            continue
        return day if day.year in YEARS else None
    return None


def read_time(text: str) -> time | None:
    """Read a time of day (`20:15`, `20.15`, `20:15 Uhr`); null where the text is none."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None
