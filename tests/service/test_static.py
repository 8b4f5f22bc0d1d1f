"""The built files are served, kept for good under their fingerprint, and missed without a failure."""

import gzip
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests.service.conftest import WIDGET


def test_a_file_under_its_fingerprint_is_kept_for_good(app: FastAPI, client: TestClient) -> None:
    url = app.state.web_part.url("widget.js")
    assert url.startswith("/static/widget.js?v=")
    answer = client.get(url)
    assert answer.text == WIDGET
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("url", ["/static/widget.js", "/static/widget.js?v=another", "/widget.js"])
def test_a_file_under_another_address_is_asked_for_again_soon(client: TestClient, url: str) -> None:
    answer = client.get(url)
    assert answer.text == WIDGET
    assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_an_unchanged_file_is_not_sent_twice(client: TestClient) -> None:
    tag = client.get("/widget.js").headers["ETag"]
    assert client.get("/widget.js", headers={"If-None-Match": tag}).status_code == 304


def test_a_file_comes_in_the_smallest_form_that_the_caller_takes(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "widget.js").write_text(WIDGET)
    (tmp_path / "widget.js.gz").write_bytes(gzip.compress(WIDGET.encode()))
    with TestClient(create_app(settings, static_folder=tmp_path)) as client:
        packed = client.get("/widget.js", headers={"Accept-Encoding": "br, gzip"})
        plain = client.get("/widget.js", headers={"Accept-Encoding": "br, gzip;q=0"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert packed.text == plain.text == WIDGET
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


def test_nothing_outside_the_folder_is_served(client: TestClient) -> None:
    assert client.get("/static/..%2fkinonah.db").status_code == 404


def test_without_the_web_part_the_service_runs_and_says_so(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(settings, static_folder=tmp_path / "nothing")
    assert "make setup" in caplog.text
    assert app.state.web_part.url("pages.css") == "/static/pages.css"
    with TestClient(app) as client:
        assert client.get("/health/live").status_code == 200
        assert client.get("/widget.js").status_code == 404
