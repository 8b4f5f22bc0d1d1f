"""The short way to showtimes says what the route says, to the byte, and really goes by itself."""

from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.api.showtimes import PATH
from service.dependencies import loaded_keeper
from service.errors import NotReadyError
from service.query_string import PARAMETERS
from tests.service.api.test_description import GOOD, NEEDS

# What the parameters may hold, well-formed and not.
NUMBERS = [
    *("52.5", "13.42", "52.50", "+52.5", " 52.5", "52.5 ", "52", "-0", "0", "1e1", "5.25E1", ".5", "5.", "1_0", "nan"),
    *(
        "inf",
        "-inf",
        "1e999",
        "٥٢",
        "0x10",
        "",
        "00013.4",
        "13.4200000000000000000001",
        "91",
        "181",
        "-5",
        "true",
        "null",
    ),
]
LIMITS = ["1", "3", "100", "101", "0", "-1", "007", "3.0", "3.5", "+3", "3 ", "1_0", "", "١", "99999999999999999999"]
MOMENTS = [
    *("2026-11-26T18:00", "2026-11-26 18:00", "2026-11-26T18:00:30", "2026-11-26T18:00+01:00", "2026-11-26T17:00Z"),
    *("2026-11-26T18:00 01:00", "2026-11-26", "20261126T180000", "tonight", "", "2026-11-26T18:00" + " " * 30),
    *("2026-11-27T05:00", "2026-W48-4", "9999-12-31T23:59", " 2026-11-26T18:00", "2026-11-26t18:00", "18:00"),
]
DAYS = ["2026-11-26", "2026-11-27", "2026-02-30", "20261126", "2026-11-26 ", "", "0", "9999-12-31", "२०२६-११-२६"]
WORDS = {
    "film": ["red-rocket", "fallende-blaetter", "nope", "", "red-rocket ", "x" * 201, "söhne", "\x00", "🎬"],
    "cinema": ["moviemento", "thalia", "nowhere", "", "a+b", "100%"],
    "version": ["OmU", "omu", "DF", "OmXU", "", " ", "OV"],
    "format": ["35mm", "35 mm", "IMAX", "smell", ""],
}
VALUES = {
    **dict.fromkeys(("lat", "lon", "accuracy_m", "within_km"), NUMBERS),
    **dict.fromkeys(("from", "until"), MOMENTS),
    **WORDS,
    "on": DAYS,
    "limit": LIMITS,
    "sort": ["time", "distance", "Time", "", "price"],
    "films": ["red-rocket"],
    "LAT": ["52.5"],
    "": ["", "x"],
}
ESCAPED: list[Callable[[str], str]] = [
    *(quote_plus, quote, str),
    lambda text: "".join(f"%{byte:02x}" for byte in text.encode()),
]
WELL_FORMED = st.sampled_from(sorted(GOOD.keys() & PARAMETERS)).map(lambda name: f"{name}={quote_plus(GOOD[name])}")


@st.composite
def broken(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(sorted(VALUES)))
    written = (
        draw(st.sampled_from(ESCAPED))(draw(st.sampled_from(VALUES[name]))).replace("#", "%23").replace("\x00", "%00")
    )
    return draw(
        st.sampled_from([f"{name}={written}"] * 8 + [name, f"{quote(name)}%3D{written}", f"{name}=={written}", "%"])
    )


QUERY_STRINGS = st.one_of(
    st.lists(WELL_FORMED, max_size=5).map("&".join),
    st.lists(WELL_FORMED, max_size=4).map(lambda parts: "&".join(["lat=52.5&lon=13.42", *parts])),
    st.lists(WELL_FORMED | broken(), max_size=5).map("&".join),
    st.lists(broken(), max_size=3).map(lambda parts: "&".join(["lat=52.5&lon=13.42", *parts])),
)
HEADERS = st.sampled_from(
    [{}, {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "identity"}, {"Accept": "text/html"}, {"If-None-Match": "*"}]
)


