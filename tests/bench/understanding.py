"""`python -m tests.bench.understanding`: how long a sheet of distinct titles and labels takes to be understood."""

import string
import time
from dataclasses import dataclass
from random import Random
from statistics import median
from zoneinfo import ZoneInfo

from rich.console import Console

from data.schedules.check import House, check
from data.schedules.sheet import Row, Sheet
from data.schedules.titles.book import KnownFilm, book_of
from data.schedules.words import Words
from tests.bench.worlds import LABELS, NOW

_FILMS = _ROWS = 5_000
_TURNS = 5
# Titles have few words, and share them: what is close to one is close to some.
_WORDS, _LONGEST_TITLE = 4_000, 5


@dataclass(frozen=True, slots=True)
class Understood:
    """Seconds of one core, medians of some turns: until titles can be looked up, and until all rows are read."""

    films: int
    rows: int
    book_seconds: float
    check_seconds: float

    @property
    def seconds(self) -> float:
        """Give what a person waits for."""
        return self.book_seconds + self.check_seconds


def measure_understanding() -> Understood:
    """Check sheets a third of whose titles are known, a third misspelled or bent, a third new."""
    turns = [_turn(Random(20261122 + number)) for number in range(_TURNS)]
    return Understood(_FILMS, _ROWS, median(book for book, _ in turns), median(checked for _, checked in turns))


def _turn(random: Random) -> tuple[float, float]:
    # A catalogue and a sheet of its own: what an earlier turn remembers is of no use.
    titles = _titles(random, _FILMS + _ROWS)
    films = [KnownFilm(f"film-{number}", title, 1950 + number % 77) for number, title in enumerate(titles[:_FILMS])]
    sheet = _sheet(random, titles[:_FILMS], titles[_FILMS:])
    begun = time.process_time()
    book = book_of(((film.title, film) for film in films), {film.slug for film in films})
    ready = time.process_time()
    checked = check(sheet, House("odeon", "Odeon", ZoneInfo("Europe/Berlin"), "DE"), book, Words(), NOW)
    ended = time.process_time()
    if len(checked.entries) != len(sheet.rows):
        raise RuntimeError("A row of the sheet was not understood.")
    return ready - begun, ended - ready


def _sheet(random: Random, known: list[str], unknown: list[str]) -> Sheet:
    rows = []
    for number in range(_ROWS):
        title = (known[number], _bent(random, known[number]), unknown[number])[number % 3]
        label = f"{LABELS[number % len(LABELS)]} {_word(random)} {number}"
        clock = f"{10 + number % 12}:{number // 12 % 60:02}"
        rows.append(Row(number=number + 2, date="2026-11-26", time=clock, title=title, version=label))
    return Sheet(reader="bench", columns={}, ignored_columns=(), rows=tuple(rows))


def _titles(random: Random, count: int) -> list[str]:
    words = [_word(random) for _ in range(_WORDS)]
    titles: dict[str, None] = {}
    while len(titles) < count:
        picked = random.choices(words, k=random.randint(1, _LONGEST_TITLE))
        titles[" ".join(["The", *picked] if random.random() < 0.3 else picked).title()] = None
    return list(titles)


def _word(random: Random) -> str:
    return "".join(random.choices(string.ascii_lowercase, k=random.randint(3, 9)))


def _bent(random: Random, title: str) -> str:
    place = random.randrange(len(title))
    bends = (title[:place] + title[place + 1 :], f"{title} (OmU)", f"{title} (2024)", f"{title[: place + 12]}...")
    return random.choice(bends) or title


if __name__ == "__main__":
    one = measure_understanding()
    Console(highlight=False).print(
        f"{one.rows:,} rows against {one.films:,} films: {one.seconds:.2f} s "
        f"(catalogue {one.book_seconds:.2f} s, rows {one.check_seconds:.2f} s)"
    )
