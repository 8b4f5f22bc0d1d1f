"""What was found becomes the answer's bytes: the shape that the contract fixes, nothing looked up twice."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from data.programme.alternative import alternative_to
from data.programme.facts import CinemaFacts, FilmFacts, VersionFacts
from data.programme.near import Found, FoundCinema, showtimes_near
from data.programme.programme import Programme
from data.programme.question import Question
from data.times.wall import minutes_later

# What runs before a film, an estimate (minutes).
ADVERTISING_MINUTES = 20


class NearFacts(msgspec.Struct, frozen=True):
    """The position as asked."""

    lat: float
    lon: float
    accuracy_m: float


class WindowFacts(msgspec.Struct, frozen=True, rename={"from_at": "from", "until_at": "until"}):
    """The window as understood: from ≤ start < until."""

    from_at: datetime
    until_at: datetime


class ScreeningFacts(msgspec.Struct, frozen=True):
    """A screening. `films` are keys of the answer's films, `version` one of its versions; `ends_at` is an estimate."""

    id: str
    films: list[str]
    title: str | None
    starts_at: datetime
    ends_at: datetime | None
    programme_on: date
    version: str
    formats: list[str]
    auditorium: str | None
    booking_url: str | None
    status: str


class CinemaShowtimes(msgspec.Struct, frozen=True):
    """A cinema, how far it is as the crow flies (metres, null without a position), and what it shows in time order."""

    cinema: CinemaFacts
    distance_m: float | None
    screenings: list[ScreeningFacts]


class AlternativeFacts(msgspec.Struct, frozen=True):
    """The nearest screening outside the question, and the parameters left aside to find it."""

    relaxed: list[str]
    cinema: CinemaFacts
    distance_m: float | None
    screening: ScreeningFacts


class Showtimes(msgspec.Struct, frozen=True):
    """The whole answer of /api/v1/showtimes."""

    near: NearFacts | None
    window: WindowFacts
    films: dict[str, FilmFacts]
    versions: dict[str, VersionFacts]
    cinemas: list[CinemaShowtimes]
    total_cinemas: int
    truncated: bool
    alternative: AlternativeFacts | None
    as_of: datetime | None


def answer(programme: Programme, question: Question, found: Found | None = None) -> Showtimes:
    """Ask the programme, unless it is `found` already, and write down what it says.

    Raises what a question can be wrong in (data.errors).
    """
    found = found or showtimes_near(programme, question)
    writing = _Writing(programme)
    cinemas = [writing.cinema(one) for one in found.cinemas]
    other = alternative_to(programme, question) if not cinemas else None
    alternative = None
    if other is not None:
        shown = writing.cinema(other.found)
        alternative = AlternativeFacts(list(other.relaxed), shown.cinema, shown.distance_m, shown.screenings[0])
    point, window = question.near, question.window
    return Showtimes(
        near=NearFacts(point.lat, point.lon, question.accuracy_m) if point else None,
        window=WindowFacts(window.from_at, window.until_at),
        films=writing.films,
        versions=writing.versions,
        cinemas=cinemas,
        total_cinemas=found.total,
        truncated=found.is_truncated,
        alternative=alternative,
        as_of=programme.as_of,
    )


class _Writing:
    """The answer under way: the films and versions that it named so far."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.films: dict[str, FilmFacts] = {}
        self.versions: dict[str, VersionFacts] = {}

    def cinema(self, found: FoundCinema) -> CinemaShowtimes:
        metres = None if found.distance_m is None else round(found.distance_m, 1)
        screenings = [self._screening(int(row), found.cinema) for row in found.rows]
        return CinemaShowtimes(self.programme.cinemas[found.cinema], metres, screenings)

    def _screening(self, row: int, cinema: int) -> ScreeningFacts:
        programme, details, columns = self.programme, self.programme.details, self.programme.columns
        films = [programme.films[film] for film in details.films[row]]
        version = int(columns.version[row])
        self.films.update((film.slug, film.brief()) for film in films)
        self.versions[programme.version_keys[version]] = programme.versions[version]
        starts_at = datetime.fromtimestamp(int(columns.minute[row]) * 60, tz=programme.zones[cinema])
        lengths = [film.minutes for film in films]
        minutes = sum(length or 0 for length in lengths) if lengths and all(lengths) else None
        return ScreeningFacts(
            id=str(details.ids[row]),
            films=[film.slug for film in films],
            title=None if films else details.titles[row],
            starts_at=starts_at,
            ends_at=minutes_later(starts_at, minutes + ADVERTISING_MINUTES) if minutes else None,
            programme_on=date.fromordinal(int(columns.evening[row])),
            version=programme.version_keys[version],
            formats=_names(programme.formats, int(columns.formats[row])),
            auditorium=details.auditoriums[row],
            booking_url=details.booking_urls[row],
            status=details.statuses[row],
        )


def _names(formats: Sequence[str], bits: int) -> list[str]:
    return [name for bit, name in enumerate(formats) if bits >> bit & 1]


def encode(value: object) -> bytes:
    """Write an answer as JSON (UTF-8)."""
    return msgspec.json.encode(value)
