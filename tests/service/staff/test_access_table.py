"""Every route asked as every visitor: what the table says is what happens, and nothing is missing in it."""

import re
from http import HTTPStatus
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from tests.service.staff.access import DOCUMENT, WHOSE, Outcome, Route, Visitor, document, expected, routes_of, table
from tests.service.staff.visitors import headers_of

# What stands for a part of a path; a number of nobody is harmless to delete.
PLACES = {"slug": "moviemento", "screening_id": "1", "schedule_id": "1", "secret": "A" * 43, "number": "999"}
_BY_STATUS = {HTTPStatus.UNAUTHORIZED: Outcome.UNKNOWN, HTTPStatus.FORBIDDEN: Outcome.FORBIDDEN}


def outcome(town: TestClient, route: Route, visitor: Visitor) -> Outcome:
    path = re.sub(r"\{(\w+)(?::\w+)?\}", lambda part: PLACES.get(part[1], "1"), route.path)
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if route.method == "POST" else {}
    answer = town.request(route.method, path, headers=headers_of(town, visitor) | kind, follow_redirects=False)
    town.cookies.clear()
    assert answer.status_code < 500, f"{route}: {answer.text}"
    assert answer.status_code != HTTPStatus.TOO_MANY_REQUESTS
    return _BY_STATUS.get(HTTPStatus(answer.status_code), Outcome.IN)


def test_every_route_has_its_row_and_every_row_its_route(settings: Settings, static_folder: Path) -> None:
    routes, rows = set(routes_of(create_app(settings, static_folder=static_folder))), table()
    missing = [f"{route.method},{route.path},WHOSE" for route in sorted(routes - rows.keys())]
    assert missing == [], "Say in tests/service/staff/access.csv whose these are."
    assert sorted(rows.keys() - routes) == [], "These are gone: take them out of access.csv."
    assert set(rows.values()) <= WHOSE.keys()


@pytest.mark.parametrize("visitor", Visitor)
def test_every_route_lets_in_whom_the_table_says(town: TestClient, visitor: Visitor) -> None:
    wrong = [
        f"{route} {visitor}: {got}, not {wanted}"
        for route, whose in table().items()
        if route.path != "/widget.js" and not route.path.startswith("/static")
        if (got := outcome(town, route, visitor)) != (wanted := expected(whose, visitor))
    ]
    assert wrong == []


def test_the_document_says_what_the_table_says() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "Write it anew: python -m tests.service.staff.access"
