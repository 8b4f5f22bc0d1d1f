"""Over HTTP an evening lasts until five by the clock at the cinema: on any day, in any zone, when the clocks change."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests.service.evenings import ZONES, build_evenings

BERLIN = ZONES["berlin"][1]
# A whole evening, by the hour and minute of its starts.
EVENING = ["05:00", "20:00", "23:59", "00:30", "04:59"]
# Days before whose nights clocks are set: Berlin and London on one, New York and Auckland on others.
SPRING, AUTUMN = date(2025, 3, 30), date(2025, 10, 26)

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module", params=[SPRING, AUTUMN, date(2025, 11, 27)], ids=str)
def night(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, date]:
    """A database with the evenings around a day, and that day."""
    day: date = request.param
    url = f"sqlite:///{tmp_path_factory.mktemp('evenings')}/kinonah.db"
    build_evenings(url, date.fromordinal(day.toordinal() - 3), 7)
    return url, day


@pytest.fixture(scope="module")
def ask(night: tuple[str, date], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Ask for showtimes, as of a moment."""
    clock = [datetime(2025, 1, 1, tzinfo=BERLIN)]
    folder = tmp_path_factory.mktemp("static")
    app = create_app(Settings(database_url=night[0]), static_folder=folder, clock=lambda: clock[0])
    with TestClient(app) as client:

        def asked(now: datetime, **parameters: object) -> dict[str, Any]:
            clock[0] = now
            answer = client.get("/api/v1/showtimes", params={key: str(one) for key, one in parameters.items()})
            assert answer.status_code == 200, answer.text
            said: dict[str, Any] = answer.json()
            return said

        yield asked


def starts(said: dict[str, Any], cinema: str) -> list[tuple[str, str, str]]:
    """Give the starts at a cinema, `HH:MM` there, the day of the month, and the evening."""
    return [
        (one["starts_at"][11:16], one["starts_at"][8:10], one["programme_on"])
        for each in said["cinemas"]
        if each["cinema"]["slug"] == cinema
        for one in each["screenings"]
    ]


def clocks(said: dict[str, Any], cinema: str) -> list[str]:
    return [clock for clock, _, _ in starts(said, cinema)]


def at(day: date, clock: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone)


def days_from(day: date, number: int) -> date:
    return date.fromordinal(day.toordinal() + number)


@pytest.mark.parametrize("slug", ZONES)
@pytest.mark.parametrize("number", [-1, 0])
def test_an_evening_is_the_same_at_cinemas_of_all_zones(
    ask: Ask, night: tuple[str, date], slug: str, number: int
) -> None:
    """Wherever one asks from, and long before or after it."""
    on = days_from(night[1], number)
    lat, lon = ZONES[slug][2]
    for asked_on in (days_from(on, -8), days_from(on, 8)):
        said = ask(at(asked_on, "12:00", BERLIN), on=on, lat=lat, lon=lon)
        for cinema in ZONES:
            assert clocks(said, cinema) == EVENING, cinema
            assert {evening for _, _, evening in starts(said, cinema)} == {str(on)}


def test_without_a_position_an_evening_is_the_same_at_cinemas_of_all_zones(ask: Ask, night: tuple[str, date]) -> None:
    said = ask(at(days_from(night[1], -8), "12:00", BERLIN), on=night[1])
    assert {cinema: clocks(said, cinema) for cinema in ZONES} == dict.fromkeys(ZONES, EVENING)


@pytest.mark.parametrize("slug", ZONES)
@pytest.mark.parametrize(
    ("now", "tonight", "rest"),
    [
        ("23:59", 0, ["23:59", "00:30", "04:59"]),
        ("00:30", -1, ["00:30", "04:59"]),
        ("04:59", -1, ["04:59"]),
        ("05:00", 0, EVENING),
    ],
)
def test_tonight_is_the_rest_of_the_evening_that_it_is(
    ask: Ask, night: tuple[str, date], slug: str, now: str, tonight: int, rest: list[str]
) -> None:
    (_, zone, (lat, lon)), on = ZONES[slug], days_from(night[1], tonight)
    near = {"lat": lat, "lon": lon, "within_km": 50}
    moment = at(night[1], now, zone)
    assert clocks(ask(moment, on=on, **near), slug) == rest
    # Without a wish: the rest of this evening and the whole of the next.
    said = ask(moment, **near)
    assert clocks(said, slug) == rest + EVENING
    assert [evening for _, _, evening in starts(said, slug)] == [str(on)] * len(rest) + [str(days_from(on, 1))] * 5
    assert said["window"]["from"][11:16] == now
    assert said["window"]["until"].startswith(f"{days_from(on, 2)}T05:00")


def test_tomorrow_at_the_other_end_of_the_world_begins_now(ask: Ask, night: tuple[str, date]) -> None:
    """At noon in Berlin, the evening of the next day has not begun anywhere; at eight it has, in Auckland."""
    on = days_from(night[1], 1)
    assert clocks(ask(at(night[1], "12:00", BERLIN), on=on, cinema="auckland"), "auckland") == EVENING
    assert clocks(ask(at(night[1], "20:00", BERLIN), on=on, cinema="auckland"), "auckland") == EVENING[1:]


def test_a_night_of_changing_clocks_has_its_real_moments(ask: Ask, night: tuple[str, date]) -> None:
    on = days_from(night[1], -1)
    lat, lon = ZONES["berlin"][2]
    said = ask(at(on, "12:00", BERLIN), on=on, lat=lat, lon=lon, within_km=50)
    offsets = {one["starts_at"][11:16]: one["starts_at"][19:] for one in said["cinemas"][0]["screenings"]}
    before, after = {SPRING: ("+01:00", "+02:00"), AUTUMN: ("+02:00", "+01:00")}.get(night[1], ("+01:00", "+01:00"))
    assert (offsets["23:59"], offsets["00:30"], offsets["04:59"]) == (before, before, after)
