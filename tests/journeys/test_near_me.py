"""A tap on "My location" lists the nearest cinemas first, and the exact position never leaves the device."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.reader import HERE, LAT, LON, Reader
from tests.program import api

HOME, CINEMAS, FILM = "/", "/?view=cinemas", "/films/red-rocket"
# What the page shows of each cinema: its name, how far it is, and when its screenings start.
SHOWN = """(finder) => [...finder.shadowRoot.querySelectorAll(".cinema")].map((cinema) => [
    cinema.querySelector(".cinema-name").textContent.trim(),
    cinema.querySelector(".head .distance").textContent.trim(),
    [...cinema.querySelectorAll("time")].map((time) => time.dateTime),
])"""
SHOWN_FILMS = """(finder) => [...finder.shadowRoot.querySelectorAll(".film")].map((film) => [
    new URL(film.querySelector("a[part=film]").href).pathname.split("/").pop(),
    [...film.querySelectorAll("time")].map((time) => time.dateTime),
])"""
STORES = """async () => ({
    cookie: document.cookie, local: localStorage.length, session: sessionStorage.length,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
})"""


def distance_words(metres: float) -> str:
    if metres < 995:
        return f"{round(metres / 10) * 10}\u00a0m"
    return f"{metres / 1000:.{1 if metres < 9950 else 0}f}\u00a0km"


def expected(answer: dict[str, Any]) -> list[list[Any]]:
    return [
        [
            one["cinema"]["name"],
            distance_words(one["distance_m"]),
            [screening["starts_at"] for screening in one["screenings"]],
        ]
        for one in answer["cinemas"]
    ]


@pytest.mark.parametrize(("path", "asked"), [(CINEMAS, {"limit": 10}), (FILM, {"limit": 10, "film": "red-rocket"})])
def test_the_list_is_what_the_server_would_say_to_the_exact_position(
    reader: Reader, path: str, asked: dict[str, object]
) -> None:
    reader.open(path)
    answer = reader.locate_and_wait()
    shown = reader.finder.evaluate(SHOWN)
    exact = api(reader.server, "/showtimes", lat=LAT, lon=LON, **asked, **{"from": answer["window"]["from"]})
    assert len(shown) > 1
    assert shown == expected(exact)
    metres = [one["distance_m"] for one in exact["cinemas"]]
    assert metres == sorted(metres)


@pytest.mark.parametrize("path", [HOME, FILM])
def test_no_request_carries_more_than_two_decimals(reader: Reader, path: str) -> None:
    reader.open(path)
    reader.locate_and_wait()
    reader.page.get_by_role("button", name="By time").click()
    reader.rests()
    asked = [urlsplit(request.url) for request in reader.requests]
    positions = [parse_qs(address.query) for address in asked if "lat" in address.query]
    assert positions
    assert {(each["lat"][0], each["lon"][0]) for each in positions} == {("52.50", "13.42")}
    for request in reader.requests:
        sent = f"{request.url} {request.all_headers()} {request.post_data or ''}"
        assert not re.search(r"52\.49\d|13\.41\d|\d{2}\.\d{3,}", sent)


@pytest.mark.parametrize("path", [HOME, FILM])
def test_nothing_is_kept_on_the_device(reader: Reader, path: str) -> None:
    reader.open(path)
    reader.locate_and_wait()
    assert reader.context.cookies() == []
    assert reader.page.evaluate(STORES) == {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0}
    assert str(LAT) not in reader.page.url
    assert str(LAT) not in reader.page.content()


def test_nothing_is_asked_of_the_device_before_the_tap(open_browser: OpenBrowser) -> None:
    reader = open_browser(may_locate=False)
    reader.context.add_init_script(
        "navigator.geolocation.getCurrentPosition = () => { throw new Error('asked before the tap') }"
    )
    reader.open(HOME)
    assert reader.sees_the_citys_programme()
    assert [request for request in reader.requests if "/api/" in request.url] == []


def test_forgetting_brings_the_citys_programme_back(reader: Reader) -> None:
    reader.open(HOME)
    reader.locate_and_wait()
    assert not reader.sees_the_citys_programme()
    reader.page.get_by_role("button", name="Whole city").click()
    reader.page.locator(".programme-cinema").first.wait_for()


def test_an_imprecise_position_is_owned_up_to(reader: Reader) -> None:
    reader.context.set_geolocation({"latitude": LAT, "longitude": LON, "accuracy": 2400})
    reader.open(HOME)
    reader.locate_and_wait()
    assert reader.page.get_by_text("±2.4\u00a0km: order uncertain.").is_visible()
    accuracy = [parse_qs(urlsplit(request.url).query).get("accuracy_m") for request in reader.requests]
    assert ["5000"] in accuracy


def test_after_a_move_the_list_is_sorted_anew(reader: Reader) -> None:
    reader.open(CINEMAS)
    reader.locate_and_wait()
    before = reader.finder.evaluate(SHOWN)
    reader.context.set_geolocation({"latitude": 52.5493, "longitude": 13.3545, "accuracy": 12})
    with reader.page.expect_response(lambda response: "lat=52.55" in response.url):
        reader.page.get_by_role("button", name="Update location").click()
    reader.rests()
    assert reader.finder.evaluate(SHOWN)[0] != before[0]


def test_the_films_are_what_the_server_would_say_to_the_exact_position(reader: Reader) -> None:
    reader.open(HOME)
    answer = reader.locate_and_wait()
    asked = {"lat": LAT, "lon": LON, "from": answer["window"]["from"]}
    exact = api(reader.server, "/films/near", **asked)["films"]
    assert reader.finder.evaluate(SHOWN_FILMS) == [
        [one["film"]["slug"], [start["screening"]["starts_at"] for start in one["starts"]]] for one in exact
    ]


def test_a_title_is_in_the_readers_language_after_the_tap_too(reader: Reader) -> None:
    reader.open(HOME)
    answer = reader.locate_and_wait()
    links = reader.finder.locator("a[part=film]").evaluate_all(
        "(all) => all.map((link) => [new URL(link.href).pathname.split('/').pop(), link.textContent])"
    )
    films = {one["film"]["slug"]: one["film"] for one in answer["films"]}
    titles = {slug: film["titles"].get("en", film["title"]) for slug, film in films.items()}
    assert any(title != films[slug]["title"] for slug, title in titles.items())
    assert dict(links).items() <= titles.items()


def test_walking_on_sorts_anew_unless_the_list_is_being_read(reader: Reader) -> None:
    reader.open(CINEMAS)
    reader.locate_and_wait()
    before = reader.finder.evaluate(SHOWN)
    reader.context.set_geolocation({"latitude": 52.4903, "longitude": 13.4234, "accuracy": 12})
    reader.finder.locator(".cinema-name >> nth=0", has_text="Moviemento").wait_for()
    reader.page.evaluate("scrollTo(0, 1200)")
    reader.context.set_geolocation(HERE)
    reader.page.get_by_role("button", name="New order: you have moved on").wait_for()
    assert reader.finder.evaluate(SHOWN)[0][0] == "Moviemento"
    reader.page.get_by_role("button", name="New order: you have moved on").click()
    reader.rests()
    assert reader.finder.evaluate(SHOWN) == before


def test_a_position_that_is_allowed_already_needs_no_tap(reader: Reader) -> None:
    reader.context.grant_permissions(["geolocation"])
    reader.open(HOME)
    reader.finder.locator(".distance").first.wait_for()
    assert str(LAT) not in reader.page.url


def test_a_shared_address_opens_the_same_view_elsewhere_and_back_goes_back(open_browser: OpenBrowser) -> None:
    reader = open_browser()
    reader.open(HOME)
    reader.locate_and_wait()
    reader.page.get_by_role("button", name="Cinemas").click()
    reader.page.get_by_role("button", name="Tomorrow").click()
    reader.rests()
    assert urlsplit(reader.page.url).query.startswith("view=cinemas&on=") or "on=" in reader.page.url
    shown = reader.finder.evaluate(SHOWN)
    other = open_browser()
    other.open(reader.page.url.removeprefix(reader.server))
    other.locate_and_wait()
    assert other.finder.evaluate(SHOWN) == shown
    reader.page.go_back()
    reader.rests()
    assert "on=" not in reader.page.url
    assert reader.page.get_by_role("button", name="Cinemas").get_attribute("aria-pressed") == "true"
