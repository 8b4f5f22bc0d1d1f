"""What holds for every programme and question: a naive search finds the same, and asking coarsely loses nothing."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pyproj import Geod
from sqlalchemy import Engine

from data.programme.answer import answer, encode
from data.programme.near import ROUNDING_MM, showtimes_near
from data.programme.prepared import PreparedQuestion
from data.programme.programme import Programme
from data.programme.question import Question, Sort, Window
from data.programme.reach import reach_of
from data.programme.write import write_answer
from data.versions.notation import VERSIONS
from geo.distance import distances_m
from geo.point import Point
from tests.data.factories import NOW, clear
from tests.data.programme.factories import TONIGHT, Listed, programme_of

WGS84 = Geod(ellps="WGS84")
FILMS = ("dune", "red-rocket", "tangerine")
LABELS = ("OV", "OmU", "DF")
FORMATS = ("3D", "IMAX", "70mm")
MANY = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

# Few places, so that distances are often equal; a city, the date line and a pole.
CITY = st.tuples(st.integers(-3, 3), st.integers(-3, 3)).map(lambda at: (52.5 + at[0] / 100, 13.4 + at[1] / 100))
DATE_LINE = st.tuples(st.integers(-2, 2), st.sampled_from([179.9, 180.0, -180.0, -179.95]))
POLE = st.tuples(st.just(89.99), st.integers(-180, 180))
PLACES = CITY | DATE_LINE | POLE
LISTED = st.builds(
    Listed,
    cinema=st.sampled_from("abcdefghijkl"),
    starts_at=st.integers(-60, 3000).map(lambda minutes: TONIGHT + timedelta(minutes=minutes)),
    films=st.lists(st.sampled_from(FILMS), max_size=2, unique=True).map(tuple),
    version=st.sampled_from([VERSIONS[label] for label in LABELS]),
    formats=st.lists(st.sampled_from(FORMATS), max_size=2, unique=True).map(tuple),
    status=st.sampled_from(["scheduled", "scheduled", "scheduled", "sold-out", "cancelled"]),
)
WINDOW = Window(NOW, NOW + timedelta(days=4))
WINDOWS = st.sampled_from(
    [
        WINDOW,
        Window(TONIGHT, TONIGHT + timedelta(hours=12)),
        Window(NOW, NOW + timedelta(days=4), TONIGHT.date() + timedelta(days=1)),
    ]
)


def seldom(words: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw a filter that mostly filters nothing: most answers shall hold something."""
    some = st.lists(st.sampled_from(words), min_size=1, max_size=3, unique=True).map(tuple)
    return st.integers(0, 4).flatmap(lambda chance: some if chance == 0 else st.just(()))


POINTS = (CITY | PLACES).map(lambda at: Point(*at))
QUESTIONS = st.builds(
    Question,
    window=WINDOWS,
    near=st.none() | POINTS,
    accuracy_m=st.sampled_from([0.0, 0.0, 500.0, 2_000.0, 50_000.0]),
    films=seldom(FILMS),
    cinemas=seldom("abcdefghijkl"),
    versions=seldom(LABELS),
    understands=seldom(("en", "de", "ja")),
    formats=seldom(FORMATS),
    within_m=st.sampled_from([None, None, 1_000.0, 3_000.0]),
    limit=st.integers(1, 6),
    sort=st.sampled_from(Sort),
)


@st.composite
def programmes(draw: st.DrawFn) -> tuple[list[Listed], dict[str, tuple[float, float]]]:
    where = draw(st.sampled_from([CITY, CITY, DATE_LINE, POLE, PLACES]))
    return draw(st.lists(LISTED, min_size=5, max_size=25)), {slug: draw(where) for slug in "abcdefghijkl"}


