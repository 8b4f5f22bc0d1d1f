"""A page speaks the language of its address, else the one that the browser would like best; German or English."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("wished", "spoken"),
    [
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("en-GB,en;q=0.9,de;q=0.8", "en"),
        ("fr,de;q=0.5,en;q=0.3", "de"),
        ("en;q=0.3, de;q=0.7", "de"),
        ("en; q=0.3, de; q=0.7", "de"),
        ("de;q=0, en;q=0.1", "en"),
        ("de;q=0", "en"),
        ("DE", "de"),
        ("fr", "en"),
        ("", "en"),
        ("*", "en"),
        ("de;q=much", "en"),
        ("de;q=nan", "en"),
        (";;,,;q=1,=,-", "en"),
        ("x" * 10_000, "en"),
    ],
)
def test_the_browsers_wish_is_heard(client: TestClient, wished: str, spoken: str) -> None:
    page = client.get("/", headers={"Accept-Language": wished})
    assert page.headers["Content-Language"] == spoken
    assert f'<html lang="{spoken}">' in page.text


@pytest.mark.parametrize(
    ("asked", "spoken"), [("en", "en"), ("en-GB", "en"), ("de", "de"), ("fr", "de"), ("", "de"), ("<script>", "de")]
)
def test_the_address_comes_before_the_browser(client: TestClient, asked: str, spoken: str) -> None:
    page = client.get("/", params={"lang": asked}, headers={"Accept-Language": "de"})
    assert page.headers["Content-Language"] == spoken


def test_caches_keep_the_languages_apart(client: TestClient) -> None:
    assert client.get("/").headers["Vary"] == "Accept-Language, Accept-Encoding"


def test_a_chosen_language_is_carried_along_and_an_unchosen_one_is_not(client: TestClient) -> None:
    assert 'class="wordmark" href="/?lang=en"' in client.get("/?lang=en").text
    assert 'class="wordmark" href="/"' in client.get("/").text


def test_the_switch_stays_on_this_host(client: TestClient) -> None:
    """In an address that begins with two slashes the path could be read as another host's name."""
    page = client.get("http://testserver//other.example/films", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "other.example" not in page.text
