"""What an opponent found becomes the contract's answer: its structs and its encoder are ours, so all write alike."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.programme.answer import (
    CinemaShowtimes,
    NearFacts,
    ScreeningFacts,
    Showtimes,
    WindowFacts,
    encode,
)
from data.programme.assembly.phrasebook import USUAL_ADVERTISING_MINUTES
from data.programme.facts import FilmFacts, VersionFacts
from data.programme.question import Question
from tests.bench.entries import Entry, FoundCinema
from tests.bench.facts import FORMAT_NAMES, Facts
from tests.bench.worlds import NOW

_FORMATS = [[name for bit, name in enumerate(FORMAT_NAMES) if bits >> bit & 1] for bits in range(16)]


def write_answer(facts: Facts, question: Question, found: list[FoundCinema]) -> bytes:
    """Write an opponent's answer. It may count only what it found, and offers no alternative."""
    if question.near is None:
        raise ValueError("The opponents know only questions with a place.")
    entries = [entry for one in found for entry in one.entries]
    return encode(
        Showtimes(
            near=NearFacts(question.near.lat, question.near.lon, question.accuracy_m),
            window=WindowFacts(question.window.from_at, question.window.until_at),
            films=_films(facts, entries),
            versions=_versions(facts, entries),
            cinemas=[
                CinemaShowtimes(
                    facts.cinemas[one.cinema],
                    round(one.metres, 1),
                    [_screening(facts, entry, facts.zones[one.cinema]) for entry in one.entries],
                )
                for one in found
            ],
            total_cinemas=len(found),
            truncated=False,
            alternative=None,
            as_of=NOW,
        )
    )


def _films(facts: Facts, entries: list[Entry]) -> dict[str, FilmFacts]:
    shown = {film for entry in entries for film in (entry.first, entry.second) if film >= 0}
    return {facts.films[film].slug: facts.briefs[film] for film in shown}


def _versions(facts: Facts, entries: list[Entry]) -> dict[str, VersionFacts]:
    return {facts.version_keys[version]: facts.versions[version] for version in {entry.version for entry in entries}}


def _screening(facts: Facts, entry: Entry, zone: ZoneInfo) -> ScreeningFacts:
    films = [facts.films[film] for film in (entry.first, entry.second) if film >= 0]
    starts_at = datetime.fromtimestamp(entry.minute * 60, tz=zone)
    minutes = sum(film.minutes or 0 for film in films) + USUAL_ADVERTISING_MINUTES
    return ScreeningFacts(
        id=str(entry.id),
        films=[film.slug for film in films],
        title=None,
        starts_at=starts_at,
        # No clock of a world is changed within its two weeks.
        ends_at=starts_at + timedelta(minutes=minutes),
        programme_on=date.fromordinal(entry.evening),
        version=facts.version_keys[entry.version],
        formats=_FORMATS[entry.formats],
        auditorium=entry.auditorium,
        booking_url=entry.booking_url,
        status=entry.status,
    )
