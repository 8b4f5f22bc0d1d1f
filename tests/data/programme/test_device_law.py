"""The law of the house: what the device shows equals what the server would say to the exact position.

The server's own answer, as bytes, goes through the device's own functions. The law's bounds:

- Two distances are equal where they agree to the millimetre. The device measures within 0.1 mm of the server (within a
  thousandth of that up to 50 km), so two cinemas astride of a rounding edge may be equally far for one of them only.
- Of a truncated answer, what is farther than its last cinema is unknown: certain are the cinemas that lie nearer than
  that one by more than coarsening moved the asker.
- A device within half a hundredth of a degree of 0, 0 sends just that, and is refused: nobody lives there.
- What lies on the other side of the earth keeps the server's distance from the coarse position.
- An alternative to an empty answer is the nearest to the coarse position.

The device knows no radius (`within_km`): that the server's answer would be right for one is held in test_laws.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.programme.answer import Showtimes, answer, encode
from data.programme.programme import Programme
from data.programme.question import Question, Window
from geo.distance import distances_m
from geo.point import Point
from tests.data.factories import NOW, clear
from tests.data.programme.device import Device, Position, device
from tests.data.programme.factories import Listed, programme_of

Place = tuple[float, float]
WINDOW = Window(NOW, NOW + timedelta(days=4))
# A city, the equator, the date line, the far north and the poles; to the last digit that a device may send.
# Nearly half around the earth: farther than any cinema that somebody goes to.
OPPOSITE_M = 19_900_000
CENTRES = [(52.5, 13.4), (0.0, 36.82), (-17.71, 180.0), (69.65, 18.96), (90.0, 0.0), (-89.995, -120.0)]


def on_earth(lat: float, lon: float) -> Place:
    """Bring what lies beyond a pole or the date line back to where it is."""
    if abs(lat) > 90:
        lat, lon = (180 if lat > 0 else -180) - lat, lon + 180
    return round(lat, 6), round((lon + 180) % 360 - 180, 6)


@st.composite
def towns(draw: st.DrawFn) -> tuple[Place, list[Place]]:
    """Draw a centre and cinemas around it: on few points, so that many tie or are mirror images; and some far off."""
    lat, lon = draw(st.sampled_from(CENTRES))
    step = draw(st.sampled_from([0.0007, 0.003, 0.02]))
    east = draw(st.sampled_from([1.0, 1.0, 30.0]))
    near = st.tuples(st.integers(-6, 6), st.integers(-6, 6)).map(
        lambda at: on_earth(lat + at[0] * step, lon + at[1] * step * east)
    )
    far = st.tuples(st.integers(-89, 89), st.integers(-180, 180)).map(lambda at: on_earth(*at))
    opposite = st.integers(-9, 9).map(lambda at: on_earth(-lat + at / 50, lon + 180))
    count = draw(st.integers(1, 12) | st.integers(1, 300))
    kinds = st.one_of(*[near] * 8, far, opposite)
    return (lat, lon), draw(st.lists(kinds, min_size=count, max_size=count))


EDGE = st.sampled_from([0.0, 0.0049, -0.0049, 0.005])
OFFSETS = st.tuples(EDGE | st.floats(-0.03, 0.03), EDGE | st.floats(-0.03, 0.03))
AWAY = st.tuples(st.floats(-90, 90), st.floats(-180, 180)).filter(lambda at: max(map(abs, at)) > 0.01)
ACCURACIES = st.sampled_from([0.0, 5.0, 340.0, 4_000.0]) | st.floats(0, 40_000)
LIMITS = st.integers(1, 4) | st.integers(1, 30)
ASKERS = st.tuples(OFFSETS, ACCURACIES, LIMITS)


@pytest.fixture(scope="module")
def phone() -> Iterator[Device]:
    with device() as started:
        yield started


def said(programme: Programme, here: Position, limit: int) -> Showtimes:
    """Ask the server."""
    near = Point(here.lat, here.lon)
    return answer(programme, Question(window=WINDOW, near=near, accuracy_m=here.accuracy_m, limit=limit))


def metres_from(here: Position, answered: Showtimes) -> dict[str, float]:
    """Measure as the server does, without its rounding to a tenth of a metre."""
    cinemas = [one.cinema for one in answered.cinemas]
    lats, lons = np.array([one.lat for one in cinemas]), np.array([one.lon for one in cinemas])
    metres = distances_m(Point(here.lat, here.lon), lats, lons)
    return dict(zip([one.slug for one in cinemas], metres.tolist(), strict=True))


def equally_far(measured: Iterable[tuple[str, float]]) -> set[frozenset[str]]:
    """Give the cinemas that agree to the millimetre, together."""
    groups: dict[int, set[str]] = defaultdict(set)
    for slug, metres in measured:
        groups[round(metres * 1000)].add(slug)
    return {frozenset(group) for group in groups.values()}


def hold_the_law(phone: Device, programme: Programme, exact: Position, limit: int) -> None:
    coarse = phone.coarsen(exact)
    answered = said(programme, coarse, limit)
    sent = encode(answered)
    measured = dict(phone.nearest(sent, exact, len(answered.cinemas)))
    truth = metres_from(exact, answered)
    within_reach = {slug for slug, metres in truth.items() if metres < OPPOSITE_M}
    for slug in within_reach:
        assert measured[slug] == pytest.approx(truth[slug], abs=0.0001)
    assert all(measured[slug] >= OPPOSITE_M - 2_000 for slug in truth.keys() - within_reach)
    if equally_far(measured.items()) != equally_far(truth.items()):
        return
    shown = [slug for slug, _ in phone.nearest(sent, exact, limit)]
    wanted = [one.cinema.slug for one in said(programme, exact._replace(accuracy_m=0.0), limit).cinemas]
    if answered.truncated:
        certain = certain_of(answered, coarse, exact)
        shown, wanted = ([slug for slug in slugs if slug in certain] for slugs in (shown, wanted))
    assert [slug for slug in shown if slug in within_reach] == [slug for slug in wanted if slug in within_reach]


def certain_of(answered: Showtimes, coarse: Position, exact: Position) -> set[str]:
    """Give the cinemas of a truncated answer that are nearer than any that it left out."""
    moved_m = distances_m(Point(coarse.lat, coarse.lon), np.array([exact.lat]), np.array([exact.lon]))[0]
    last_m = list(metres_from(coarse, answered).values())[-1]
    return {slug for slug, metres in metres_from(exact, answered).items() if metres < last_m - moved_m}


# One cinema behind the asker's back, one ahead, 1200 m farther from the middle of the cell: r instead of 2r loses it.
CORNER_TOWN = ((52.5, 13.4), [on_earth(52.498, 13.398), on_earth(52.5112, 13.4112)])


@example(town=CORNER_TOWN, askers=[((0.0049, 0.0049), 0.0, 1)], away=(10.0, 10.0))
@given(town=towns(), askers=st.lists(ASKERS, min_size=6, max_size=6), away=AWAY)
@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_the_device_shows_what_the_server_would_say_to_the_exact_position(
    engine: Engine,
    phone: Device,
    town: tuple[Place, list[Place]],
    askers: Sequence[tuple[Place, float, int]],
    away: Place,
) -> None:
    (lat, lon), places = town
    clear(engine)
    houses = {f"house-{number:03}": place for number, place in enumerate(places)}
    programme = programme_of(engine, *(Listed(cinema=slug) for slug in houses), cinemas=houses)
    for (north, east), accuracy_m, limit in askers:
        hold_the_law(phone, programme, Position(*on_earth(lat + north, lon + east), accuracy_m), limit)
    hold_the_law(phone, programme, Position(*away, askers[0][1]), askers[0][2])


def test_of_a_truncated_answer_the_near_part_is_certain(engine: Engine, phone: Device) -> None:
    houses = {f"house-{number:03}": (52.5 + number % 20 / 200, 13.4 + number // 20 / 200) for number in range(320)}
    starts = [NOW + timedelta(minutes=minutes) for minutes in range(8)]
    listed = [Listed(cinema=slug, starts_at=start) for slug in houses for start in starts]
    programme = programme_of(engine, *listed, cinemas=houses)
    for north in range(0, 100, 7):
        exact = Position(52.5 + north / 1000 + 0.0049, 13.4 + north / 1500 - 0.0049, 15_000.0)
        coarse = phone.coarsen(exact)
        answered = said(programme, coarse, 30)
        assert answered.truncated
        assert len(certain_of(answered, coarse, exact)) > 30
        hold_the_law(phone, programme, exact, 30)
