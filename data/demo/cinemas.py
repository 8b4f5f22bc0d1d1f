"""The houses of the demo city as the programme planner sees them: a character, auditoriums, habits."""

import csv
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Profile(StrEnum):
    """What kind of house it is: decides what it shows, in which version and when."""

    ARTHOUSE = "arthouse"
    REPERTORY = "repertory"
    ORIGINAL = "original"
    NEIGHBOURHOOD = "neighbourhood"
    MULTIPLEX = "multiplex"
    OPEN_AIR = "open-air"


@dataclass(frozen=True)
class DemoCinema:
    """One house. A single auditorium has the name ""; a big house plays in a few of its auditoriums only."""

    slug: str
    profile: Profile
    turn: int
    """Its place among the houses of its profile, so that they take turns with the films."""
    auditoriums: tuple[str, ...] = ("",)
    formats: frozenset[str] = frozenset()
    is_late: bool = False
    """Starts after midnight on Fridays and Saturdays."""
    sneak_weekday: int | None = None
    daily_film: str | None = None
    """The slug of a film that runs here every day."""

    @property
    def is_outdoor(self) -> bool:
        """Say whether it plays under the sky."""
        return self.profile is Profile.OPEN_AIR


def load_demo_cinemas() -> tuple[DemoCinema, ...]:
    """All houses in the order of their slugs; how they play is invented (see berlin/NOTICE.md)."""
    text = (files("data.demo") / "berlin" / "houses.csv").read_text(encoding="utf-8")
    seen: Counter[str] = Counter()
    cinemas = []
    for row in csv.DictReader(text.splitlines()):
        cinemas.append(_cinema(row, turn=seen[row["profile"]]))
        seen[row["profile"]] += 1
    return tuple(cinemas)


def _cinema(row: dict[str, str], turn: int) -> DemoCinema:
    return DemoCinema(
        slug=row["slug"],
        profile=Profile(row["profile"]),
        turn=turn,
        auditoriums=tuple(row["auditoriums"].split("|")),
        formats=frozenset(filter(None, row["formats"].split("|"))),
        is_late=row["late"] == "yes",
        sneak_weekday=WEEKDAYS.index(row["sneak"]) if row["sneak"] else None,
        daily_film=row["daily_film"] or None,
    )
