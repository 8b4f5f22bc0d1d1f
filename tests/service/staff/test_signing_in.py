"""Signing in: by address and password, as oneself alone, and not by trying."""

import unicodedata
from collections import Counter
from datetime import datetime, timedelta
from http.cookies import SimpleCookie
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from data.tables.database import writing
from service.errors import WrongPasswordError
from service.staff.deletion import delete_account
from service.staff.sessions import IDLE, LASTS
from service.staff.sign_in import Doorkeeper
from tests.service.api.staff_of_town import SCHEDULES, engine_of
from tests.service.staff.visitors import ORIGIN, PASSWORD, add_account
from tests.service.town import NOW
from tests.work import functions_of

SIGN_IN = "/staff/sign-in"
NAME = "kinonah-staff"


@pytest.fixture
def door(town: TestClient) -> TestClient:
    with writing(engine_of(town)) as session:
        add_account(session, "ada@example.org", "moviemento")
    town.headers.update(ORIGIN)
    town.follow_redirects = False
    return town


def sign_in(door: TestClient, email: str = "ada@example.org", password: str = PASSWORD, **more: str) -> Any:  # noqa: ANN401 (an answer)
    return door.post(SIGN_IN, data={"email": email, "password": password, **more})


def at(door: TestClient, after: timedelta) -> None:
    door.app.state.clock = lambda: NOW + after  # type: ignore[attr-defined]  # an app, whatever its type says


def is_signed_in(door: TestClient) -> bool:
    return door.get("/staff/account", headers={"Accept": "application/json"}).status_code == 200


def test_who_signs_in_sees_their_cinemas(door: TestClient) -> None:
    answer = sign_in(door)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff")
    assert "Moviemento" in door.get("/staff").text
    assert door.get(SCHEDULES).status_code == 200
    assert door.get(SCHEDULES.replace("moviemento", "rollberg")).status_code == 403


class _SlowDoorkeeper(Doorkeeper):
    """While it compares, the account is deleted."""

    def check_password(self, engine: Engine, email: str, password: str, *, address: str, now: datetime) -> int:
        account_id = super().check_password(engine, email, password, address=address, now=now)
        with writing(engine) as session:
            delete_account(session, email, by="grace@example.org", now=now)
        return account_id


def test_an_account_that_is_deleted_meanwhile_lets_nobody_in(door: TestClient) -> None:
    door.app.state.doorkeeper = _SlowDoorkeeper()  # type: ignore[attr-defined]  # an app, whatever its type says
    answer = sign_in(door)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert not is_signed_in(door)


def test_the_cookie_is_out_of_reach(door: TestClient) -> None:
    (morsel,) = SimpleCookie(sign_in(door).headers["Set-Cookie"]).values()
    assert (morsel.key, morsel["httponly"], morsel["samesite"], morsel["path"]) == (NAME, True, "lax", "/")
    assert (morsel["secure"], morsel["domain"], morsel["max-age"]) == ("", "", str(int(LASTS.total_seconds())))


def test_over_https_it_stays_there_and_at_this_host(door: TestClient) -> None:
    door.base_url, door.headers["Origin"] = "https://testserver", "https://testserver"
    (morsel,) = SimpleCookie(sign_in(door).headers["Set-Cookie"]).values()
    assert (morsel.key, morsel["secure"], morsel["path"], morsel["domain"]) == (f"__Host-{NAME}", True, "/", "")


def test_a_session_that_somebody_planted_is_not_taken_over(door: TestClient) -> None:
    planted = {"Cookie": f"{NAME}={'A' * 43}"}
    answer = door.post(SIGN_IN, data={"email": "ada@example.org", "password": PASSWORD}, headers=planted)
    (morsel,) = SimpleCookie(answer.headers["Set-Cookie"]).values()
    assert morsel.value != "A" * 43
    door.cookies.clear()
    assert door.get("/staff/account", headers=planted | {"Accept": "application/json"}).status_code == 401


def test_signing_in_again_changes_the_session_and_ends_the_one_before(door: TestClient) -> None:
    sign_in(door)
    first = door.cookies[NAME]
    sign_in(door)
    assert door.cookies[NAME] != first
    door.cookies.clear()
    door.cookies.set(NAME, first)
    assert not is_signed_in(door)


def test_signing_out_ends_the_session_for_whoever_copied_it(door: TestClient) -> None:
    sign_in(door)
    copied = door.cookies[NAME]
    assert door.post("/staff/sign-out").headers["Location"] == "/staff?done=signed-out"
    assert NAME not in door.cookies
    door.cookies.set(NAME, copied)
    assert not is_signed_in(door)


def test_a_session_that_is_not_used_ends(door: TestClient) -> None:
    sign_in(door)
    at(door, IDLE - timedelta(seconds=1))
    assert is_signed_in(door)
    at(door, 2 * IDLE - timedelta(hours=1))
    assert is_signed_in(door)
    at(door, 3 * IDLE)
    assert not is_signed_in(door)


