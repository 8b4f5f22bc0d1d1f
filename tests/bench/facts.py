"""What a world's answers show besides numbers: cinemas, films, versions, titles; made once, and given to everyone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from data.programme.facts import CinemaFacts, FilmDetails, FilmFacts, VersionFacts
from data.versions.label import key_of, label_of
from data.versions.notation import FORMATS, VERSIONS
from tests.bench.worlds import DAYS, LABELS, LANGUAGES, NOW, World

FORMAT_NAMES = tuple(sorted(FORMATS.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """By position: cinemas, zones, films, versions. `version_of[language, label]` is a position among the versions."""

    cinemas: Sequence[CinemaFacts]
    zones: Sequence[ZoneInfo]
    films: Sequence[FilmDetails]
    briefs: Sequence[FilmFacts]
    film_by_slug: dict[str, int]
    versions: Sequence[VersionFacts]
    version_keys: Sequence[str]
    version_of: NDArray[np.int16]
    versions_by_label: dict[str, tuple[int, ...]]


def make_facts(world: World) -> Facts:
    """Make all the texts of a world that are not a screening's own."""
    zones = [ZoneInfo(name) for name in world.zones]
    films = [_film(number, LANGUAGES[language]) for number, language in enumerate(world.language.tolist())]
    versions, keys, version_of = _versions()
    labels = dict.fromkeys(one.label for one in versions)
    return Facts(
        cinemas=[_cinema(number, world) for number in range(world.lats.size)],
        zones=[zones[zone] for zone in world.zone.tolist()],
        films=films,
        briefs=[film.brief() for film in films],
        film_by_slug={film.slug: number for number, film in enumerate(films)},
        versions=versions,
        version_keys=keys,
        version_of=version_of,
        versions_by_label={label: tuple(i for i, one in enumerate(versions) if one.label == label) for label in labels},
    )


def booking_url(cinema: int, screening_id: int) -> str:
    """Give the link under which a cinema sells a screening's tickets."""
    return f"https://tickets.example/house-{cinema:06d}/show/{screening_id}"


def auditorium_name(number: int) -> str | None:
    """Name an auditorium; the first cinemas to ask have only one, and do not name it."""
    return f"Saal {number}" if number else None


def _cinema(number: int, world: World) -> CinemaFacts:
    return CinemaFacts(
        slug=f"cinema-{number:06d}",
        name=f"Lichtspielhaus {number}",
        street=f"Lange Straße {number % 300}",
        postcode=f"{10_000 + number % 80_000}",
        city="Neustadt",
        district=None,
        country="DE",
        lat=float(world.lats[number]),
        lon=float(world.lons[number]),
        time_zone=world.zones[int(world.zone[number])],
        website=f"https://cinema-{number:06d}.example",
        screens=number % 9 + 1,
        wheelchair="yes",
        has_hearing_loop=None,
        advertising_minutes=None,
        is_outdoor=False,
        is_drive_in=False,
        known_until=date.fromordinal(NOW.toordinal() + DAYS - 1),
    )


def _film(number: int, language: str) -> FilmDetails:
    title = f"The Long Way to Town {number}"
    return FilmDetails(
        slug=f"the-long-way-to-town-{number:04d}",
        title=f"Der weite Weg in die Stadt {number}",
        titles={"de": f"Der weite Weg in die Stadt {number}", language: title} if language != "de" else {"de": title},
        original_title=title,
        year=1950 + number % 77,
        minutes=80 + number % 90,
        countries=["DE"],
        original_languages=[language],
        genres=["drama"],
        age_ratings={},
        released_on={},
        credits={},
        texts={},
        is_provisional=False,
    )


def _versions() -> tuple[list[VersionFacts], list[str], NDArray[np.int16]]:
    positions: dict[VersionFacts, int] = {}
    keys: list[str] = []
    version_of = np.empty((len(LANGUAGES), len(LABELS)), dtype=np.int16)
    for spoken, language in enumerate(LANGUAGES):
        for written, label in enumerate(LABELS):
            version = VERSIONS[label].for_film((language,))
            facts = VersionFacts(
                label_of(version),
                version.audio,
                version.is_original,
                version.subtitles,
                version.captions,
                version.audio_description,
            )
            if facts not in positions:
                keys.append(key_of(version, facts.label))
            version_of[spoken, written] = positions.setdefault(facts, len(positions))
    return list(positions), keys, version_of
