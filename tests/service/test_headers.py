"""Every answer protects whoever reads it, whatever kind of answer it is."""

import pytest
from fastapi.testclient import TestClient

EVERY_KIND = [
    ("/health/live", 200),
    ("/static/pages.css", 200),
    ("/widget.js", 200),
    ("/nowhere", 404),
    ("/static/nothing.css", 404),
    ("/api/film", 404),
    ("/api/near?lat=north", 400),
    ("/api/outage", 503),
    ("/api/fault", 500),
]


@pytest.mark.parametrize(("path", "status"), EVERY_KIND)
def test_every_answer_carries_the_protective_headers(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"} <= set(policy)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Permissions-Policy"] == "geolocation=(self), camera=(), microphone=()"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/api/openapi.json", "/api/v1/films"])
def test_data_may_do_nothing_at_all_where_a_browser_shows_it(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/api/openapi.json", "/api/film", "/api/fault", "/widget.js", "/static/widget.js"])
def test_what_the_widget_needs_may_be_read_from_other_sites(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/health/live", "/static/pages.css", "/nowhere"])
def test_the_rest_stays_with_our_own_pages(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_no_page_needs_scripts_from_elsewhere(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
