"""Another site's page changes nothing, although the browser sends our cookie along."""

import pytest
from fastapi.testclient import TestClient

from tests.service.api.staff_of_town import SCHEDULES, WEEK
from tests.service.staff.access import Visitor
from tests.service.staff.visitors import headers_of

OURS: list[dict[str, str]] = [
    {"Origin": "http://testserver"},
    {"Origin": "https://testserver"},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
]
OTHERS: list[dict[str, str]] = [
    {},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "https://evil.example"},
    {"Origin": "http://testserver.evil.example"},
    {"Origin": "http://testserver:8080"},
    {"Origin": "http://testserver@evil.example"},
    {"Origin": "testserver"},
    {"Referer": "http://testserver/staff"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
]
CHANGES = [
    ("/staff/account/sessions/end", b"session=999"),
    ("/staff/sign-out", b""),
    ("/staff/sign-in", b"email=ada%40example.org&password=x"),
    ("/staff/invitation/" + "A" * 43, b"password=x"),
    (SCHEDULES, WEEK),
    ("/api/v1/screenings/1/status?status=sold-out", b""),
]


def sent(town: TestClient, path: str, body: bytes, origin: dict[str, str], visitor: Visitor = Visitor.SESSION) -> int:
    headers = {name: value for name, value in headers_of(town, visitor).items() if name != "Origin"} | origin
    if path.startswith("/staff"):
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    return town.post(path, content=body, headers=headers, follow_redirects=False).status_code


@pytest.mark.parametrize(("path", "body"), CHANGES)
def test_a_change_from_elsewhere_is_refused(town: TestClient, path: str, body: bytes) -> None:
    assert [origin for origin in OTHERS if sent(town, path, body, origin) != 403] == []


@pytest.mark.parametrize(("path", "body"), CHANGES)
def test_one_from_our_pages_is_not(town: TestClient, path: str, body: bytes) -> None:
    assert [origin for origin in OURS if sent(town, path, body, origin) == 403] == []


def test_reading_needs_no_origin(town: TestClient) -> None:
    headers = headers_of(town, Visitor.SESSION)
    del headers["Origin"]
    assert town.get(SCHEDULES, headers=headers).status_code == 200
    assert town.get("/staff", headers=headers | {"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_who_comes_with_a_token_needs_none(town: TestClient) -> None:
    assert sent(town, SCHEDULES, WEEK, {}, Visitor.TOKEN) == 201


def test_a_token_counts_before_the_cookie(town: TestClient) -> None:
    both = headers_of(town, Visitor.SESSION) | headers_of(town, Visitor.TOKEN_ELSEWHERE)
    assert town.get(SCHEDULES, headers=both).status_code == 403


def test_another_sites_script_may_neither_send_the_cookie_nor_read_the_answer(town: TestClient) -> None:
    answer = town.get(SCHEDULES, headers=headers_of(town, Visitor.SESSION) | {"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers
