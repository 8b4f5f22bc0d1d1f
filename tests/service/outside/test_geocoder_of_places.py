"""House numbers by POST, through a geocoder that answers, is down, is slow or lies: an answer comes all the same."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.app import create_app
from service.outside.opened import open_geocoder
from service.settings import Settings
from tests.service.outside import geocoder_server as servers
from tests.service.outside.geocoder_server import Behaviour, geocoder, house, saying
from tests.service.town import NOW

PLACES = "/api/v1/places"
TYPED = "Oranienstraße 25, 10967 Berlin"
# What the town knows without asking.
KNOWN = "10967"
# Within a second; a busy machine may need a moment more to notice.
SOON_SECONDS = 1.5
NO_ANSWER = "The address search gives no answer."
SLOW = "The address search takes too long."


TownOf = Callable[..., AbstractContextManager[TestClient]]


@pytest.fixture(scope="module")
def running_town(town_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    file = tmp_path_factory.mktemp("geocoded") / "kinonah.db"
    shutil.copy(town_file, file)
    with TestClient(create_app(Settings(database_url=f"sqlite:///{file}"), clock=lambda: NOW)) as client:
        yield client


@pytest.fixture
def town_of(running_town: TestClient) -> TownOf:
    """Give the town's app with a geocoder; the app runs on, its geocoder is opened as at its start."""

    @contextmanager
    def town(url: str, **settings: Any) -> Iterator[TestClient]:  # noqa: ANN401 (settings of the app)
        app = running_town.app
        assert isinstance(app, FastAPI)
        app.state.geocoder = open_geocoder(Settings(geocoder_url=url, **settings))
        yield running_town

    return town


def test_a_house_is_found_with_its_point_its_width_and_whose_data_that_is(town_of: TownOf) -> None:
    with geocoder(saying(house())) as running, town_of(running.url) as town:
        answer = town.post(PLACES, json={"q": TYPED, "lang": "de"})
    first, *known = answer.json()["places"]
    assert (first["name"], first["kind"]) == ("25, Oranienstraße, 10999 Berlin", "address")
    assert (first["lat"], first["lon"], first["accuracy_m"]) == (52.49998, 13.42251, 50)
    assert [place["name"] for place in known] == [KNOWN]
    assert (answer.json()["attribution"], answer.json()["problem"]) == ("© OpenStreetMap contributors", None)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert (running.asked[0]["q"], running.asked[0]["accept-language"]) == (TYPED, "de")


@pytest.mark.parametrize(
    ("kind", "path", "said"),
    [
        ("photon", "/api", {"properties": {"name": "Hof", "extent": [13.42, 52.501, 13.43, 52.499]}}),
        ("pelias", "/v1/search", {"properties": {"name": "Hof"}, "bbox": [13.42, 52.499, 13.43, 52.501]}),
    ],
)
def test_photon_and_pelias_are_asked_in_their_own_way(
    town_of: TownOf,
    kind: str,
    path: str,
    said: dict[str, object],
) -> None:
    feature = {**said, "geometry": {"coordinates": [13.425, 52.5]}}
    behaviour = servers.answering(json.dumps({"features": [feature]}).encode())
    with geocoder(behaviour) as running, town_of(running.url, geocoder=kind, geocoder_attribution="© us") as town:
        answer = town.post(PLACES, json={"q": "Oranienstraße 25"}).json()
    assert running.paths == [path]
    (place,) = answer["places"]
    assert (place["name"], place["lat"], place["lon"]) == ("Hof", 52.5, 13.425)
    assert 340 < place["accuracy_m"] < 370
    assert answer["attribution"] == "© us"


def test_nobody_outside_is_asked_for_what_is_known(town_of: TownOf) -> None:
    with geocoder(saying(house())) as running, town_of(running.url) as town:
        for typed in ("10967 Berlin", "potsdam", "Moviemento", "", "  "):
            town.post(PLACES, json={"q": typed})
        town.get(PLACES, params={"q": TYPED})
    assert running.asked == []


def test_by_get_the_hint_says_how_house_numbers_are_looked_up(town_of: TownOf) -> None:
    with geocoder(saying(house())) as running, town_of(running.url) as town:
        said = town.get(PLACES, params={"q": TYPED}).json()
    assert said["problem"].startswith("House numbers are looked up by POST")
    assert [place["name"] for place in said["places"]] == [KNOWN]


def test_the_same_again_is_known_and_another_too_soon_is_not_asked(town_of: TownOf) -> None:
    with geocoder(saying(house())) as running, town_of(running.url) as town:
        first = town.post(PLACES, json={"q": TYPED}).json()
        again = town.post(PLACES, json={"q": f" {TYPED.upper()} "}).json()
        other = town.post(PLACES, json={"q": "Adalbertstraße 7, 10967"}).json()
    assert first == again
    assert other["problem"].startswith("The address search is busy.")
    assert [place["name"] for place in other["places"]] == [KNOWN]
    assert len(running.asked) == 1


