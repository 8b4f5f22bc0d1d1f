"""A second opinion: what the files of a real week answer to a question, found the plainest way, with none of our code.

Every question reads nothing but the files' own cells and measures every cinema by geopy's geodesic.
"""

import csv
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from geopy.distance import geodesic

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Start:
    """A row of a schedule: when (Europe/Berlin), and its cells as written."""

    at: datetime
    title: str
    label_raw: str
    format: str


@dataclass(frozen=True, slots=True)
class House:
    """A cinema of the week's list with all that its file says, in time order."""

    slug: str
    lat: float
    lon: float
    starts: tuple[Start, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A cinema of an answer: its distance in metres, and the starts that were asked for."""

    slug: str
    metres: float
    starts: tuple[Start, ...]


def read_week(folder: Path) -> list[House]:
    """Read the list of cinemas and the schedule of each."""
    with (folder / "cinemas.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            House(row["slug"], float(row["lat"]), float(row["lon"]), _starts(folder / f"schedules/{row['slug']}.csv"))
            for row in csv.DictReader(file)
        ]


def _starts(path: Path) -> tuple[Start, ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            Start(
                datetime.fromisoformat(f"{row['Date']}T{row['Time']}").replace(tzinfo=BERLIN),
                row["Title"],
                row["Version"],
                row["Format"],
            )
            for row in csv.DictReader(file)
        ]
    return tuple(sorted(rows, key=lambda start: start.at))


# What the week's cinemas write beside a title, found by reading all of them.
_BESIDE = (" 3d", " (omu)", " (1968)", " (2001)")
# And what a program cut off within a word, where another cinema writes the whole title.
_CUT = {"good luck, have fun, d...": "good luck, have fun, don’t die"}


@cache
def same_title(title: str) -> str:
    """Reduce a title to what two spellings of it share: no case, no accents, short dashes, nothing beside it."""
    letters = (letter for letter in unicodedata.normalize("NFD", title) if unicodedata.category(letter) != "Mn")
    spelled = " ".join("".join(letters).casefold().replace("–", "-").split())
    whole = _CUT.get(spelled, spelled)
    return next((whole.removesuffix(beside) for beside in _BESIDE if whole.endswith(beside)), whole)


def find_nearest(
    week: list[House],
    lat: float,
    lon: float,
    title: str | None,
    from_at: datetime,
    until_at: datetime,
    *,
    limit: int,
    within_km: float = float("inf"),
    labels_raw: tuple[str, ...] = (),
) -> list[Shown]:
    """Find the cinemas that show a film (null: any) with from ≤ start < until, nearest first, ties (in mm) by slug."""
    found = []
    for house in week:
        starts = tuple(
            start
            for start in house.starts
            if (title is None or same_title(start.title) == same_title(title))
            and from_at <= start.at < until_at
            and (not labels_raw or start.label_raw in labels_raw)
        )
        if not starts:
            continue
        metres = float(geodesic((lat, lon), (house.lat, house.lon)).meters)
        if metres <= within_km * 1000:
            found.append(Shown(house.slug, metres, starts))
    return sorted(found, key=lambda shown: (round(shown.metres * 1000), shown.slug))[:limit]
