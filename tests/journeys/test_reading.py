"""The pages on small and large screens, by keyboard, in both languages, and without a script."""

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.reader import LAPTOP, PHONE, SMALLEST, Reader

HOME, FILM, NOWHERE = "/", "/films/red-rocket", "/nowhere"
PATHS = pytest.mark.parametrize("path", [HOME, FILM])
MOST_STOPS = 400
# What a browser's setting for larger text does: all that is measured in rem grows.
LARGE_TEXT = "addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '200%')"
FOCUSED = """() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element.labels?.[0] ?? element).textContent.trim().replace(/\\s+/g, " ");
}"""


@PATHS
def test_without_a_script_the_page_lists_showtimes(open_browser: OpenBrowser, path: str) -> None:
    reader = open_browser(java_script_enabled=False)
    reader.open(path)
    assert reader.page.locator("h1").is_visible()
    assert reader.page.locator(".programme-cinema time").first.is_visible()
    assert reader.page.get_by_role("button").count() == 0


@pytest.mark.parametrize("path", [HOME, FILM, NOWHERE])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_wider_than_the_screen(open_browser: OpenBrowser, path: str, language: str) -> None:
    reader = open_browser(locale=language)
    reader.open(path)
    widths = {PHONE: 0, LAPTOP: 0, SMALLEST: 0}
    assert {size: reader.overflow_px(size) for size in widths} == widths
    if path == NOWHERE:
        # The browser notes every answer that is an error.
        reader.complaints.clear()
    else:
        reader.locate_and_wait(language)
        assert {size: reader.overflow_px(size) for size in widths} == widths


@pytest.mark.parametrize("path", [HOME, FILM, "/films", "/cinemas/moviemento", "/privacy"])
def test_twice_the_text_fits_on_the_smallest_phone(open_browser: OpenBrowser, path: str) -> None:
    reader = open_browser(locale="de")
    reader.context.add_init_script(LARGE_TEXT)
    reader.open(path)
    assert reader.overflow_px(SMALLEST) == 0
    if path in (HOME, FILM):
        reader.locate_and_wait("de")
        reader.page.get_by_role("button", name="Filter").click()
        assert reader.overflow_px(SMALLEST) == 0
        wider = reader.finder.evaluate(
            "(finder) => [...finder.shadowRoot.querySelectorAll('button.locate, .list *')]"
            ".filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML)"
        )
        assert wider == []


@PATHS
def test_the_keyboard_is_enough(reader: Reader, path: str) -> None:
    reader.open(path)
    seen: list[str] = []
    while "My location" not in seen and len(seen) < 10:
        reader.page.keyboard.press("Tab")
        seen.append(reader.page.evaluate(FOCUSED))
    assert seen == ["Skip to content", "Kinonah", "Films", "Cinemas", "DE – Deutsch", "EN – English", "My location"]
    reader.context.grant_permissions(["geolocation"])
    reader.page.keyboard.press("Enter")
    reader.finder.locator(".distance").first.wait_for()
    # The focus stays where it was, on the same button under its new name.
    assert reader.page.evaluate(FOCUSED) == "Update location"
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate(FOCUSED) == "Whole city"


def test_the_keyboard_alone_does_everything(reader: Reader) -> None:
    reader.open(HOME)
    reader.context.grant_permissions(["geolocation"])
    press(reader, "My location", "Enter")
    reader.finder.locator(".distance").first.wait_for()
    for stop, key in (("Cinemas", "Space"), ("Tomorrow", "Enter"), ("Filter", "Space")):
        press(reader, stop, key)
    press(reader, "OmU", "Enter")
    press(reader, "Remember languages", "Space")
    assert reader.page.get_by_role("checkbox").is_checked()
    assert reader.page.url.count("=") == 3
    labels = set(reader.finder.locator(".list .version").all_text_contents())
    assert labels == {"OmU"}
    press(reader, "Show all", "Enter")
    press(reader, "Films", "Enter")
    press(reader, "Show more", "Enter")
    first = reader.finder.locator("a[part=film]").first.text_content() or "a film"
    press(reader, first, "Enter")
    reader.page.locator(".film-page").wait_for()


def press(reader: Reader, stop: str, key: str) -> None:
    """Go there by Tab, round the page if need be, and press a key."""
    if stop == "My location":
        reader.finder.get_by_role("button", name=stop).wait_for()
    for _ in range(MOST_STOPS):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate(FOCUSED).startswith(stop):
            break
    else:
        raise AssertionError(stop)
    reader.page.keyboard.press(key)
    reader.page.wait_for_load_state()
    if reader.finder.count():
        reader.rests()


def test_the_first_link_skips_to_the_content(reader: Reader) -> None:
    reader.open(HOME)
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate(FOCUSED) == "My location"


@PATHS
def test_the_language_is_switched_by_a_link(open_browser: OpenBrowser, path: str) -> None:
    reader = open_browser(locale="de-DE")
    reader.open(path)
    reader.page.get_by_role("button", name="Mein Standort").wait_for()
    reader.page.get_by_role("link", name="English").click()
    reader.page.get_by_role("button", name="My location").wait_for()
    assert reader.page.locator("html").get_attribute("lang") == "en"
    assert reader.page.url.endswith("?lang=en")


def test_a_chosen_language_stays_when_one_reads_on(open_browser: OpenBrowser) -> None:
    reader = open_browser(locale="de-DE")
    reader.open("/?lang=en")
    reader.page.locator(".film-card").first.click()
    reader.page.locator(".film-page").wait_for()
    assert reader.page.locator("html").get_attribute("lang") == "en"
    reader.page.locator(".wordmark").click()
    reader.page.locator(".films-running").wait_for()
    assert reader.page.locator("html").get_attribute("lang") == "en"


def test_from_a_film_near_me_to_its_page(reader: Reader) -> None:
    reader.open(HOME)
    reader.locate_and_wait()
    link = reader.finder.locator("a[part=film]").first
    title = link.inner_text()
    link.click()
    reader.page.locator(".film-page").wait_for()
    assert reader.page.locator("h1").inner_text() == title


def test_an_address_that_is_none_leads_home(reader: Reader) -> None:
    reader.open(NOWHERE)
    reader.complaints.clear()
    reader.page.get_by_role("link", name="To the start page").click()
    reader.finder.wait_for()