def loaded(engine: Engine, made: tuple[list[Listed], dict[str, tuple[float, float]]]) -> Programme:
    clear(engine)
    # One screening of each film long ago, so that every film that is asked for exists.
    ancient = [Listed(cinema="a", films=(film,), starts_at=NOW - timedelta(days=400)) for film in FILMS]
    return programme_of(engine, *ancient, *made[0], cinemas=made[1])


def rank_of(metres: float) -> int:
    """Round to the millimetre: what agrees there counts as equally far."""
    return round(metres * 1000)


def metres_between(here: Point, place: tuple[float, float]) -> float:
    return float(distances_m(here, np.array([place[0]]), np.array([place[1]]))[0])


def is_asked_for(programme: Programme, asked: Question, cinema: int, row: int) -> bool:
    columns, window = programme.columns, asked.window
    minute = int(columns.minute[row])
    kind = programme.kinds[columns.kind[row]]
    evening = date(1970, 1, 1).toordinal() + minute // 1440 + kind.evening
    films = {programme.films[film].slug for film in programme.bills[programme.asides.bill[row]].films}
    names = set(programme.format_sets[kind.format_set])
    version = programme.versions[kind.version]
    return (
        window.from_at.timestamp() <= minute * 60 < window.until_at.timestamp()
        and (window.on is None or evening == window.on.toordinal())
        and (not asked.films or bool(films & set(asked.films)))
        and (not asked.cinemas or programme.cinemas[cinema].slug in asked.cinemas)
        and (not asked.versions or version.label in asked.versions)
        # A sneak's original is in nobody knows what: unknown is not none.
        and (not asked.understands or bool({*version.audio, *(version.subtitles or ())} & {*asked.understands, "und"}))
        and (not asked.formats or bool(names & set(asked.formats)))
    )


def naive(programme: Programme, asked: Question) -> tuple[list[tuple[str, list[int]]], int]:
    """Search row by row, sort everything, cut; the whole contract in the plainest words. Gives slugs and ids."""
    starts_of: dict[str, list[tuple[int, int]]] = {}
    columns = programme.columns
    for cinema, facts in enumerate(programme.cinemas):
        rows = range(int(columns.start[cinema]), int(columns.stop[cinema]))
        wanted = {
            (int(columns.minute[r]), int(columns.id[r])) for r in rows if is_asked_for(programme, asked, cinema, r)
        }
        if wanted:
            starts_of[facts.slug] = sorted(wanted)
    first = {slug: starts[0][0] for slug, starts in starts_of.items()}
    ids_of = {slug: [screening_id for _, screening_id in starts] for slug, starts in starts_of.items()}
    if asked.near is None:
        order = sorted(ids_of, key=lambda slug: (first[slug], slug))
        return [(slug, ids_of[slug]) for slug in order[: asked.limit]], min(len(order), asked.limit + 1)
    here = asked.near
    millimetres = {one.slug: round(metres_between(here, (one.lat, one.lon)) * 1000) for one in programme.cinemas}
    order = sorted(ids_of, key=lambda slug: (millimetres[slug], slug))
    if asked.within_m is not None:
        order = [slug for slug in order if millimetres[slug] <= (asked.within_m + asked.accuracy_m) * 1000]
    total = min(len(order), asked.limit + 1)
    nearest = order[: asked.limit]
    if asked.accuracy_m and len(order) > asked.limit:
        farthest = millimetres[nearest[-1]] + 2000 * asked.accuracy_m + ROUNDING_MM
        nearest = [slug for slug in order if millimetres[slug] <= farthest]
        total = max(len(nearest), asked.limit + 1)
    if asked.sort is Sort.TIME:
        nearest.sort(key=lambda slug: first[slug])
    return [(slug, ids_of[slug]) for slug in nearest], total


def answered(programme: Programme, asked: Question) -> tuple[list[tuple[str, list[int]]], int]:
    found = showtimes_near(programme, asked)
    return [(programme.cinemas[one.cinema].slug, programme.columns.id[one.rows].tolist()) for one in found], found.total


