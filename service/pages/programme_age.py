"""How old what a page shows of a cinema's programme is: when it was last read or published, and until when it is known.

An old reading is said as plainly as a new one, by the cinema's own clock.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from data.programme.facts import CinemaFacts
from service.pages.language import Language
from service.pages.listing import long_day
from service.pages.phrases import PHRASES

_LOCALES = {"de": "de", "en": "en_GB"}
# Farther back, a weekday would be another one.
_DAYS_OF_A_WEEK = 7


def programme_age(
    cinema: CinemaFacts,
    *,
    read_at: datetime | None,
    published_at: datetime | None,
    now: datetime,
    language: Language,
) -> str | None:
    """Say it in a sentence or two; null where there is nothing to say."""
    phrases, zone = PHRASES[language], ZoneInfo(cinema.time_zone)
    heard_at = read_at or published_at
    if heard_at is None:
        return None
    said = phrases.last_read if read_at else phrases.last_published
    heard = said.format(moment_words(heard_at.astimezone(zone), now.astimezone(zone), language))
    if cinema.known_until is None:
        return f"{heard}."
    return phrases.known_until.format(heard=heard, until=long_day(cinema.known_until, language))


def moment_words(at: datetime, now: datetime, language: Language) -> str:
    """Write a moment that has passed, as near as it is: `today 06:00`, `on Monday 06:00`, `on 12 November 06:00`."""
    phrases, days = PHRASES[language], (now.date() - at.date()).days
    clock = f"{at:%H:%M}"
    if days in phrases.lately:
        return phrases.lately[days].format(clock)
    form = "d MMMM" if language == "en" else "d. MMMM"
    if 0 < days < _DAYS_OF_A_WEEK:
        form = "EEEE"
    elif at.year != now.year:
        form += " y"
    return phrases.on_a_day.format(format_date(at, form, locale=_LOCALES[language]), clock)
