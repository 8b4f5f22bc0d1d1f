"""axe finds nothing on any page, in either language, light or dark, before and after the tap."""

from typing import Literal

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.reader import Reader

FINDINGS = """async () => (await axe.run()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)"""
PAGES = ("/films", "/films?q=xyzzy", "/cinemas", "/cinemas/moviemento", "/privacy", "/imprint")
NOTHING: dict[str, list[str]] = {"light": [], "dark": []}


def findings(reader: Reader, axe: str) -> dict[str, list[str]]:
    reader.page.evaluate(f"() => {{ {axe} }}")
    found: dict[str, list[str]] = {}
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        reader.page.emulate_media(color_scheme=scheme)
        found[scheme] = reader.page.evaluate(FINDINGS)
    return found


LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])


@LANGUAGES
@pytest.mark.parametrize("path", ["/", "/films/red-rocket"])
def test_axe_finds_nothing(open_browser: OpenBrowser, axe: str, path: str, language: str) -> None:
    reader = open_browser(locale=language)
    reader.open(path)
    assert findings(reader, axe) == NOTHING
    reader.locate_and_wait(language)
    assert findings(reader, axe) == NOTHING
    reader.page.get_by_role("button", name="Filter").click()
    reader.finder.locator(".panel").wait_for()
    assert findings(reader, axe) == NOTHING


@LANGUAGES
def test_axe_finds_nothing_on_the_other_pages(open_browser: OpenBrowser, axe: str, language: str) -> None:
    reader = open_browser(locale=language)
    for path in PAGES:
        reader.open(path)
        assert findings(reader, axe) == NOTHING, path


def test_axe_finds_nothing_where_something_failed(open_browser: OpenBrowser, axe: str) -> None:
    reader = open_browser(may_locate=False)
    reader.open("/")
    reader.locate()
    reader.alert()
    assert findings(reader, axe) == NOTHING
    reader.open("/nowhere")
    reader.complaints.clear()
    assert findings(reader, axe) == NOTHING


@pytest.mark.parametrize(
    "path", ["/?view=time&place=Kreuzberg", "/?view=cinemas&place=Kreuzberg", "/films/red-rocket?view=time"]
)
def test_axe_finds_nothing_in_the_other_orders(open_browser: OpenBrowser, axe: str, path: str) -> None:
    reader = open_browser(locale="de")
    reader.context.grant_permissions(["geolocation"])
    reader.open(path)
    reader.finder.locator(".finder[aria-busy=false] .list .distance").first.wait_for()
    assert findings(reader, axe) == NOTHING


def test_axe_finds_nothing_while_a_place_is_typed(open_browser: OpenBrowser, axe: str) -> None:
    reader = open_browser(locale="de")
    reader.open("/")
    reader.page.get_by_role("combobox").fill("Kreuzbreg")
    reader.page.get_by_role("option", name="Kreuzberg Berlin").first.wait_for()
    assert findings(reader, axe) == NOTHING