def test_and_one_that_is_used_daily_ends_too(door: TestClient) -> None:
    sign_in(door)
    for day in range(1, LASTS.days):
        at(door, timedelta(days=day))
        assert is_signed_in(door)
    at(door, LASTS)
    assert not is_signed_in(door)


@pytest.mark.parametrize("email", ["nobody@example.org", "ada@example.org", "no address", ""])
def test_nobody_learns_whether_there_is_an_account(door: TestClient, email: str) -> None:
    answer = sign_in(door, email, "falsch und lang genug")
    assert answer.status_code == 400
    assert "Address and password do not belong together." in answer.text
    assert answer.text.replace(email, "") == sign_in(door, "x@example.org", "x").text.replace("x@example.org", "")
    assert "Set-Cookie" not in answer.headers


def test_for_an_unknown_account_a_password_is_compared_as_well(door: TestClient) -> None:
    def work_for(email: str) -> Counter[str]:
        def try_in_vain() -> None:
            with pytest.raises(WrongPasswordError):
                Doorkeeper().check_password(engine_of(door), email, "falsch und lang genug", address="", now=NOW)

        return functions_of(try_in_vain)

    assert work_for("ada@example.org")["verify_secret"] == work_for("nobody@example.org")["verify_secret"] == 1


def test_an_account_without_a_password_lets_nobody_in(door: TestClient) -> None:
    with writing(engine_of(door)) as session:
        add_account(session, "program@example.org").password_hash = None
    assert sign_in(door, "program@example.org", "").status_code == 400
    assert sign_in(door, "program@example.org", "None").status_code == 400


@pytest.mark.parametrize("email", ["ADA@Example.ORG", " ada@example.org ", "ａｄａ＠example.org"])
def test_an_address_is_the_same_however_it_is_written(door: TestClient, email: str) -> None:
    assert sign_in(door, email).status_code == 303


def test_a_password_is_the_same_from_every_keyboard(door: TestClient) -> None:
    decomposed = unicodedata.normalize("NFD", PASSWORD)
    assert decomposed != PASSWORD
    assert sign_in(door, password=decomposed).status_code == 303
    assert sign_in(door, password=PASSWORD.replace(" ", "\u00a0")).status_code == 303
    assert sign_in(door, password=PASSWORD.upper()).status_code == 400


@pytest.mark.parametrize("length", [257, 10_000])
def test_a_long_password_is_a_wrong_one(door: TestClient, length: int) -> None:
    assert sign_in(door, password="x" * length).status_code == 400


def test_a_password_of_a_megabyte_is_not_even_read(door: TestClient) -> None:
    answer = door.post(SIGN_IN, data={"email": "ada@example.org", "password": "x" * 1_100_000})
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/form-unreadable")


@pytest.mark.parametrize("body", [b"\xff\xfe=%ff%fe", b"&".join([b"a=b"] * 500), b"email=%00&password=%00"])
def test_a_body_that_no_page_sends_is_a_problem(door: TestClient, body: bytes) -> None:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert door.post(SIGN_IN, content=body, headers=kind).status_code == 400
    assert door.post(SIGN_IN, content=body, headers={"Content-Type": "application/json"}).status_code == 400


@pytest.mark.parametrize("asked", ["/staff/account", "/staff/people", "/staff/cinemas/moviemento?week=2026-11-26"])
def test_who_was_sent_to_sign_in_gets_where_they_wanted(door: TestClient, asked: str) -> None:
    assert sign_in(door, next=asked).headers["Location"] == asked


@pytest.mark.parametrize(
    "asked",
    [
        *("https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/staff//evil.example"),
        *("/staff@evil.example", "/staff\n//evil.example", "javascript:alert(1)", "/staff/../../evil", "/api/v1/films"),
        *("/staff/\t/evil.example", "/staffevil", "%2F%2Fevil.example", "/staff#@evil.example", ""),
    ],
)
def test_nobody_is_led_astray(door: TestClient, asked: str) -> None:
    assert sign_in(door, next=asked).headers["Location"] == "/staff"
    assert "evil" not in door.get("/staff", params={"next": asked}).text


def test_a_page_leads_to_the_way_in_and_back(door: TestClient) -> None:
    browser = {"Accept": "text/html", "Accept-Language": "de"}
    sent = door.get("/staff/people?lang=en", headers=browser)
    assert (sent.status_code, sent.headers["Location"]) == (303, "/staff?next=%2Fstaff%2Fpeople&lang=en")
    assert 'name="next" value="/staff/people"' in door.get(sent.headers["Location"]).text
    assert door.post("/staff/people/invite", headers=browser, data={}).headers["Location"] == "/staff"
    assert door.get("/staff/people").json()["type"] == "/problems/not-signed-in"


def test_nobody_keeps_or_finds_the_pages(door: TestClient) -> None:
    sign_in(door)
    for path in ("/staff", "/staff/account", "/staff/invitation/" + "A" * 43):
        answer = door.get(path)
        assert answer.headers["Cache-Control"] == "no-store"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert answer.headers["Referrer-Policy"] == "strict-origin"
        assert '<meta name="robots" content="noindex' in answer.text