@given(query_string=QUERY_STRINGS, headers=HEADERS)
@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_both_ways_say_the_same(town: TestClient, query_string: str, headers: dict[str, str]) -> None:
    # An empty part at the end means nothing; the short way does not understand it.
    by_the_route = said(town, f"{PATH}?{query_string}&", headers)
    assert said(town, f"{PATH}?{query_string}", headers) == by_the_route
    # By now it may be a kept one.
    assert said(town, f"{PATH}?{query_string}", headers) == by_the_route


@pytest.mark.parametrize("name", sorted(VALUES))
def test_both_ways_say_the_same_to_each_odd_value(town: TestClient, name: str) -> None:
    others = {"lat": "lon=13.42&", "lon": "lat=52.5&"}.get(name, "lat=52.5&lon=13.42&")
    for value in VALUES[name]:
        for escaped in ESCAPED[:2]:
            query_string = f"{others}{name}={escaped(value)}"
            assert said(town, f"{PATH}?{query_string}", {}) == said(town, f"{PATH}?{query_string}&", {}), query_string


def said(town: TestClient, address: str, headers: dict[str, str]) -> tuple[int, list[tuple[str, str]], bytes]:
    answer = town.get(address, headers=headers)
    return answer.status_code, sorted(answer.headers.items()), answer.content


@pytest.fixture
def alone(town: TestClient) -> TestClient:
    """The town with the route out of order: what is answered now, the short way answers."""

    def out_of_order() -> None:
        raise NotReadyError

    app = town.app
    assert isinstance(app, FastAPI)
    app.dependency_overrides[loaded_keeper] = out_of_order
    return town


def test_what_is_not_well_formed_is_for_the_route(alone: TestClient) -> None:
    for query_string in ("lat=52.5&lon=13.42&", "lat=52.5&lon=wrong", "lat=52.5", "lat=13.42&lon=52.5", "film=nope"):
        assert alone.get(f"{PATH}?{query_string}").status_code == 503, query_string


@given(parts=st.lists(WELL_FORMED, max_size=6, unique_by=lambda part: part.partition("=")[0]), is_near=st.booleans())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_well_formed_questions_never_see_the_route(alone: TestClient, parts: list[str], is_near: bool) -> None:  # noqa: FBT001 (drawn)
    asked = dict(part.split("=") for part in parts)
    asked |= {name: GOOD[name] for name in ("lat", "lon") if is_near or {"lat", "lon", "within_km"} & asked.keys()}
    # The one pair that makes no question.
    if "on" in asked:
        asked.pop("until", None)
    answer = alone.get(f"{PATH}?{'&'.join(f'{name}={text}' for name, text in asked.items())}")
    assert answer.status_code == 200, asked


def test_every_described_parameter_is_understood(town: TestClient, alone: TestClient) -> None:
    described = town.get("/api/openapi.json").json()["paths"][PATH]["get"]["parameters"]
    names = {parameter["name"] for parameter in described}
    assert names == PARAMETERS
    for name in names:
        asked = {each: GOOD[each] for each in (name, *NEEDS.get(name, ()))}
        assert alone.get(PATH, params=asked).status_code == 200, asked


def test_a_repeated_word_is_any_of_them(alone: TestClient) -> None:
    answer = alone.get(f"{PATH}?film=red-rocket&film=fallende-blaetter&cinema=moviemento")
    assert set(answer.json()["films"]) == {"red-rocket", "fallende-blaetter"}


def test_escapes_are_undone(alone: TestClient) -> None:
    answer = alone.get(f"{PATH}?format=35+%6dm&from=2026-11-26T18%3A00%2B01%3A00&until=2026-11-27T05%3a00")
    assert [one["cinema"]["slug"] for one in answer.json()["cinemas"]] == ["moviemento"]
    assert answer.json()["window"] == {"from": "2026-11-26T18:00:00+01:00", "until": "2026-11-27T05:00:00+01:00"}
