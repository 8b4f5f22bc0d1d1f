"""The films of the demo city as the programme planner sees them: the facts a timetable needs, and who books them."""

import csv
import json
from dataclasses import dataclass
from importlib.resources import files

from data.demo.cinemas import Profile

END_OF_NIGHT = 29 * 60
"""05:00 of the next morning, where the programme day ends, in minutes after midnight."""


@dataclass(frozen=True)
class DemoFilm:
    """A film of the catalogue with its (invented) booking. Times of day are minutes after midnight."""

    slug: str
    title: str
    """The German title."""
    original_title: str
    minutes: int
    original_languages: tuple[str, ...]
    genres: tuple[str, ...]
    profiles: frozenset[Profile]
    formats: frozenset[str] = frozenset()
    is_dubbed: bool = True
    earliest: int = 0
    latest: int = END_OF_NIGHT

    @property
    def is_wordless(self) -> bool:
        """Say whether nobody speaks in it."""
        return self.original_languages == ("zxx",)

    @property
    def is_for_children(self) -> bool:
        """Say whether it belongs into the afternoon."""
        return "children" in self.genres

    @property
    def is_choosy(self) -> bool:
        """Has few hours to run in: a children's film, a horror film."""
        return self.earliest >= 17 * 60 or self.latest <= 19 * 60


def load_demo_films() -> tuple[DemoFilm, ...]:
    """All films in the order of the catalogue, films.json."""
    folder = files("data.demo")
    facts = json.loads((folder / "films.json").read_text(encoding="utf-8"))
    text = (folder / "berlin" / "bookings.csv").read_text(encoding="utf-8")
    bookings = {row["film"]: row for row in csv.DictReader(text.splitlines())}
    return tuple(
        DemoFilm(
            slug=film["slug"],
            title=film["titles"]["de"],
            original_title=film["original_title"],
            minutes=film["minutes"],
            original_languages=tuple(film["original_languages"]),
            genres=tuple(film["genres"]),
            profiles=frozenset(map(Profile, bookings[film["slug"]]["profiles"].split("|"))),
            formats=frozenset(filter(None, bookings[film["slug"]]["formats"].split("|"))),
            is_dubbed=bookings[film["slug"]]["dubbed"] == "yes",
            earliest=_minute(bookings[film["slug"]]["earliest"], 0),
            latest=_minute(bookings[film["slug"]]["latest"], END_OF_NIGHT),
        )
        for film in facts
    )


def _minute(text: str, default: int) -> int:
    """Minutes after midnight: 20:15 becomes 1215."""
    if not text:
        return default
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
