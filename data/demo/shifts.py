"""When the auditoriums of a house work on a day: afternoons on weekdays, from one at weekends, late on Fridays."""

from datetime import date
from random import Random

from data.demo.cinemas import DemoCinema, Profile
from data.demo.slate import film_week
from data.demo.timetable import Shift

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6

DUSK = {
    (5, 0): "21:15", (5, 1): "21:30", (6, 0): "21:45", (6, 1): "21:45", (7, 0): "21:45",
    (7, 1): "21:30", (8, 0): "21:00", (8, 1): "20:30", (9, 0): "20:00", (9, 1): "19:30",
}  # fmt: skip
"""When it is dark enough in Berlin, by month and half of the month; open-air cinemas rest from October to April."""


EARLY_EVENINGS = (20 * 60, 20 * 60 + 15, 20 * 60 + 30, 20 * 60 + 15)
LATE_EVENINGS = (20 * 60 + 30, 21 * 60 + 30, 20 * 60 + 45, 21 * 60)
LONG_NIGHTS = (22 * 60, 23 * 60, 22 * 60 + 15, 22 * 60 + 45)
AFTER_MIDNIGHT = (24 * 60 + 15, 24 * 60 + 30)


def shift_of(cinema: DemoCinema, day: date, auditorium: int) -> Shift:
    """The working hours of an auditorium (by its number) on a programme day."""
    is_weekend = day.weekday() in (SATURDAY, SUNDAY)
    is_long_night = day.weekday() in (FRIDAY, SATURDAY)
    return Shift(
        opens=(13 if is_weekend else 15 if cinema.profile in (Profile.ARTHOUSE, Profile.REPERTORY) else 14) * 60,
        last_start=_last_start(cinema, day, auditorium, is_long_night=is_long_night),
        wanted=_wanted(cinema, auditorium, is_busy=is_weekend or is_long_night, is_long_night=is_long_night),
        closes=(26 if is_long_night else 24) * 60 + 30,
    )


def dusk(day: date) -> int | None:
    """The start of an open-air screening in minutes after midnight, or None out of season."""
    clock = DUSK.get((day.month, 0 if day.day <= 15 else 1))
    return int(clock[:2]) * 60 + int(clock[3:]) if clock else None


def _last_start(cinema: DemoCinema, day: date, auditorium: int, *, is_long_night: bool) -> int:
    """Settled for the film week, so that the regulars know; staggered, so that not all queue at once."""
    rotation = Random(f"last start|{cinema.slug}|{is_long_night}|{film_week(day)}").randrange(4) + auditorium
    choices: tuple[int, ...] = EARLY_EVENINGS if auditorium % 2 == 0 else LATE_EVENINGS
    if is_long_night:
        choices = LATE_EVENINGS
        if cinema.is_late or cinema.profile is Profile.MULTIPLEX:
            choices = AFTER_MIDNIGHT if cinema.is_late and auditorium == 0 else LONG_NIGHTS
    return choices[rotation % len(choices)]


def _wanted(cinema: DemoCinema, number: int, *, is_busy: bool, is_long_night: bool) -> int:
    """How many screenings: a single auditorium carries the day alone, the small ones in the back do less."""
    if len(cinema.auditoriums) == 1:
        return 4 if is_busy else 3
    if number > 1:
        return 2
    has_most = number == 0 and (cinema.profile is Profile.MULTIPLEX or (is_long_night and cinema.is_late))
    return (3 if is_busy or cinema.profile is Profile.MULTIPLEX else 2) + (1 if is_busy and has_most else 0)
