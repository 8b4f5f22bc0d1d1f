"""The page on which a widget is put together, and its lines, pasted as they are into an empty file on another site."""

from collections.abc import Iterator

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.magazine import Magazine, magazine
from tests.journeys.reader import SMALLEST, Reader
from tests.journeys.test_accessibility import NOTHING, findings

CHOSEN = "/widget?film=red-rocket&place=10967&speaks=de&accent=%23006400"


@pytest.fixture(scope="module")
def host() -> Iterator[Magazine]:
    with magazine() as site:
        yield site


def lines(reader: Reader, name: str) -> str:
    return reader.page.locator(f"#{name}").input_value()


def test_each_choice_shows_at_once_in_the_widget_and_in_the_lines(open_browser: OpenBrowser, axe: str) -> None:
    reader = open_browser(locale="de-DE")
    reader.open("/widget?lang=de")
    reader.page.locator("[name=film]").fill("red rocket")
    reader.page.locator("[name=place]").fill("10967")
    reader.page.locator("kinonah-showtimes[film=red-rocket][place='10967'] .distance").first.wait_for()
    reader.rests()
    assert 'film="red-rocket" place="10967"' in lines(reader, "element")
    assert "place=10967" in reader.page.url
    assert findings(reader, axe) == NOTHING
    assert reader.overflow_px(SMALLEST) == 0


def test_the_lines_are_copied_at_a_tap(open_browser: OpenBrowser) -> None:
    reader = open_browser(locale="de-DE")
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(CHOSEN)
    reader.page.locator("button.copy").first.click()
    reader.page.get_by_text("Kopiert.").or_(reader.page.get_by_text("Copied.")).wait_for()
    assert reader.page.evaluate("navigator.clipboard.readText()") == lines(reader, "element")


def test_without_a_script_the_form_makes_the_lines(open_browser: OpenBrowser) -> None:
    reader = open_browser(locale="de-DE", java_script_enabled=False)
    reader.open("/widget?lang=de")
    reader.page.locator("[name=film]").fill("red-rocket")
    reader.page.get_by_role("button", name="Zeigen").click()
    assert 'film="red-rocket"' in lines(reader, "element")


@pytest.mark.parametrize("name", ["element", "frame", "pinned"])
def test_the_lines_work_in_an_empty_file_as_they_are(open_browser: OpenBrowser, host: Magazine, name: str) -> None:
    reader = open_browser(locale="de-DE")
    reader.open(CHOSEN)
    pasted = lines(reader, name)
    if name == "pinned":
        pasted += lines(reader, "element").partition("\n")[2]
    reader.page.goto(host.print(pasted), wait_until="load")
    shown = reader.page.frame_locator("iframe") if name == "frame" else reader.page
    shown.locator("kinonah-showtimes .distance").first.wait_for()
    # An empty file has no icon: the browser looks for one.
    reader.complaints[:] = [one for one in reader.complaints if "404" not in one]


def test_the_plain_link_leads_to_the_film(open_browser: OpenBrowser, host: Magazine) -> None:
    reader = open_browser(locale="de-DE")
    reader.open(CHOSEN)
    reader.page.goto(host.print('<link rel="icon" href="data:,">' + lines(reader, "link")), wait_until="load")
    reader.page.get_by_role("link", name="Red Rocket: Kinos und Zeiten in der Nähe").click()
    reader.page.get_by_role("heading", name="Red Rocket").first.wait_for()
