"""What holds for every programme: a naive search finds the same films near a point, and asking coarsely is as good."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import Engine

from data.programme.answer import encode
from data.programme.films_answer import films_answer
from data.programme.films_near import films_near
from data.programme.films_write import write_films
from data.programme.programme import Programme
from data.programme.question import Question
from geo.point import Point
from tests.data.programme.factories import TONIGHT, Listed
from tests.data.programme.test_laws import (
    AROUND,
    CITY,
    FILMS,
    MANY,
    PLACES,
    QUESTIONS,
    WGS84,
    WINDOW,
    is_asked_for,
    loaded,
    metres_between,
    programmes,
)

NEARBY = st.builds(
    lambda question, at: replace(question, near=Point(*at), films=(), cinemas=()), QUESTIONS, CITY | PLACES
)
MILLIMETRES_A_MINUTE = 100_000


class Start(NamedTuple):
    """A start, in the order in which starts come."""

    cost: int
    millimetres: int
    cinema: str
    minute: int
    screening: int


Films = list[tuple[str, list[Start]]]


def first_films(starts_of: dict[str, list[Start]], limit: int, starts: int) -> Films:
    """Sort and cut: the whole rule, for the server's reference as for a device."""
    cut = {film: sorted(some)[:starts] for film, some in starts_of.items() if some}
    return sorted(cut.items(), key=lambda film: (film[1][0].cost, film[0]))[:limit]


def start_of(programme: Programme, asked: Question, cinema: int, row: int) -> Start:
    assert asked.near
    facts, minute = programme.cinemas[cinema], int(programme.columns.minute[row])
    millimetres = round(metres_between(asked.near, (facts.lat, facts.lon)) * 1000)
    wait = minute - int(asked.window.from_at.timestamp()) // 60
    cost = millimetres + wait * MILLIMETRES_A_MINUTE
    return Start(cost, millimetres, facts.slug, minute, int(programme.columns.id[row]))


def naive(programme: Programme, asked: Question, starts: int, cinemas: int) -> tuple[Films, int]:
    """Go through all rows of all cinemas, keep the nearest cinemas, sort, cut."""
    starts_at: dict[tuple[int, str], dict[str, list[Start]]] = {}
    for cinema, facts in enumerate(programme.cinemas):
        of_film: dict[str, list[Start]] = defaultdict(list)
        for row in range(int(programme.columns.start[cinema]), int(programme.columns.stop[cinema])):
            film = int(programme.columns.film[row])
            if film >= 0 and is_asked_for(programme, asked, cinema, row):
                start = start_of(programme, asked, cinema, row)
                is_open = programme.statuses[programme.asides.status[row]] == "scheduled"
                of_film[programme.films[film].slug] += [start] if is_open else []
                starts_at[start.millimetres, facts.slug] = of_film
    within = [at for at in sorted(starts_at) if asked.within_m is None or at[0] <= asked.within_m * 1000]
    together: dict[str, list[Start]] = defaultdict(list)
    for at in within[:cinemas]:
        for slug, some in starts_at[at].items():
            together[slug] += some
    return first_films(together, asked.limit, starts), sum(bool(some) for some in together.values())


def answered(programme: Programme, asked: Question, starts: int, cinemas: int) -> tuple[Films, int]:
    found = films_near(programme, asked, starts, cinemas)
    films = [
        (
            programme.films[one.film].slug,
            [start_of(programme, asked, *at) for at in zip(one.cinemas, one.rows, strict=True)],
        )
        for one in found
    ]
    return films, found.total


@given(made=programmes(), questions=st.lists(NEARBY, min_size=5, max_size=10), starts=st.integers(1, 3))
@MANY
def test_the_quick_way_writes_the_bytes_of_the_readable_one(
    engine: Engine,
    made: tuple[list[Listed], dict[str, tuple[float, float]]],
    questions: Sequence[Question],
    starts: int,
) -> None:
    programme = loaded(engine, made)
    for asked in questions:
        assert write_films(programme, asked, starts) == encode(films_answer(programme, asked, starts))


