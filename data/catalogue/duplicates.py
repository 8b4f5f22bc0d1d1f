"""Cinemas that may be the same house twice: proposed with reasons, and never merged by themselves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from sqlmodel import Session

from data.catalogue.house import House, read_houses
from data.catalogue.likeness import NEAR_M, Likeness, likeness
from data.catalogue.nearby import near_pairs
from data.sentence import Sentence
from geo.distance import distances_m
from geo.point import Point

# So many houses of different names at one position: it is no house's, but a geocoder's for the city.
_STRANGERS = 3
# Such a position may be off by a city's width.
_CITY_M = 50_000.0
# As many share the page of a chain, or the street of a studio lot.
_MOST_SHARING = 20
_SHARING_M = 1_000.0


@dataclass(frozen=True, slots=True)
class Double:
    """A cinema that may be the kept one of its group; `confidence` is from 0 to 1."""

    slug: str
    name: str
    reasons: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Cinemas that may be one house: the one of which most is known, and the others, the surest first."""

    slug: str
    name: str
    doubles: tuple[Double, ...]

    @property
    def confidence(self) -> float:
        """Say how sure the surest is."""
        return self.doubles[0].confidence

    @property
    def commands(self) -> tuple[str, ...]:
        """Give the commands that would merge them."""
        return tuple(f"kinonah cinemas merge {self.slug} {one.slug}" for one in self.doubles)


def find_duplicates(session: Session) -> list[DuplicateGroup]:
    """Propose which cinemas of the database are the same, the surest groups first."""
    return duplicates_among(read_houses(session))


def duplicates_among(houses: Sequence[House]) -> list[DuplicateGroup]:
    """Propose which of some houses are the same."""
    likes: dict[int, dict[int, Likeness]] = defaultdict(dict)
    for one, other, metres, is_placed in _candidates(houses):
        like = likeness(houses[one], houses[other], metres if is_placed else None)
        if like is not None:
            likes[one][other] = likes[other][one] = like
    groups = [_group(houses, members, likes) for members in _connected(likes)]
    return sorted(groups, key=lambda group: (-group.confidence, group.slug))


def _candidates(houses: Sequence[House]) -> Iterator[tuple[int, int, float, bool]]:
    """Give the pairs worth a look, with their distance, and whether it says anything."""
    lats, lons = (np.array([getattr(house, axis) for house in houses]) for axis in ("lat", "lon"))
    nowhere = _nowhere(houses)
    placed = np.array([number for number in range(len(houses)) if number not in nowhere], dtype=np.int64)
    for one, other, metres in near_pairs(lats[placed], lons[placed], NEAR_M):
        yield int(placed[one]), int(placed[other]), metres, True
    for one, other in _sharing(houses):
        metres = float(_metres(houses[one], houses[other]))
        if NEAR_M < metres <= _SHARING_M and not {one, other} & nowhere:
            yield one, other, metres, True
    for one, other in _namesakes(houses, nowhere):
        metres = float(_metres(houses[one], houses[other]))
        if metres <= _CITY_M:
            yield one, other, metres, False


def _nowhere(houses: Sequence[House]) -> set[int]:
    """Find the houses whose position is no house's."""
    at: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, house in enumerate(houses):
        at[house.lat, house.lon].append(number)
    crowds = (numbers for numbers in at.values() if len(numbers) >= _STRANGERS)
    return {number for numbers in crowds if _strangers(houses, numbers) >= _STRANGERS for number in numbers}


def _strangers(houses: Sequence[House], numbers: Sequence[int]) -> int:
    """Count the houses that share no word of their names with one before."""
    known: set[str] = set()
    count = 0
    for number in numbers:
        words = set(houses[number].core.words)
        count += known.isdisjoint(words)
        known |= words
    return count


def _sharing(houses: Sequence[House]) -> Iterator[tuple[int, int]]:
    """Give the pairs that say they have one address, or one page on the web."""
    by: dict[object, list[int]] = defaultdict(list)
    for number, house in enumerate(houses):
        if house.street:
            by[house.street.name, house.street.first, house.postcode].append(number)
        if house.page:
            by[house.page].append(number)
    for numbers in by.values():
        if len(numbers) <= _MOST_SHARING:
            yield from combinations(numbers, 2)


def _namesakes(houses: Sequence[House], nowhere: set[int]) -> Iterator[tuple[int, int]]:
    """Give the pairs of one name of which one stands nowhere."""
    names = {tuple(sorted(houses[number].core.words)) for number in nowhere} - {()}
    by: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, house in enumerate(houses):
        if (name := tuple(sorted(house.core.words))) in names:
            by[name].append(number)
    for numbers in by.values():
        yield from (pair for pair in combinations(numbers, 2) if nowhere.intersection(pair))


def _metres(one: House, other: House) -> np.float64:
    metres: np.float64 = distances_m(Point(one.lat, one.lon), np.array([other.lat]), np.array([other.lon]))[0]
    return metres


def _connected(likes: Mapping[int, Mapping[int, Likeness]]) -> Iterator[list[int]]:
    """Give the sets of what hangs together."""
    met: set[int] = set()
    for number in likes:
        group, pending = [], [number]
        while pending:
            if (one := pending.pop()) not in met:
                met.add(one)
                group.append(one)
                pending += likes[one]
        if group:
            yield sorted(group)


def _group(
    houses: Sequence[House], members: Sequence[int], likes: Mapping[int, Mapping[int, Likeness]]
) -> DuplicateGroup:
    kept = max(members, key=lambda number: (houses[number].facts, -number))
    doubles = []
    for number in members:
        if number == kept:
            continue
        # What it has in common with the kept one, else with whichever it is most like.
        mine = likes[number]
        other = kept if kept in mine else max(mine, key=lambda one: mine[one].confidence)
        reasons = mine[other].reasons
        if other != kept:
            reasons = Sentence("as {slug}: {reasons}", slug=houses[other].slug, reasons=reasons)
        doubles.append(Double(houses[number].slug, houses[number].name, reasons, mine[other].confidence))
    doubles.sort(key=lambda double: (-double.confidence, double.slug))
    return DuplicateGroup(houses[kept].slug, houses[kept].name, tuple(doubles))