def test_swapped_coordinates_are_put_right_with_a_word_about_it(town_of: TownOf) -> None:
    with geocoder(saying(house(lat="13.42251", lon="52.49998"))) as running, town_of(running.url) as town:
        said = town.post(PLACES, json={"q": TYPED}).json()
    assert (said["places"][0]["lat"], said["places"][0]["lon"]) == (52.49998, 13.42251)
    assert "swapped" in said["problem"]


def test_what_nobody_knows_is_said_to_be_unknown(town_of: TownOf) -> None:
    with geocoder(saying()) as running, town_of(running.url) as town:
        said = town.post(PLACES, json={"q": TYPED}).json()
    assert [place["name"] for place in said["places"]] == [KNOWN]
    assert (said["attribution"], said["problem"][:26]) == (None, "This address is not known.")


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        pytest.param(servers.hang, SLOW, id="says nothing"),
        pytest.param(servers.dribble_head, SLOW, id="dribbles a head"),
        pytest.param(servers.dribble_body, SLOW, id="dribbles a body"),
        pytest.param(servers.flood, NO_ANSWER, id="10 MB"),
        pytest.param(servers.answering(b"[" + b" " * 10_000_000 + b"]"), NO_ANSWER, id="10 MB, announced"),
        pytest.param(servers.answering(b"<html><h1>Oranien 25</h1>"), NO_ANSWER, id="HTML"),
        pytest.param(servers.answering(b"<html>", 503), NO_ANSWER, id="out of service"),
        pytest.param(servers.answering(b"slow down", 429), NO_ANSWER, id="too often"),
        pytest.param(servers.answering(b"[" * 100_000), NO_ANSWER, id="deep"),
        pytest.param(servers.answering(b"7"), NO_ANSWER, id="a number"),
        pytest.param(servers.answering(b'{"error": "no"}'), NO_ANSWER, id="an error"),
        pytest.param(servers.answering(b"\xff\xfe[]"), NO_ANSWER, id="other bytes"),
        pytest.param(servers.break_off, NO_ANSWER, id="breaks off"),
        pytest.param(servers.talk_strangely, NO_ANSWER, id="another protocol"),
        pytest.param(saying({"display_name": "x"}), NO_ANSWER, id="no position"),
        pytest.param(saying(house(lat="0", lon="0")), NO_ANSWER, id="null island"),
        pytest.param(saying(house(lat="north")), NO_ANSWER, id="words"),
        pytest.param(saying(house(lat="NaN", lon="NaN")), NO_ANSWER, id="no number"),
        pytest.param(saying(house(lat="5200", lon="1")), NO_ANSWER, id="off the globe"),
    ],
)
def test_a_geocoder_that_is_slow_or_lies_costs_its_own_part_only(
    town_of: TownOf,
    behaviour: Behaviour,
    problem: str,
) -> None:
    with geocoder(behaviour) as running, town_of(running.url) as town:
        began = monotonic()
        answer = town.post(PLACES, json={"q": TYPED})
        assert monotonic() - began < SOON_SECONDS
        # Tried again, it rests; what is known is there both times.
        again = town.post(PLACES, json={"q": TYPED})
        running.released.set()
    assert len(running.asked) == 1
    for said in (answer.json(), again.json()):
        assert [place["name"] for place in said["places"]] == [KNOWN]
        assert said["attribution"] is None
    assert answer.status_code == 200
    assert answer.json()["problem"].startswith(problem) or (problem == SLOW and NO_ANSWER in answer.json()["problem"])
    assert "busy" in again.json()["problem"]


def test_a_geocoder_that_is_down_costs_its_own_part_only(town_of: TownOf) -> None:
    with geocoder(saying()) as running:
        url = running.url
    with town_of(url) as town:
        said = town.post(PLACES, json={"q": TYPED}).json()
    assert said["problem"].startswith(NO_ANSWER)
    assert [place["name"] for place in said["places"]] == [KNOWN]


def test_a_redirect_to_somebody_else_is_not_followed(town_of: TownOf) -> None:
    with geocoder(saying(house())) as stranger:
        elsewhere = servers.answering(b"", 302, Location=f"{stranger.url}/search")
        with geocoder(elsewhere) as running, town_of(running.url) as town:
            said = town.post(PLACES, json={"q": TYPED}).json()
    assert (len(running.asked), stranger.asked) == (1, [])
    assert said["problem"].startswith(NO_ANSWER)


def test_a_box_that_is_none_says_nothing_of_the_width(town_of: TownOf) -> None:
    with geocoder(saying(house(boundingbox=["a", None]))) as running, town_of(running.url) as town:
        said = town.post(PLACES, json={"q": TYPED}).json()
    assert said["places"][0]["accuracy_m"] == 50


def test_a_place_is_never_less_certain_than_fifty_kilometres(town_of: TownOf) -> None:
    with geocoder(saying(house(boundingbox=["-10", "60", "-20", "60"]))) as running, town_of(running.url) as town:
        said = town.post(PLACES, json={"q": TYPED}).json()
    assert said["places"][0]["accuracy_m"] == 50_000
