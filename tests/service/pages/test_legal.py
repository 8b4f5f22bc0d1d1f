"""Who runs the service, and what it knows of its readers."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests.service.pages.reading import page_at


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Deine genaue Position bleibt"), ("en", "Your exact position stays")]
)
def test_the_privacy_page_says_what_is_known_of_its_reader(client: TestClient, language: str, word: str) -> None:
    page = page_at(client, "/privacy", language)
    assert word in page
    assert "<script" not in page.partition("<main")[2]


def test_no_page_sets_a_cookie(town: TestClient) -> None:
    for path in ("/", "/films", "/films/red-rocket", "/cinemas", "/cinemas/moviemento", "/privacy", "/imprint"):
        assert "set-cookie" not in town.get(path).headers


def test_a_missing_imprint_says_what_to_set(client: TestClient) -> None:
    assert "KINONAH_IMPRINT_FILE" in page_at(client, "/imprint")
    assert "KINONAH_IMPRINT_FILE" in page_at(client, "/imprint", "de")


def test_the_operators_text_is_shown_as_written_and_harmless(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "imprint.txt"
    file.write_text("Kino & Co. <GmbH>\nAm Kanal 1\n\nTelefon: 030 123", encoding="utf-8")
    with TestClient(create_app(settings.model_copy(update={"imprint_file": str(file)}))) as client:
        page = page_at(client, "/imprint")
    assert "<p>Kino &amp; Co. &lt;GmbH&gt;<br>Am Kanal 1</p>\n<p>Telefon: 030 123</p>" in page
    assert "KINONAH" not in page
