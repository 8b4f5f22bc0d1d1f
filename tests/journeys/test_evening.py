"""An evening in a small town: until after midnight, in languages that one understands, and only what there is."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.reader import Reader
from tests.journeys.town import Town, build_town, evening_zone
from tests.program import served

TIMES = "(finder) => [...finder.shadowRoot.querySelectorAll('.list time')].map((time) => time.textContent)"
REMEMBERED = "localStorage.getItem('kinonah')"
FILM = "/films/parasite"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("small-town")
    now = datetime.now(UTC)
    zone, offset = evening_zone(now)
    today = (now + offset).date()
    build_town(folder, zone, now, today)
    with served(folder, is_demo=False) as server:
        yield Town(server, zone, today)


@pytest.fixture
def reader(open_browser: OpenBrowser, town: Town) -> Reader:
    """Somebody in the town, who is asked nothing more."""
    reader = open_browser(time_zone=town.time_zone)
    reader.context.grant_permissions(["geolocation"])
    return reader


def opened(reader: Reader, town: Town, path: str) -> Reader:
    reader.open(path, server=town.server)
    reader.finder.locator(".distance").first.wait_for()
    reader.rests()
    return reader


def times(reader: Reader) -> list[str]:
    """List the times that are shown."""
    reader.rests()
    shown: list[str] = reader.finder.evaluate(TIMES)
    return shown


def chips(reader: Reader, group: str) -> list[str]:
    """List what a group of filters offers, without how often it occurs."""
    offered = reader.page.get_by_role("group", name=group, exact=True).get_by_role("button").all_inner_texts()
    return [words.rstrip(" 0123456789") for words in offered]


def choose(reader: Reader, group: str, name: str) -> None:
    reader.page.get_by_role("group", name=group, exact=True).get_by_role("button", name=name).click()
    reader.rests()


def open_filters(reader: Reader) -> None:
    reader.page.get_by_role("button", name="Filter").click()


def test_tonight_contains_half_past_midnight(reader: Reader, town: Town) -> None:
    opened(reader, town, f"{FILM}?view=time")
    choose(reader, "Day", "Today")
    assert times(reader) == ["20:00", "21:00", "22:15", "00:30"]
    assert f"on={town.today}" in reader.page.url
    assert reader.finder.locator(".list li", has_text="00:30").get_by_text("after midnight").is_visible()
    choose(reader, "Day", "Tomorrow")
    assert times(reader) == ["19:00"]


def test_a_korean_film_is_for_english_readers_with_english_subtitles_only(reader: Reader, town: Town) -> None:
    opened(reader, town, f"{FILM}?view=time&on={town.today}")
    open_filters(reader)
    choose(reader, "I understand", "English")
    assert times(reader) == ["20:00", "00:30"]
    assert reader.finder.locator(".list .version").all_inner_texts() == ["OmeU", "OmeU"]
    choose(reader, "I understand", "German")
    assert times(reader) == ["20:00", "21:00", "22:15", "00:30"]


def test_filters_offer_only_what_occurs(reader: Reader, town: Town) -> None:
    opened(reader, town, f"{FILM}?on={town.today}")
    open_filters(reader)
    assert chips(reader, "Version") == ["DF", "OmeU"]
    assert chips(reader, "I understand") == ["English", "German", "Korean"]
    assert reader.page.get_by_role("group", name="Format").count() == 0
    choose(reader, "Version", "DF")
    assert reader.page.get_by_role("button", name="Filter (1)").is_visible()
    assert times(reader) == ["22:15", "21:00"]
    reader.page.get_by_role("button", name="Show all").click()
    assert len(times(reader)) == 4


def test_a_shared_view_is_the_same_elsewhere_with_a_script_and_without(
    reader: Reader, open_browser: OpenBrowser, town: Town
) -> None:
    opened(reader, town, f"{FILM}?on={town.today}")
    open_filters(reader)
    choose(reader, "I understand", "English")
    shown = times(reader)
    address = reader.page.url.removeprefix(town.server)
    other = open_browser(time_zone=town.time_zone)
    other.context.grant_permissions(["geolocation"])
    assert times(opened(other, town, address)) == shown == ["20:00", "00:30"]
    plain = open_browser(java_script_enabled=False)
    plain.open(address, server=town.server)
    assert plain.page.locator(".programme-cinema time").all_inner_texts() == shown


def test_after_midnight_the_evening_is_still_tonight_and_today_is_the_calendars(reader: Reader, town: Town) -> None:
    reader.page.clock.install(time=town.at("00:10", days_later=1))
    opened(reader, town, f"{FILM}?on={town.today}")
    assert chips(reader, "Day") == ["Tonight", "Today"]


def test_a_day_is_named_by_the_cinemas_calendar_whatever_clock_the_phone_keeps(
    open_browser: OpenBrowser, town: Town
) -> None:
    traveller = open_browser(time_zone="America/New_York")
    traveller.context.grant_permissions(["geolocation"])
    traveller.page.clock.install(time=town.at("00:10", days_later=1))
    opened(traveller, town, f"{FILM}?on={town.today}")
    assert chips(traveller, "Day") == ["Tonight", "Today"]
    assert traveller.finder.locator(".day").first.inner_text().startswith("Tonight, ")


def test_what_has_begun_folds_away(reader: Reader, town: Town) -> None:
    reader.page.clock.install(time=town.at("17:30"))
    opened(reader, town, f"{FILM}?view=time&on={town.today}")
    assert times(reader) == ["20:00", "21:00", "22:15", "00:30"]
    reader.page.clock.fast_forward("04:30:00")
    folded = reader.finder.locator("details.begun")
    folded.wait_for()
    assert not folded.locator("time").first.is_visible()
    # It is ten o'clock.
    assert folded.locator("time").all_text_contents()[:2] == ["20:00", "21:00"]
    folded.locator("summary").click()
    assert folded.locator("time").first.is_visible()


def test_languages_are_remembered_only_where_it_is_ticked(reader: Reader, town: Town) -> None:
    opened(reader, town, f"{FILM}?on={town.today}")
    open_filters(reader)
    choose(reader, "I understand", "English")
    assert reader.page.evaluate(REMEMBERED) is None
    reader.page.get_by_role("checkbox").check()
    assert json.loads(reader.page.evaluate(REMEMBERED)) == {"understands": ["en"], "place": ""}
    opened(reader, town, f"{FILM}?on={town.today}")
    assert times(reader) == ["20:00", "00:30"]
    open_filters(reader)
    reader.page.get_by_role("checkbox").uncheck()
    assert reader.page.evaluate(REMEMBERED) is None


def test_the_back_button_takes_a_filter_back(reader: Reader, town: Town) -> None:
    opened(reader, town, f"{FILM}?on={town.today}")
    open_filters(reader)
    choose(reader, "Version", "OmeU")
    assert len(times(reader)) == 2
    dubbed = reader.finder.locator(".list .version", has_text="DF")
    reader.page.go_back()
    dubbed.first.wait_for()
    assert len(times(reader)) == 4
    reader.page.go_forward()
    dubbed.first.wait_for(state="detached")
    assert len(times(reader)) == 2
