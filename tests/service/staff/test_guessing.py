"""Who guesses passwords is slowed down, and nobody else is."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from data.tables.database import writing
from service.app import create_app
from service.settings import Settings
from tests.service.api.staff_of_town import engine_of
from tests.service.staff.visitors import ORIGIN, PASSWORD, add_account
from tests.service.town import NOW, build_town

HERE = "203.0.113.7"
PROXY = "10.0.0.1"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{tmp_path}/kinonah.db", trusted_proxies=f"{PROXY}, 10.1.0.0/16")


@pytest.fixture
def door(town: TestClient) -> TestClient:
    with writing(engine_of(town)) as session:
        for name in ("ada", "grace"):
            add_account(session, f"{name}@example.org", "moviemento")
    return town


def tried(door: TestClient, password: str = "wrong", email: str = "ada@example.org", **more: Any) -> int:  # noqa: ANN401 (headers, an address)
    caller = TestClient(door.app, client=(more.pop("peer", HERE), 50_000), follow_redirects=False)
    sent = caller.post("/staff/sign-in", data={"email": email, "password": password}, headers={**ORIGIN, **more})
    return sent.status_code


def locked(door: TestClient, **more: Any) -> None:  # noqa: ANN401 (headers, an address)
    assert [tried(door, **more) for _ in range(6)] == [400] * 5 + [429]


def test_who_tries_one_account_waits_even_with_the_right_password(door: TestClient) -> None:
    locked(door)
    assert tried(door, PASSWORD) == 429
    assert tried(door, PASSWORD, "ADA@example.org ") == 429
    door.app.state.clock = lambda: NOW + timedelta(minutes=15)  # type: ignore[attr-defined]
    assert tried(door, PASSWORD) == 303


def test_an_unknown_account_is_locked_as_a_known_one_is(door: TestClient) -> None:
    locked(door, email="nobody@example.org")


def test_how_long_to_wait_is_said(door: TestClient) -> None:
    locked(door)
    caller = TestClient(door.app, client=(HERE, 1), headers=ORIGIN)
    answer = caller.post("/staff/sign-in", data={"email": "ada@example.org", "password": "x"})
    assert answer.headers["Retry-After"] == "900"
    assert "Wait 15 minutes" in answer.text


def test_others_at_the_same_address_are_let_in(door: TestClient) -> None:
    locked(door)
    assert tried(door, PASSWORD, "grace@example.org") == 303


def test_the_owner_elsewhere_is_let_in(door: TestClient) -> None:
    locked(door)
    assert tried(door, PASSWORD, peer="198.51.100.1") == 303


def test_a_success_forgets_slips(door: TestClient) -> None:
    for _ in range(3):
        assert [tried(door) for _ in range(4)] == [400] * 4
        assert tried(door, PASSWORD) == 303


def test_a_network_of_one_subscriber_is_one_caller(door: TestClient) -> None:
    assert [tried(door, peer=f"2001:db8:1:2::{n}") for n in range(1, 7)] == [400] * 5 + [429]


def test_an_account_that_is_tried_from_everywhere_rests_at_last(door: TestClient) -> None:
    answers = [tried(door, peer=f"198.51.100.{n}") for n in range(1, 52)]
    assert answers == [400] * 50 + [429]


@pytest.mark.parametrize("peer", [HERE, "127.0.0.1", "10.2.0.1"])
def test_an_address_that_somebody_says_is_not_believed(door: TestClient, peer: str) -> None:
    answers = [tried(door, peer=peer, **{"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(6)]
    assert answers == [400] * 5 + [429]


@pytest.mark.parametrize("peer", [PROXY, "10.1.2.3"])
def test_a_trusted_proxy_is_believed(door: TestClient, peer: str) -> None:
    locked(door, peer=peer, **{"X-Forwarded-For": HERE})
    assert tried(door, PASSWORD, peer=peer, **{"X-Forwarded-For": "198.51.100.1"}) == 303


def test_and_only_what_it_says_itself(door: TestClient) -> None:
    answers = [tried(door, peer=PROXY, **{"X-Forwarded-For": f"198.51.100.{n}, {HERE}"}) for n in range(6)]
    assert answers == [400] * 5 + [429]


def test_behind_it_a_cookie_stays_on_https(door: TestClient) -> None:
    def name(peer: str) -> str:
        caller = TestClient(door.app, client=(peer, 1), headers=ORIGIN | {"X-Forwarded-Proto": "https"})
        data = {"email": "ada@example.org", "password": PASSWORD}
        answer = caller.post("/staff/sign-in", data=data, follow_redirects=False)
        return answer.headers["Set-Cookie"].partition("=")[0]

    assert name(PROXY) == "__Host-kinonah-staff"
    assert name(HERE) == "kinonah-staff"


def test_without_the_setting_nobody_is_believed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/other.db"
    build_town(url)
    with TestClient(create_app(Settings(database_url=url), clock=lambda: NOW)) as door:
        locked(door, peer="127.0.0.1", **{"X-Forwarded-For": HERE})
        assert tried(door, PASSWORD, peer="127.0.0.1", **{"X-Forwarded-For": "198.51.100.1"}) == 429
