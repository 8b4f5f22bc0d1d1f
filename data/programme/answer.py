"""What was found becomes the answer's bytes: the shape that the contract fixes, nothing looked up twice."""

from datetime import date, datetime

import msgspec

from data.programme.alternative import Alternative, alternatives_to
from data.programme.assembly.phrasebook import advertising_minutes_of, minutes_of
from data.programme.emptiness import emptiness_of
from data.programme.empty_words import Words, nothing_words, start_words
from data.programme.facts import CinemaFacts, FilmFacts, VersionFacts
from data.programme.kernel.asides import link_of
from data.programme.kernel.matching import EPOCH_DAY, MINUTES_A_DAY
from data.programme.near import Found, FoundCinema, showtimes_near
from data.programme.programme import Programme
from data.programme.question import Question
from data.times.wall import minutes_later


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


class AlternativeInWords(AlternativeFacts, frozen=True):
    """An alternative with its sentence."""

    sentence: Words

    def without_words(self) -> AlternativeFacts:
        """Give the alternative alone."""
        return AlternativeFacts(self.relaxed, self.cinema, self.distance_m, self.screening)


class EmptyFacts(msgspec.Struct, frozen=True):
    """What an answer without cinemas says: in words, and what is nearest in each direction, the first before others.

    Of the `cinemas` in the area that was asked, the programme of `unknown` is not known for all of the window, and
    `closed` are closed throughout; null where no area was asked.
    """

    cinemas: int | None
    unknown: int | None
    closed: int | None
    sentence: Words
    alternatives: list[AlternativeInWords]


class Showtimes(msgspec.Struct, frozen=True, omit_defaults=True):
    """The whole answer of /api/v1/showtimes; `empty` is there where there are no cinemas."""

    near: NearFacts | None
    window: WindowFacts
    films: dict[str, FilmFacts]
    versions: dict[str, VersionFacts]
    cinemas: list[CinemaShowtimes]
    total_cinemas: int
    truncated: bool
    alternative: AlternativeFacts | None
    as_of: datetime | None
    empty: EmptyFacts | None = None


def answer(programme: Programme, question: Question, found: Found | None = None) -> Showtimes:
    """Ask the programme, unless it is `found` already, and write down what it says.

    Raises what a question can be wrong in (data.errors).
    """
    found = showtimes_near(programme, question) if found is None else found
    writing = Writing(programme)
    cinemas = [writing.cinema(one) for one in found]
    empty = None if cinemas else writing.empty(question)
    others = empty.alternatives if empty else []
    point, window = question.near, question.window
    return Showtimes(
        near=NearFacts(point.lat, point.lon, question.accuracy_m) if point else None,
        window=WindowFacts(window.from_at, window.until_at),
        films=writing.films,
        versions=writing.versions,
        cinemas=cinemas,
        total_cinemas=found.total,
        truncated=found.is_truncated,
        alternative=others[0].without_words() if others else None,
        as_of=programme.as_of,
        empty=empty,
    )


class Writing:
    """The answer under way: the films and versions that it named so far."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.films: dict[str, FilmFacts] = {}
        self.versions: dict[str, VersionFacts] = {}

    def cinema(self, found: FoundCinema) -> CinemaShowtimes:
        """Write down a cinema with the screenings that were found."""
        screenings = [self.screening(row, found.cinema) for row in found.rows.tolist()]
        metres = None if found.distance_m is None else tenths(found.distance_m)
        return CinemaShowtimes(self.programme.cinemas[found.cinema], metres, screenings)

    def alternative(self, other: Alternative | None) -> AlternativeFacts | None:
        """Write down an alternative, where there is one."""
        if other is None:
            return None
        shown = self.cinema(other.found)
        return AlternativeFacts(list(other.relaxed), shown.cinema, shown.distance_m, shown.screenings[0])

    def empty(self, question: Question) -> EmptyFacts:
        """Write down that there is nothing, and all that there is to say about it."""
        counted = emptiness_of(self.programme, question)
        others = [self.in_words(question, other) for other in alternatives_to(self.programme, question)]
        cinemas, unknown, closed = counted or (None, None, None)
        return EmptyFacts(cinemas, unknown, closed, nothing_words(question, counted), others)

    def in_words(self, question: Question, other: Alternative) -> AlternativeInWords:
        """Write down an alternative with its sentence."""
        shown = self.cinema(other.found)
        [screening] = shown.screenings
        sentence = start_words(
            question,
            starts_at=screening.starts_at,
            programme_on=screening.programme_on,
            label=self.versions[screening.version].label,
            films=[self.films[slug] for slug in screening.films],
            title=screening.title,
            cinema=shown.cinema.name,
            distance_m=shown.distance_m,
        )
        return AlternativeInWords(list(other.relaxed), shown.cinema, shown.distance_m, screening, sentence)

    def screening(self, row: int, cinema: int) -> ScreeningFacts:
        """Write down a screening."""
        programme, columns, asides = self.programme, self.programme.columns, self.programme.asides
        bill, kind = programme.bills[asides.bill[row]], programme.kinds[columns.kind[row]]
        version = kind.version
        films = [programme.films[film] for film in bill.films]
        self.films.update((film.slug, film.brief()) for film in films)
        self.versions[programme.version_keys[version]] = programme.versions[version]
        minute = int(columns.minute[row])
        starts_at = datetime.fromtimestamp(minute * 60, tz=programme.zones[cinema])
        minutes, advertising = minutes_of(films), advertising_minutes_of(programme.cinemas[cinema])
        return ScreeningFacts(
            id=str(columns.id[row]),
            films=[film.slug for film in films],
            title=bill.title,
            starts_at=starts_at,
            ends_at=minutes_later(starts_at, advertising + minutes) if minutes else None,
            programme_on=date.fromordinal(EPOCH_DAY + minute // MINUTES_A_DAY + kind.evening),
            version=programme.version_keys[version],
            formats=list(programme.format_sets[kind.format_set]),
            auditorium=programme.auditoriums[asides.auditorium[row]],
            booking_url=link_of(asides, cinema, row),
            status=programme.statuses[asides.status[row]],
        )


def tenths(metres: float) -> float:
    """Round to a tenth of a metre, halves up: whole millimetres have halves, and those go one way."""
    return (round(metres * 1000) + 50) // 100 / 10


def encode(value: object) -> bytes:
    """Write an answer as JSON (UTF-8)."""
    return msgspec.json.encode(value)
