"""What one ticket buys: a film, now and then two in a row, or a surprise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from data.demo.cinemas import DemoCinema, Profile
from data.demo.films import END_OF_NIGHT, DemoFilm
from data.demo.slate import film_week

SNEAK_MINUTES = 125

DOUBLE_FEATURES = (
    ("menschen-am-sonntag", "berlin-die-sinfonie-der-grossstadt"),
    ("mein-nachbar-totoro", "chihiros-reise-ins-zauberland"),
    ("in-the-mood-for-love", "fallende-blaetter"),
    ("the-big-lebowski", "the-rocky-horror-picture-show"),
)
DOUBLE_FEATURE_HOUSES = frozenset({Profile.ARTHOUSE, Profile.REPERTORY, Profile.ORIGINAL})


@dataclass(frozen=True)
class Feature:
    """One film, the two of a double feature, or none: a sneak, of which nobody knows the title."""

    films: tuple[DemoFilm, ...]

    @property
    def minutes(self) -> int:
        """How long it runs, without advertising."""
        return sum(film.minutes for film in self.films) if self.films else SNEAK_MINUTES

    @property
    def is_double(self) -> bool:
        """Say whether two films are shown for one ticket."""
        return len(self.films) > 1

    @property
    def earliest(self) -> int:
        """The first minute of the day at which it is shown."""
        return max((film.earliest for film in self.films), default=0)

    @property
    def latest(self) -> int:
        """The last minute of the day at which it begins."""
        return min((film.latest for film in self.films), default=END_OF_NIGHT)


def promised_features(cinema: DemoCinema, films: Sequence[DemoFilm], day: date) -> dict[int, Feature]:
    """What must run on that evening, by the auditorium's number: at most one promise an auditorium."""
    by_slug = {film.slug: film for film in films}
    promised: dict[int, Feature] = {}
    last = len(cinema.auditoriums) - 1
    double = double_feature_on(cinema, day)
    if double is not None and all(slug in by_slug for slug in double):
        promised[last] = Feature(tuple(by_slug[slug] for slug in double))
    if day.weekday() == cinema.sneak_weekday:
        promised[last] = Feature(())
    if cinema.daily_film in by_slug:
        # Never the last auditorium where there are several: that one belongs to the specials.
        promised[day.toordinal() % max(1, last)] = Feature((by_slug[cinema.daily_film],))
    return promised


def double_feature_on(cinema: DemoCinema, day: date) -> tuple[str, str] | None:
    """One evening in a week here and there; which one is settled for the whole film week."""
    chance = Random(f"double feature|{cinema.slug}|{film_week(day)}")
    is_this_week = cinema.profile in DOUBLE_FEATURE_HOUSES and chance.random() < 0.2
    weekday, pair = chance.choice((1, 2, 4, 5, 6)), chance.choice(DOUBLE_FEATURES)
    return pair if is_this_week and day.weekday() == weekday else None
