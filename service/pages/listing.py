"""Showtimes as a page lists them where no script runs: cinemas, their evenings, their starts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from babel.dates import format_date

from data.programme.answer import CinemaShowtimes, ScreeningFacts, Showtimes
from data.programme.days import Day
from data.programme.facts import CinemaFacts, FilmFacts, VersionFacts
from data.versions.explain import explain
from service.pages.phrases import PHRASES

_DAY_FORMS = {"de": "d.M.", "en": "d MMM"}
# The day before the month, in English too.
_LOCALES = {"de": "de", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Start:
    """One screening as it is listed; `films` are those whose titles it shows."""

    screening: ScreeningFacts
    films: tuple[FilmFacts, ...]
    label: str
    meaning: str

    @property
    def is_after_midnight(self) -> bool:
        """Say whether it stands under the evening before its calendar date."""
        return self.screening.starts_at.date() > self.screening.programme_on


@dataclass(frozen=True, slots=True)
class Evening:
    """The starts of one programme day; none where the cinema says that it is closed, for which it may have a word."""

    on: date
    heading: str
    starts: tuple[Start, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A cinema with its next evenings."""

    cinema: CinemaFacts
    evenings: tuple[Evening, ...]


@dataclass(frozen=True, slots=True)
class CityEvening:
    """One programme day, at all cinemas that show something: each is listed with this evening alone."""

    on: date
    heading: str
    cinemas: tuple[Listed, ...]


def listing(said: Showtimes, today: date, language: str, *, most_starts: int) -> list[Listed]:
    """Lay an answer out for reading, no more than `most_starts` a cinema."""
    return [Listed(one.cinema, tuple(_evenings(one, said, today, language, most_starts))) for one in said.cinemas]


def city_evenings(said: Showtimes, today: date, language: str, *, most_starts: int) -> list[CityEvening]:
    """Lay an answer out by evening, and each evening by cinema, in the order of the answer."""
    listed = listing(said, today, language, most_starts=most_starts)
    headings = {evening.on: evening.heading for one in listed for evening in one.evenings}
    return [
        CityEvening(
            on,
            headings[on],
            tuple(Listed(one.cinema, (shown,)) for one in listed for shown in one.evenings if shown.on == on),
        )
        for on in sorted(headings)
    ]


def by_day(said: Showtimes, today: date, language: str, *, most_starts: int) -> list[Evening]:
    """Lay one cinema's answer out by evening; as many whole ones as hold `most_starts`, the first in any case."""
    shown: list[Evening] = []
    screenings = [screening for one in said.cinemas for screening in one.screenings]
    for day, of_day in groupby(screenings, key=lambda screening: screening.programme_on):
        evening = _evening(day, of_day, said, today, language)
        if shown and sum(len(one.starts) for one in (*shown, evening)) > most_starts:
            break
        shown.append(evening)
    return shown


def with_closed(evenings: list[Evening], closed: list[Day], today: date, language: str) -> list[Evening]:
    """Put the days on which a cinema is closed where they belong."""
    days = [Evening(day.programme_on, day_words(day.programme_on, today, language), (), day.note) for day in closed]
    return sorted([*evenings, *days], key=lambda evening: evening.on)


def legend(said: Showtimes, language: str) -> dict[str, str]:
    """Explain the labels that occur, by label; two meanings of one label stand side by side."""
    meanings: dict[str, list[str]] = {}
    for version in said.versions.values():
        if version.label:
            meanings.setdefault(version.label, []).append(meaning_of(version, language))
    return {label: "; ".join(dict.fromkeys(meanings[label])) for label in sorted(meanings)}


def meaning_of(facts: VersionFacts, language: str) -> str:
    """Explain one version."""
    return explain(facts.version, language)


def long_day(day: date, language: str) -> str:
    """Write a day in full: `Donnerstag, 26. November`."""
    form = {"de": "EEEE, d. MMMM", "en": "EEEE d MMMM"}[language]
    return format_date(day, form, locale=_LOCALES[language])


def cinema_line(cinema: CinemaFacts) -> str:
    """Write a cinema's address in a line: `Kottbusser Damm 22, 10967 Berlin`."""
    town = " ".join(part for part in (cinema.postcode, cinema.city) if part)
    return ", ".join(part for part in (cinema.street, town) if part)


def clock_after(screening: ScreeningFacts) -> str:
    """Write when a screening ends, to five minutes: it is an estimate."""
    ends_at = screening.ends_at
    if ends_at is None:
        return ""
    return (ends_at - timedelta(minutes=ends_at.minute % 5)).strftime("%H:%M")


def day_words(day: date, today: date, language: str) -> str:
    """Head a day: `Heute, So 22.11.`, `Thu 26 Nov`."""
    name, written = _name_of(day, today, language), _date_words(day, language)
    return f"{name}, {written}" if name else written


def short_day_words(day: date, today: date, language: str) -> str:
    """Name a day where there is little room: `Heute`, `Thu 26 Nov`."""
    return _name_of(day, today, language) or _date_words(day, language)


def _name_of(day: date, today: date, language: str) -> str | None:
    phrases = PHRASES[language]
    return {today: phrases.today, today + timedelta(days=1): phrases.tomorrow}.get(day)


def _date_words(day: date, language: str) -> str:
    weekday = format_date(day, "EEE", locale=language).rstrip(".")
    return f"{weekday} {format_date(day, _DAY_FORMS[language], locale=language)}"


def _evenings(one: CinemaShowtimes, said: Showtimes, today: date, language: str, most_starts: int) -> Iterator[Evening]:
    shown = one.screenings[:most_starts]
    for day, screenings in groupby(shown, key=lambda screening: screening.programme_on):
        yield _evening(day, screenings, said, today, language)


def _evening(day: date, screenings: Iterable[ScreeningFacts], said: Showtimes, today: date, language: str) -> Evening:
    return Evening(day, day_words(day, today, language), tuple(_start(each, said, language) for each in screenings))


def _start(screening: ScreeningFacts, said: Showtimes, language: str) -> Start:
    version = said.versions[screening.version]
    films = tuple(said.films[slug] for slug in screening.films)
    return Start(screening, films, version.label, meaning_of(version, language))
