"""The widget in a frame, for pages that allow no foreign script: with a position and without, as high as it is."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import FrameLocator

from tests.journeys.conftest import OpenBrowser
from tests.journeys.magazine import Magazine, magazine
from tests.journeys.reader import Reader
from tests.journeys.test_accessibility import FINDINGS

HEIGHT = "document.querySelector('iframe').getBoundingClientRect().height"
NO_FINDINGS: list[str] = []


@pytest.fixture(scope="module")
def host() -> Iterator[Magazine]:
    with magazine() as site:
        yield site


def framed(reader: Reader, host: Magazine, attributes: str, after: str = "", query: str = "") -> FrameLocator:
    address = f"{reader.server}/embed?film=red-rocket&amp;lang=de{query}"
    body = f'<iframe src="{address}" title="Kinos" {attributes} style="width: 100%; height: 300px; border: 0"></iframe>'
    head = '<!doctype html><html lang="de"><title>Ein Film</title><link rel="icon" href="data:,">'
    reader.page.goto(host.print(f"{head}<h1>Ein Film</h1>{body}{after}"), wait_until="load")
    return reader.page.frame_locator("iframe")


def test_with_permission_the_button_works(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    frame = framed(reader, host, 'allow="geolocation"')
    reader.context.grant_permissions(["geolocation"])
    frame.get_by_role("button", name="Mein Standort").click()
    frame.locator(".distance").first.wait_for()


def test_without_permission_the_typed_place_takes_over_at_once(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    reader.context.grant_permissions(["geolocation"])
    frame = framed(reader, host, "")
    frame.get_by_text("Diese Seite lässt den Standort nicht zu. Oder gib oben einen Ort ein.").wait_for()
    assert frame.get_by_role("button", name="Mein Standort").count() == 0
    frame.get_by_role("combobox").fill("10967")
    frame.get_by_role("option").first.click()
    frame.locator(".distance").first.wait_for()


def test_the_frame_becomes_as_high_as_what_is_in_it(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    frame = framed(
        reader, host, "", f'<script type="module" src="{reader.server}/embed.js"></script>', "&amp;place=10967"
    )
    frame.locator(".distance").first.wait_for()
    reader.page.wait_for_function(f"{HEIGHT} > 400")
    inside = frame.locator("body").evaluate(
        "(body) => [body.getBoundingClientRect().height, document.scrollingElement.scrollHeight]"
    )
    reader.page.wait_for_function(f"Math.abs({HEIGHT} - {inside[0]}) < 2")


def test_only_the_page_around_is_told_and_it_believes_only_us(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    listener = "<script>heard = []; addEventListener('message', (it) => heard.push([it.origin, it.data.type]))</script>"
    script = f'<script type="module" src="{reader.server}/embed.js"></script>'
    framed(reader, host, "", listener + script)
    reader.page.wait_for_function("heard.length > 0")
    assert reader.page.evaluate("heard[0]") == [reader.server, "kinonah-height"]
    reader.page.evaluate("postMessage({ type: 'kinonah-height', height: 9999 }, '*')")
    reader.page.wait_for_function(f"heard.some(([origin]) => origin === '{host.address}')")
    assert reader.page.evaluate(HEIGHT) < 9999


def test_at_280_pixels_nothing_scrolls_sideways_and_axe_finds_nothing(open_browser: OpenBrowser, axe: str) -> None:
    reader = open_browser(locale="de-DE")
    reader.open("/embed?film=red-rocket&place=10967&lang=de&accent=%23006400")
    reader.finder.locator(".distance").first.wait_for()
    reader.rests()
    assert reader.overflow_px((280, 600)) == 0
    tint = reader.finder.evaluate("(finder) => finder.style.getPropertyValue('--kinonah-accent')")
    assert tint == "#006400"
    reader.page.evaluate(f"() => {{ {axe} }}")
    assert reader.page.evaluate(FINDINGS) == NO_FINDINGS


def test_without_a_script_the_frame_leads_to_the_page(open_browser: OpenBrowser) -> None:
    reader = open_browser(locale="de-DE", java_script_enabled=False)
    reader.open("/embed?film=red-rocket&lang=de")
    link = reader.page.get_by_role("link")
    assert re.search(r"/films/red-rocket\?lang=de$", link.get_attribute("href") or "")
