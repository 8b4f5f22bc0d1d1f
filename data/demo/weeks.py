"""The demo city's rolling programme: a pure function of the day, written as the sheet that a cinema would export."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import StringIO
from random import Random

from data.demo.cinemas import DemoCinema, Profile
from data.demo.features import Feature, promised_features
from data.demo.films import DemoFilm
from data.demo.shifts import SATURDAY, SUNDAY, dusk, shift_of
from data.demo.slate import film_week, slate
from data.demo.timetable import House, Promise, Start, fill, matinee
from data.demo.wording import format_of, title_of, version_of

HEADER = ("Datum", "Beginn", "Saal", "Titel", "Fassung", "Format")
MINUTES_OF_A_DAY = 24 * 60
AT_EIGHT = 20 * 60
WEDNESDAY = 2


@dataclass(frozen=True)
class Screening:
    """One row to be: a start in an auditorium, given by its number."""

    auditorium: int
    start: Start


def programme_sheet(cinema: DemoCinema, films: Sequence[DemoFilm], first_on: date, days: int) -> str:
    """The programme days from first_on on, as a tall sheet; 00:30 stands under the date of the calendar.

    A day's rows depend on nothing but the house, the films and that day, so overlapping sheets agree.
    """
    sheet = StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator="\n")
    writer.writerow(HEADER)
    for offset in range(days):
        writer.writerows(_rows(cinema, films, first_on + timedelta(offset)))
    return sheet.getvalue()


def _rows(cinema: DemoCinema, films: Sequence[DemoFilm], day: date) -> Iterator[tuple[str, ...]]:
    chance = Random(f"wording|{cinema.slug}|{day}")
    screenings = _open_air(cinema, films, day) if cinema.is_outdoor else _indoors(cinema, films, day)
    for screening in sorted(screenings, key=lambda screening: (screening.start.begins, screening.auditorium)):
        later_days, minute = divmod(screening.start.begins, MINUTES_OF_A_DAY)
        feature = screening.start.feature
        yield (
            (day + timedelta(later_days)).isoformat(),
            f"{minute // 60:02}:{minute % 60:02}",
            cinema.auditoriums[screening.auditorium],
            title_of(feature, cinema),
            version_of(feature, cinema, chance),
            format_of(feature, cinema, screening.auditorium, chance),
        )


def _indoors(cinema: DemoCinema, films: Sequence[DemoFilm], day: date) -> list[Screening]:
    """All auditoriums of a day, one after the other, each with an eye on what the house has planned already."""
    week = slate(cinema, films, film_week(day))
    promised = promised_features(cinema, films, day)
    house = House(Random(f"day|{cinema.slug}|{day}"))
    # What is promised counts as shown from the start, so that nobody else plays it as well.
    house.shown.update(film.slug for feature in promised.values() for film in feature.films)
    screenings = []
    for number in range(len(cinema.auditoriums)):
        shift = shift_of(cinema, day, number)
        promise = _promise(promised[number], day) if number in promised else None
        if promise and promise.feature.is_double:
            shift = replace(shift, last_start=promise.due)
        # Of a week's few films, none may be one for so late a start.
        starts = fill(shift, week, promise, house) or fill(replace(shift, last_start=AT_EIGHT), week, None, house)
        morning = matinee(starts, week, house.chance) if number == 0 and _has_matinee(cinema, day) else None
        screenings += [Screening(number, start) for start in ([morning] if morning else []) + starts]
    return screenings


def _open_air(cinema: DemoCinema, films: Sequence[DemoFilm], day: date) -> list[Screening]:
    begins = dusk(day)
    if begins is None:
        return []
    week = slate(cinema, films, film_week(day))
    film = week[day.toordinal() % len(week)]
    return [Screening(0, Start(begins, Feature((film,))))]


def _promise(feature: Feature, day: date) -> Promise:
    """Two films begin early, a sneak late, the film that runs every day in turns after work and after dinner."""
    if feature.is_double:
        return Promise(feature, 19 * 60)
    is_late = not feature.films or day.toordinal() % 2
    return Promise(feature, 21 * 60 + 30 if is_late else 19 * 60)


def _has_matinee(cinema: DemoCinema, day: date) -> bool:
    """Families on Saturday and Sunday, a film over breakfast for the elderly on Wednesday."""
    match cinema.profile:
        case Profile.MULTIPLEX:
            return day.weekday() in (SATURDAY, SUNDAY)
        case Profile.NEIGHBOURHOOD:
            return day.weekday() in (WEDNESDAY, SUNDAY)
        case _:
            return day.weekday() == SUNDAY and (cinema.turn + film_week(day)) % 3 == 0
