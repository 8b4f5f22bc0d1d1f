"""Pages with what is near me bring a script along that asks ahead of the element; no other page has a script in it."""

import base64
import hashlib
import re

import pytest
from fastapi.testclient import TestClient

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(page: str, town: TestClient) -> str:
    return dict(part.split(" ", 1) for part in town.get(page).headers["Content-Security-Policy"].split("; "))[
        "script-src"
    ]


@pytest.mark.parametrize("page", ["/", "/films/red-rocket"])
def test_the_script_is_the_only_one_that_the_policy_lets_in(town: TestClient, page: str) -> None:
    (script,) = _INLINE.findall(town.get(page).text)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert policy(page, town) == f"'self' 'sha256-{digest}'"


@pytest.mark.parametrize(
    "page", ["/films", "/cinemas", "/cinemas/moviemento", "/privacy", "/embed", "/widget", "/staff/sign-in"]
)
def test_elsewhere_no_script_stands_in_the_page(town: TestClient, page: str) -> None:
    assert _INLINE.findall(town.get(page).text) == []
    assert policy(page, town) == "'self'"