@given(made=programmes(), questions=st.lists(QUESTIONS, min_size=5, max_size=10))
@MANY
def test_a_naive_search_finds_the_same(
    engine: Engine, made: tuple[list[Listed], dict[str, tuple[float, float]]], questions: Sequence[Question]
) -> None:
    programme = loaded(engine, made)
    for asked in questions:
        assert answered(programme, asked) == naive(programme, asked)


@given(made=programmes(), questions=st.lists(QUESTIONS, min_size=5, max_size=10))
@MANY
def test_the_compiled_way_writes_the_bytes_of_the_readable_one(
    engine: Engine, made: tuple[list[Listed], dict[str, tuple[float, float]]], questions: Sequence[Question]
) -> None:
    programme = loaded(engine, made)
    for asked in questions:
        assert write_answer(programme, asked) == encode(answer(programme, asked))


@given(
    made=programmes(),
    questions=st.lists(QUESTIONS, min_size=2, max_size=4),
    points=st.lists(POINTS, min_size=3, max_size=5),
)
@MANY
def test_a_prepared_question_says_the_same_at_each_place(
    engine: Engine,
    made: tuple[list[Listed], dict[str, tuple[float, float]]],
    questions: Sequence[Question],
    points: Sequence[Point],
) -> None:
    programme = loaded(engine, made)
    for asked in questions:
        prepared = PreparedQuestion(programme, replace(asked, near=points[0]))
        for point in points:
            here = replace(asked, near=point)
            found, said = showtimes_near(programme, here), prepared.answer_at(point)
            if said is None:
                # Farther than the quick way measures.
                assert found.millimetres.max() > 10_000_000_000
                continue
            assert said.body == write_answer(programme, here)
            assert prepared.reach_at(point, said.extent) == reach_of(programme, here, found.extent)


SCATTERED = st.tuples(st.floats(52.44, 52.56), st.floats(13.3, 13.5))
AROUND = [(azimuth, part) for azimuth in range(0, 360, 15) for part in (0.5, 1 - 1e-9)]


@given(
    places=st.lists(SCATTERED | DATE_LINE, min_size=12, max_size=12),
    centre=SCATTERED,
    accuracy_m=st.sampled_from([500.0, 2_000.0, 5_000.0]),
    within_m=st.sampled_from([None, None, 2_000.0, 4_000.0]),
    limit=st.integers(1, 4),
)
@MANY
def test_what_the_device_shows_equals_what_the_server_would_say_to_the_exact_position(
    engine: Engine,
    places: list[tuple[float, float]],
    centre: tuple[float, float],
    accuracy_m: float,
    within_m: float | None,
    limit: int,
) -> None:
    houses = dict(zip("abcdefghijkl", places, strict=True))
    programme = loaded(engine, ([Listed(cinema=slug) for slug in houses], houses))
    asked = Question(window=WINDOW, near=Point(*centre), accuracy_m=accuracy_m, within_m=within_m, limit=limit)
    coarse = answered(programme, asked)[0]
    for azimuth, part in AROUND:
        lon, lat, _ = WGS84.fwd(centre[1], centre[0], azimuth, accuracy_m * part)
        true = Point(lat, lon)
        exact = answered(programme, replace(asked, near=true, accuracy_m=0.0))[0]
        assert device_shows(programme, coarse, true, asked) == exact


def device_shows(
    programme: Programme, coarse: list[tuple[str, list[int]]], true: Point, asked: Question
) -> list[tuple[str, list[int]]]:
    """Sort by the exact distance and cut: all that a device does."""
    millimetres = {one.slug: round(metres_between(true, (one.lat, one.lon)) * 1000) for one in programme.cinemas}
    within = [pair for pair in coarse if asked.within_m is None or millimetres[pair[0]] <= asked.within_m * 1000]
    return sorted(within, key=lambda pair: (millimetres[pair[0]], pair[0]))[: asked.limit]
