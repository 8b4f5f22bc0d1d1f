"""The film week: from the day on which a country's cinemas change their programme, for seven days.

The days are those on which films are released there, as distributors' calendars name them.
"""

from datetime import date, timedelta

_WEDNESDAY, _THURSDAY, _FRIDAY = 2, 3, 4

_FIRST_DAYS = {
    _WEDNESDAY: "BE FR KR LU PH",
    _THURSDAY: "AR AT AU BR CH CZ DE DK GR HR HU IT MX NL NZ PT RS SG SI SK UA",
    _FRIDAY: "BG CA EE ES FI GB IE IN IS JP LT LV NO PL RO SE TR US ZA",
}
_FIRST_DAY_OF = {country: day for day, countries in _FIRST_DAYS.items() for country in countries.split()}


def film_week_begins_on(day: date, country: str) -> date:
    """Give the first day of the film week that a day lies in; where nobody knows a country's, it begins on Thursday.

    `country` is ISO 3166; the day is a programme date.
    """
    first_day = _FIRST_DAY_OF.get(country, _THURSDAY)
    return day - timedelta(days=(day.weekday() - first_day) % 7)
