"""Whoever only wants to know whether something is there need not fetch it."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    "path", ["/", "/films/red-rocket", "/api/v1/films", "/api/v1/showtimes", "/health/live", "/films/nope"]
)
def test_head_answers_like_get_without_the_body(town: TestClient, path: str) -> None:
    whole, head = town.get(path), town.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head.headers == whole.headers