@given(
    made=programmes(),
    questions=st.lists(NEARBY, min_size=5, max_size=10),
    starts=st.integers(1, 3),
    cinemas=st.sampled_from([1, 3, 60]),
)
@MANY
def test_a_naive_search_finds_the_same_films(
    engine: Engine,
    made: tuple[list[Listed], dict[str, tuple[float, float]]],
    questions: Sequence[Question],
    starts: int,
    cinemas: int,
) -> None:
    programme = loaded(engine, made)
    for asked in questions:
        exact = replace(asked, accuracy_m=0.0)
        assert answered(programme, exact, starts, cinemas) == naive(programme, exact, starts, cinemas)


# Of two evening hours in a few streets: so near to each other that the way decides.
STREETS = st.tuples(st.floats(52.48, 52.52), st.floats(13.37, 13.43))
CLOSE = st.builds(
    Listed,
    cinema=st.sampled_from("abcdefghijkl"),
    starts_at=st.integers(0, 120).map(lambda minutes: TONIGHT + timedelta(minutes=minutes)),
    films=st.sampled_from(FILMS).map(lambda film: (film,)),
    status=st.sampled_from(["scheduled", "scheduled", "sold-out"]),
)


@given(
    listed=st.lists(CLOSE, min_size=10, max_size=30),
    places=st.lists(STREETS, min_size=12, max_size=12),
    centre=STREETS,
    accuracy_m=st.sampled_from([200.0, 500.0, 1_000.0]),
    within_m=st.sampled_from([None, 1_000.0, 1_500.0, 2_500.0]),
    limit=st.integers(1, 3),
    starts=st.integers(1, 3),
)
@MANY
def test_what_the_device_shows_is_what_the_server_would_say_to_the_exact_position(
    engine: Engine,
    listed: list[Listed],
    places: list[tuple[float, float]],
    centre: tuple[float, float],
    accuracy_m: float,
    within_m: float | None,
    limit: int,
    starts: int,
) -> None:
    programme = loaded(engine, (listed, dict(zip("abcdefghijkl", places, strict=True))))
    asked = Question(window=WINDOW, near=Point(*centre), accuracy_m=accuracy_m, within_m=within_m, limit=limit)
    for azimuth, part in AROUND:
        lon, lat, _ = WGS84.fwd(centre[1], centre[0], azimuth, accuracy_m * part)
        exact = replace(asked, near=Point(lat, lon), accuracy_m=0.0)
        assert device_shows(programme, asked, exact, starts, 60) == answered(programme, exact, starts, 60)[0]
        with_few = answered(programme, exact, starts, 3)[0]
        assert is_as_good(device_shows(programme, asked, exact, starts, 3), with_few)


def device_shows(programme: Programme, asked: Question, exact: Question, starts: int, cinemas: int) -> Films:
    """Measure to the cinemas of the answer, leave those beyond the radius, sort and cut: all that a device does."""
    mine = {
        programme.films[one.film].slug: [
            start
            for at in zip(one.cinemas, one.rows, strict=True)
            if (start := start_of(programme, exact, *at)).millimetres <= (asked.within_m or 1e9) * 1000
        ]
        for one in films_near(programme, asked, starts, cinemas)
    }
    return first_films(mine, asked.limit, starts)


def is_as_good(shown: Films, expected: Films) -> bool:
    costs = dict(shown)
    return costs_no_more([some[0] for _, some in shown], [some[0] for _, some in expected]) and all(
        costs_no_more(costs[film], some) for film, some in expected if film in costs
    )


def costs_no_more(shown: Sequence[Start], expected: Iterable[Start]) -> bool:
    return all(number < len(shown) and shown[number].cost <= one.cost for number, one in enumerate(expected))
