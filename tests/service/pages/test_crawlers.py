"""What search engines, link previews and home screens are told of our pages."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.app import create_app
from service.pages import crawlers
from service.settings import Settings
from tests.service.pages.reading import page_at
from tests.service.town import NOW

XML = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
PAGES = ["/", "/films", "/cinemas", "/films/red-rocket", "/cinemas/moviemento", "/privacy", "/imprint"]


@pytest.fixture
def public(town: TestClient) -> Iterator[TestClient]:
    """The town, under the address that people know."""
    with TestClient(app_of(town, public_url="https://kinonah.example")) as client:
        yield client


def app_of(town: TestClient, **settings: str) -> FastAPI:
    """The same town with other settings."""
    assert isinstance(town.app, FastAPI)
    own: Settings = town.app.state.settings
    return create_app(own.model_copy(update=settings), clock=lambda: NOW)


def addresses(sitemap: str) -> list[str]:
    return [one.text or "" for one in ET.fromstring(sitemap).iterfind(".//loc", XML)]  # noqa: S314 (our own)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_names_itself_and_its_languages(public: TestClient, path: str) -> None:
    page = page_at(public, path)
    base = f"https://kinonah.example{path}"
    assert f'<link rel="canonical" href="{base}">' in page
    for tag, address in (("de", f"{base}?lang=de"), ("en", f"{base}?lang=en"), ("x-default", base)):
        assert f'<link rel="alternate" hreflang="{tag}" href="{address}">' in page
    assert f'<link rel="canonical" href="{base}?lang=de">' in public.get(f"{path}?on=2026-11-26&lang=de").text


def test_titles_and_descriptions_are_each_pages_own(public: TestClient) -> None:
    page = page_at(public, "/films/red-rocket", "de")
    assert "<title>Red Rocket · Kinonah</title>" in page
    assert 'content="Ein Heimkehrer. Wo und wann Red Rocket läuft' in page
    assert '<meta property="og:title" content="Red Rocket">' in page
    assert '<meta property="og:image" content="https://kinonah.example/icons/icon-512.png">' in page
    # A German teaser is no English description.
    assert "Ein Heimkehrer. W" not in page_at(public, "/films/red-rocket", "en")
    assert "<title>Moviemento, Berlin · Kinonah</title>" in page_at(public, "/cinemas/moviemento")


def test_the_sitemap_lists_each_page_in_each_language(public: TestClient) -> None:
    sitemap = public.get("/sitemap.xml")
    assert sitemap.headers["Content-Type"] == "application/xml"
    listed = addresses(sitemap.text)
    assert len(listed) == len(set(listed)) == 3 * (4 + 6 + 4)
    for path in ("/", "/films/red-rocket", "/films/red-rocket?lang=en", "/cinemas/silent?lang=de"):
        assert f"https://kinonah.example{path}" in listed
    for address in listed:
        assert public.get(address.removeprefix("https://kinonah.example")).status_code == 200


def test_a_long_sitemap_is_several(public: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = addresses(public.get("/sitemap.xml").text)
    monkeypatch.setattr(crawlers, "PAGES_A_FILE", 5)
    parts = addresses(public.get("/sitemap.xml").text)
    assert parts == [f"https://kinonah.example/sitemap-{number}.xml" for number in range(3)]
    listed = [addresses(public.get(part.removeprefix("https://kinonah.example")).text) for part in parts]
    assert [address for part in listed for address in part] == whole


def test_robots_may_read_all_but_what_is_for_staff(public: TestClient) -> None:
    assert public.get("/robots.txt").text == (
        "User-agent: *\nDisallow: /staff\nSitemap: https://kinonah.example/sitemap.xml\n"
    )


@pytest.mark.parametrize(("indexable", "is_listed"), [("auto", True), ("yes", True), ("no", False)])
def test_an_operator_decides_whether_search_engines_list_us(
    town: TestClient,
    indexable: str,
    is_listed: bool,  # noqa: FBT001 (a parameter of the test)
) -> None:
    with TestClient(app_of(town, indexable=indexable)) as client:
        assert ("noindex" not in page_at(client, "/films/red-rocket")) is is_listed
        assert ("Sitemap" in client.get("/robots.txt").text) is is_listed
        assert ("ScreeningEvent" in page_at(client, "/films/red-rocket")) is is_listed


def test_a_phone_can_put_us_on_its_first_screen(town: TestClient) -> None:
    page = page_at(town, "/")
    assert '<link rel="manifest" href="/manifest.webmanifest">' in page
    manifest = town.get("/manifest.webmanifest", headers={"Accept-Language": "de"})
    assert manifest.headers["Content-Type"] == "application/manifest+json"
    assert (manifest.json()["lang"], manifest.json()["display"]) == ("de", "standalone")
    for icon in manifest.json()["icons"]:
        answer = town.get(icon["src"])
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, icon["type"])
    assert town.get("/icons/other.png").status_code == 404
