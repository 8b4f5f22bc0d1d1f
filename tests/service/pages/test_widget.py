"""The page `/widget`: choices in, lines to copy out, without a script."""

import html
import re

import pytest
from fastapi.testclient import TestClient

from tests.service.pages.reading import page_at


def lines(page: str, name: str) -> str:
    (found,) = re.findall(rf'<textarea id="{name}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return html.unescape(found)


def test_a_choice_becomes_the_lines_of_an_element(town: TestClient) -> None:
    page = page_at(town, "/widget?film=red-rocket&place=10967&versions=OmU&speaks=de&theme=dark&accent=%23006400")
    assert lines(page, "element") == (
        '<script type="module" src="http://testserver/widget.js"></script>\n'
        '<kinonah-showtimes film="red-rocket" place="10967" versions="OmU" lang="de" theme="dark"'
        ' style="display: block; min-height: 100vh; --kinonah-accent: #006400">\n'
        '  <a href="http://testserver/films/red-rocket?lang=de">Red Rocket: Kinos und Zeiten in der Nähe</a>\n'
        "</kinonah-showtimes>"
    )


def test_the_same_choice_becomes_a_frame_and_a_link(town: TestClient) -> None:
    page = page_at(town, "/widget?film=red-rocket&speaks=de")
    assert lines(page, "frame").startswith('<iframe src="http://testserver/embed?film=red-rocket&amp;lang=de" title=')
    assert 'allow="geolocation"' in lines(page, "frame")
    assert lines(page, "link") == (
        '<a href="http://testserver/films/red-rocket?lang=de">Red Rocket: Kinos und Zeiten in der Nähe</a>'
    )


def test_a_film_is_picked_by_its_title_too(town: TestClient) -> None:
    assert 'film="fallende-blaetter"' in lines(page_at(town, "/widget?film=Fallende+Blätter"), "element")


def test_what_is_unknown_is_said_and_left_out(town: TestClient) -> None:
    page = page_at(town, "/widget?film=xyzzyx&cinema=nowhere")
    assert "We do not know “xyzzyx”." in page
    assert "We do not know “nowhere”." in page
    assert "xyzzyx" not in lines(page, "element")


def test_without_a_choice_it_is_the_whole_programme(town: TestClient) -> None:
    page = page_at(town, "/widget?accent=%23b8261b&ink=%231a1714")
    assert '<kinonah-showtimes style="display: block; min-height: 100vh">' in lines(page, "element")
    assert 'src="http://testserver/embed"' in lines(page, "frame")


@pytest.mark.parametrize("place", ['"><script>alert(1)</script>', "</textarea><script>alert(1)</script>"])
def test_what_somebody_typed_stays_text(town: TestClient, place: str) -> None:
    page = town.get("/widget", params={"place": place}).text
    assert "<script>alert" not in page
    assert "<script>alert" not in lines(page, "element")


def test_the_page_speaks_german(town: TestClient) -> None:
    page = page_at(town, "/widget", language="de")
    assert "Kinozeiten auf deiner Seite" in page
    assert "Kopieren" in page


def test_a_colour_that_is_none_is_refused(town: TestClient) -> None:
    assert town.get("/widget?accent=red;x", headers={"Accept": "application/json"}).status_code == 400
