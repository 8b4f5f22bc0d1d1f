"""The clock of one auditorium on one day: features set backwards from the last start, so that nothing overlaps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from data.demo.features import Feature
from data.demo.films import DemoFilm

BREAK_MINUTES = 30
"""Twenty of advertising and ten to let people out and in."""
QUARTER = 15


@dataclass(frozen=True)
class Shift:
    """When an auditorium works. Times are minutes after the midnight that opens the programme day; 1455 is 00:15."""

    opens: int
    last_start: int
    wanted: int
    closes: int


@dataclass(frozen=True)
class Start:
    """A feature at a minute of the programme day."""

    begins: int
    feature: Feature


@dataclass(frozen=True)
class Promise:
    """A feature that must run, and begin by then."""

    feature: Feature
    due: int


@dataclass
class House:
    """What all auditoriums of a house have planned so far on a day, so that the next one plans something else."""

    chance: Random
    shown: Counter[str] = field(default_factory=Counter)
    starts: list[Start] = field(default_factory=list)

    def note(self, start: Start) -> None:
        """Keep a start, and what it shows."""
        self.starts.append(start)
        self.shown.update(film.slug for film in start.feature.films)

    def crowd(self, start: Start) -> int:
        """How often the house shows the same within the hour, counted double: nobody needs that."""
        near = (other for other in self.starts if abs(other.begins - start.begins) < 60)
        return 2 * sum(other.feature == start.feature for other in near)


def fill(shift: Shift, slate: Sequence[DemoFilm], promised: Promise | None, house: House) -> list[Start]:
    """The starts of a day, earliest first. A promised feature runs, whatever else gives way."""
    starts: list[Start] = []
    while promised or len(starts) < shift.wanted:
        start = None
        if promised:
            # Where it would begin too late, something else comes after it, and it is asked again.
            begins = _begin(shift, starts, promised.feature)
            start = Start(begins, promised.feature) if begins <= promised.due else _choose(shift, slate, starts, house)
            if start is None:
                start = Start(min(begins, promised.due), promised.feature)
            promised = None if start.feature is promised.feature else promised
        else:
            start = _choose(shift, slate, starts, house)
        if start is None:
            break
        starts.insert(0, start)
        house.note(start)
    return starts


def matinee(starts: Sequence[Start], slate: Sequence[DemoFilm], chance: Random) -> Start | None:
    """One more start in the morning, where the day begins late enough; a film for children if there is one."""
    begins = chance.choice((10 * 60, 10 * 60 + 30, 11 * 60))
    latest_end = min(starts[0].begins - BREAK_MINUTES, 14 * 60) if starts else 14 * 60
    fitting = [film for film in slate if film.earliest <= begins and begins + film.minutes <= latest_end]
    choice = [film for film in fitting if film.is_for_children] or fitting
    return Start(begins, Feature((chance.choice(choice),))) if choice else None


def _begin(shift: Shift, starts: Sequence[Start], feature: Feature) -> int:
    """The last quarter of an hour at which the feature is over in time for the one after it."""
    if not starts:
        return shift.last_start
    return (starts[0].begins - BREAK_MINUTES - feature.minutes) // QUARTER * QUARTER


def _choose(shift: Shift, slate: Sequence[DemoFilm], starts: Sequence[Start], house: House) -> Start | None:
    """The film that the house shows least that day; at its own hours, a children's or a horror film comes first."""
    best: tuple[float, Start] | None = None
    for film in slate:
        start = Start(_begin(shift, starts, Feature((film,))), Feature((film,)))
        rank = house.shown[film.slug] + house.chance.random() - (0.3 if film.is_choosy else 0.0)
        if _fits(shift, starts, start) and (best is None or rank + house.crowd(start) < best[0]):
            best = rank + house.crowd(start), start
    return best[1] if best else None


def _fits(shift: Shift, starts: Sequence[Start], start: Start) -> bool:
    feature = start.feature
    is_open = shift.opens <= start.begins and start.begins + feature.minutes <= shift.closes
    is_its_hour = feature.earliest <= start.begins <= feature.latest
    return is_open and is_its_hour and not (starts and starts[0].feature == feature)
