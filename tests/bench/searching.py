"""`python -m tests.bench.searching`: how long films are searched, beside looking through all titles with rapidfuzz."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import Random
from statistics import mean, median, quantiles

import numpy as np
from rapidfuzz import fuzz, process
from rich.console import Console

from data.programme.assembly.assembly import Assembly
from data.programme.facts import CinemaFacts, FilmDetails
from data.programme.programme import Programme
from data.programme.search import Around, find_films
from data.programme.stored.stored import Stored, StoredBill
from data.text import folded
from data.versions.notation import VERSIONS
from geo.area import Areas
from geo.point import Point
from tests.bench.worlds import NOW

_FILMS, _SHOWN, _CINEMAS, _SCREENINGS = 20_000, 2_000, 1_000, 100_000
_QUESTIONS, _ROUNDS, _PLAINLY = 300, 3, 7
_WORDS, _NAMES, _LONGEST_TITLE = 12_000, 20_000, 5
_HERE = Around(Point(52.5, 13.4), 1_000)


@dataclass(frozen=True, slots=True)
class Searched:
    """Milliseconds of a search; `ratio` is the mean of the plain way by ours, the median over rounds."""

    films: int
    index_seconds: float
    p50: float
    p99: float
    worst: float
    ratio: float


def measure_searching() -> Searched:
    """Search titles as they are, begun, misspelled and in another order, names, years, single letters and nonsense."""
    random = Random(20261125)
    films = _films(random)
    programme = _programme(random, films)
    begun = time.perf_counter()
    find_films(programme, "a", NOW, _HERE)
    index_seconds = time.perf_counter() - begun
    titles = [folded(film.title) for film in films]
    ours: list[float] = []
    ratios: list[float] = []
    for _ in range(_ROUNDS):
        asked = _questions(random, films)
        spent = [_seconds(partial(find_films, programme, words, NOW, _HERE)) for words in asked]
        # A seventh of them: it takes as long for each.
        plain = [
            _seconds(partial(process.extract, folded(words), titles, scorer=fuzz.WRatio, limit=50))
            for words in asked[::_PLAINLY]
        ]
        ours += spent
        ratios.append(mean(plain) / mean(spent))
    cuts = quantiles(ours, n=100)
    return Searched(_FILMS, index_seconds, cuts[49] * 1e3, cuts[98] * 1e3, max(ours) * 1e3, median(ratios))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _questions(random: Random, films: list[FilmDetails]) -> list[str]:
    asked = []
    for number in range(_QUESTIONS):
        film = random.choice(films)
        title, name = film.title, random.choice(film.credits["director"])
        forms = (title, title[: random.randint(1, len(title))], _slip(random, title), name, name.split()[-1])
        more = (f"{title} {film.year}", str(film.year), title[0], _slip(random, "x".join(title)), "the")
        asked.append((*forms, *more)[number % 10])
    return asked


def _slip(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + text[place + 1 :]


def _films(random: Random) -> list[FilmDetails]:
    words, names = [_word(random) for _ in range(_WORDS)], [_name(random) for _ in range(_NAMES)]
    return [_film(random, number, words, names) for number in range(_FILMS)]


def _film(random: Random, number: int, words: list[str], names: list[str]) -> FilmDetails:
    title, original = (_title(random, words) for _ in range(2))
    return FilmDetails(
        slug=f"film-{number}",
        title=title,
        titles={"de": title, "en": _title(random, words)},
        original_title=original,
        year=random.randint(1920, 2026),
        minutes=100,
        countries=[],
        original_languages=["en"],
        genres=[],
        age_ratings={},
        released_on={},
        credits={"director": [random.choice(names)], "cast": random.sample(names, 8)},
        texts={},
        is_provisional=False,
    )


def _title(random: Random, words: list[str]) -> str:
    picked = random.choices(words, k=random.randint(1, _LONGEST_TITLE))
    return " ".join(["The", *picked] if random.random() < 0.3 else picked).title()


def _name(random: Random) -> str:
    return f"{_word(random)} {_word(random)}".title()


def _word(random: Random) -> str:
    # As in language: some letters are met often, so that words are alike.
    return "".join(random.choices("eeeeeannniiiirrrsssttaahhhdduulllccggmmoobbwfkzvpjäöüxyq", k=random.randint(3, 10)))


def _programme(random: Random, films: list[FilmDetails]) -> Programme:
    cinemas = [_cinema(random, number) for number in range(_CINEMAS)]
    assembly = Assembly(list(enumerate(cinemas)), enumerate(films), Areas())
    assembly.put_rows(_stored(random), range(_CINEMAS))
    return assembly.cut(as_of=NOW, change_id=1, is_demo=False)


def _cinema(random: Random, number: int) -> CinemaFacts:
    return CinemaFacts(
        slug=f"house-{number}",
        name="",
        street=None,
        postcode=None,
        city=None,
        country="DE",
        lat=random.uniform(48, 54),
        lon=random.uniform(7, 14),
        time_zone="Europe/Berlin",
        website=None,
        screens=None,
        wheelchair=None,
        is_outdoor=False,
        is_drive_in=False,
        has_hearing_loop=None,
        advertising_minutes=None,
        district=None,
        known_until=None,
    )


def _stored(random: Random) -> Stored:
    chance = np.random.default_rng(random.randrange(1 << 30))
    first = int((NOW - timedelta(days=3)).timestamp()) // 60
    minute = chance.integers(first, first + 14 * 24 * 60, _SCREENINGS).astype(np.int32)
    nothing = np.zeros(_SCREENINGS, dtype=np.int32)
    return Stored(
        id=np.arange(1, _SCREENINGS + 1),
        cinema_id=chance.integers(0, _CINEMAS, _SCREENINGS),
        minute=minute,
        evening=(minute // (24 * 60) + 719_163).astype(np.int32),
        bill=chance.integers(0, _SHOWN, _SCREENINGS).astype(np.int32),
        version=nothing,
        format_set=nothing,
        auditorium=nothing,
        status=nothing,
        link_at=np.zeros(_SCREENINGS + 1, dtype=np.int64),
        links=np.empty(0, dtype=np.uint8),
        bills=[StoredBill((film,), None) for film in range(_SHOWN)],
        versions=[VERSIONS["OmU"]],
        format_sets=[()],
        auditoriums=[None],
        statuses=["scheduled"],
    )


if __name__ == "__main__":
    one = measure_searching()
    Console(highlight=False).print(
        f"{one.films:,} films: p50 {one.p50:.2f} ms, p99 {one.p99:.2f} ms, worst {one.worst:.2f} ms; all titles with "
        f"rapidfuzz take {one.ratio:.0f} times as long. The index takes {one.index_seconds:.1f} s, once."
    )
