"""Showtimes as a page lists them where no script runs: cinemas, their evenings, their starts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from babel.dates import format_date

from data.programme.answer import CinemaShowtimes, ScreeningFacts, Showtimes
from data.programme.facts import CinemaFacts, FilmFacts, VersionFacts
from data.versions.explain import explain
from service.pages.phrases import PHRASES

_DAY_FORMS = {"de": "d.M.", "en": "d MMM"}


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
    """The starts of one programme day."""

    heading: str
    starts: tuple[Start, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A cinema with its next evenings."""

    cinema: CinemaFacts
    evenings: tuple[Evening, ...]

    @property
    def is_sparse(self) -> bool:
        """Say whether there are few starts on each of several evenings, which then stand side by side."""
        return len(self.evenings) > 1 and all(len(evening.starts) <= 2 for evening in self.evenings)


def listing(said: Showtimes, today: date, language: str, *, most_starts: int) -> list[Listed]:
    """Lay an answer out for reading, no more than `most_starts` a cinema."""
    return [Listed(one.cinema, tuple(_evenings(one, said, today, language, most_starts))) for one in said.cinemas]


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


def day_words(day: date, today: date, language: str) -> str:
    """Head a day: `Heute, So 22.11.`, `Thu 26 Nov`."""
    phrases = PHRASES[language]
    weekday = format_date(day, "EEE", locale=language).rstrip(".")
    written = f"{weekday} {format_date(day, _DAY_FORMS[language], locale=language)}"
    name = {today: phrases.today, today + timedelta(days=1): phrases.tomorrow}.get(day)
    return f"{name}, {written}" if name else written


def _evenings(one: CinemaShowtimes, said: Showtimes, today: date, language: str, most_starts: int) -> Iterator[Evening]:
    shown = one.screenings[:most_starts]
    for day, screenings in groupby(shown, key=lambda screening: screening.programme_on):
        yield Evening(day_words(day, today, language), tuple(_start(each, said, language) for each in screenings))


def _start(screening: ScreeningFacts, said: Showtimes, language: str) -> Start:
    version = said.versions[screening.version]
    films = tuple(said.films[slug] for slug in screening.films)
    return Start(screening, films, version.label, meaning_of(version, language))
