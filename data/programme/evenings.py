"""The evenings on which there is something: what a strip of days offers."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from data.programme.kernel.finding import find_any
from data.programme.programme import Programme
from data.programme.question import Question, window_of
from data.programme.wish import places_of, wish_of
from data.times.programme_day import programme_on

# Hardly any cinema publishes more.
DAYS_LOOKED_AT = 21


def evenings(programme: Programme, question: Question, now: datetime, zone: ZoneInfo) -> list[date]:
    """Give the programme dates, from today on, with a start that fits a question, whatever its window and its place.

    Raises what a question can be wrong in (data.errors).
    """
    today = programme_on(now, zone)
    places = places_of(programme, question)

    def has_any(day: date) -> bool:
        asked = msgspec.structs.replace(question, window=window_of(now, zone, on=day))
        return find_any(programme.packed, (*places,), (*wish_of(programme, asked),))

    return [day for number in range(DAYS_LOOKED_AT) if has_any(day := today + timedelta(days=number))]
