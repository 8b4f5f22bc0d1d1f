"""One's account: password, sessions, tokens, and the way to be forgotten."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import SQLModel

from data.tables.database import reading, writing
from service.staff.audit import entries
from service.staff.deletion import SIGNED
from service.staff.sessions import begin_session
from service.staff.tokens import list_tokens
from tests.data.factories import dump
from tests.service.api.staff_of_town import SCHEDULES, WEEK, carrying, engine_of
from tests.service.staff.visitors import ORIGIN, PASSWORD, add_account
from tests.service.town import NOW

ADA, OTHER_PASSWORD = "ada@example.org", "ein anderes gutes Passwort"
COOKIE = "kinonah-staff"


@pytest.fixture
def ada(town: TestClient) -> TestClient:
    """Ada of the Moviemento, signed in on this phone and on another."""
    town.headers.update(ORIGIN | {"User-Agent": "Mozilla/5.0 (Android 16) Gecko/145.0 Firefox/145.0"})
    town.follow_redirects = False
    with writing(engine_of(town)) as session:
        account = add_account(session, ADA, "moviemento")
        town.elsewhere = begin_session(session, account.id, "Safari, iPhone", NOW)  # type: ignore[attr-defined]
    assert sign_in(town).status_code == 303
    return town


def sign_in(town: TestClient, password: str = PASSWORD) -> Any:  # noqa: ANN401 (an answer)
    return town.post("/staff/sign-in", data={"email": ADA, "password": password})


def is_in(town: TestClient, secret: str) -> bool:
    asked = TestClient(town.app, cookies={COOKIE: secret})
    return asked.get("/staff/account", headers={"Accept": "application/json"}).status_code == 200


def elsewhere(ada: TestClient) -> str:
    secret: str = ada.elsewhere  # type: ignore[attr-defined]
    return secret


def test_it_shows_where_one_is_signed_in(ada: TestClient) -> None:
    page = ada.get("/staff/account").text
    assert "Firefox, Android" in page
    assert "Safari, iPhone" in page
    assert "last on 26 November 2026" in page


def test_a_session_is_ended_alone(ada: TestClient) -> None:
    (number,) = re.findall(r'name="session" value="(\d+)"', ada.get("/staff/account").text)
    assert ada.post("/staff/account/sessions/end", data={"session": number}).status_code == 303
    assert not is_in(ada, elsewhere(ada))
    assert is_in(ada, ada.cookies[COOKIE])


def test_or_all_others_are(ada: TestClient) -> None:
    ada.post("/staff/account/sessions/end", data={})
    assert (is_in(ada, elsewhere(ada)), is_in(ada, ada.cookies[COOKIE])) == (False, True)


def test_nobody_ends_somebody_elses(ada: TestClient) -> None:
    with writing(engine_of(ada)) as session:
        grace = add_account(session, "grace@example.org")
        theirs = begin_session(session, grace.id, "Chrome, Windows", NOW)
    for number in range(1, 20):
        if number != 2:
            ada.post("/staff/account/sessions/end", data={"session": str(number)})
    assert is_in(ada, theirs)


def test_a_new_password_ends_all_other_sessions_and_this_one_goes_on_under_another_name(ada: TestClient) -> None:
    before = ada.cookies[COOKIE]
    sent = ada.post("/staff/account/password", data={"present": PASSWORD, "password": OTHER_PASSWORD})
    assert sent.headers["Location"] == "/staff/account?done=password"
    assert (is_in(ada, before), is_in(ada, elsewhere(ada)), is_in(ada, ada.cookies[COOKIE])) == (False, False, True)
    assert "The password is changed." in ada.get(sent.headers["Location"]).text
    assert (sign_in(ada).status_code, sign_in(ada, OTHER_PASSWORD).status_code) == (400, 303)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"present": "falsch", "password": OTHER_PASSWORD}, "This is not your present password."),
        ({"password": OTHER_PASSWORD}, "This is not your present password."),
        ({"present": PASSWORD, "password": "kurz"}, "Take at least 10 characters"),
        ({"present": PASSWORD, "password": "Passwort2026"}, "Many people take this password"),
        ({"present": PASSWORD}, "Take at least 10 characters"),
    ],
)
def test_what_cannot_be_a_new_password_changes_nothing(ada: TestClient, sent: dict[str, str], said: str) -> None:
    answer = ada.post("/staff/account/password", data=sent)
    assert answer.status_code == 400
    assert said in answer.text
    assert is_in(ada, elsewhere(ada))
    assert sign_in(ada).status_code == 303


def test_a_borrowed_phone_does_not_guess_the_password(ada: TestClient) -> None:
    data = {"present": "falsch", "password": OTHER_PASSWORD}
    assert [ada.post("/staff/account/password", data=data).status_code for _ in range(6)] == [400] * 5 + [429]


def test_a_token_is_made_and_shown_once_and_revoked(ada: TestClient) -> None:
    page = ada.post("/staff/account/tokens", data={"cinema": "moviemento"}).text
    (token,) = re.findall(r"kinonah_[\w-]{54}", page)
    assert ada.get(SCHEDULES, headers=carrying(token)).status_code == 200
    listed = ada.get("/staff/account").text
    assert token not in listed
    (prefix,) = re.findall(r'name="prefix" value="(\w+)', listed)
    assert ada.post("/staff/account/tokens/revoke", data={"prefix": prefix}).status_code == 303
    assert ada.get(SCHEDULES, headers=carrying(token)).status_code == 401


def test_for_another_cinema_nobody_makes_a_token(ada: TestClient) -> None:
    for cinemas in (["rollberg"], ["moviemento", "rollberg"]):
        assert ada.post("/staff/account/tokens", data={"cinema": cinemas}).status_code == 403
    assert ada.post("/staff/account/tokens", data={}).status_code == 400
    with reading(engine_of(ada)) as session:
        assert list_tokens(session) == []


def test_nobody_revokes_by_half_a_name(ada: TestClient) -> None:
    ada.post("/staff/account/tokens", data={"cinema": "moviemento"})
    for prefix in ("", "kinonah_nothing", "-"):
        ada.post("/staff/account/tokens/revoke", data={"prefix": prefix})
    with reading(engine_of(ada)) as session:
        assert [one.revoked_at for one in list_tokens(session)] == [None]


def test_a_deleted_account_leaves_nothing_personal(ada: TestClient) -> None:
    number = ada.post(SCHEDULES, content=WEEK).json()["id"]
    assert ada.post(f"{SCHEDULES}/{number}/publish").status_code == 200
    ada.post("/staff/account/tokens", data={"cinema": "moviemento"})
    assert ada.post("/staff/account/delete", data={"present": "falsch"}).status_code == 400
    assert ada.post("/staff/account/delete", data={"present": PASSWORD}).status_code == 303
    everything = dump(engine_of(ada))
    assert ADA not in str(everything)
    assert everything["token"] == everything["staff_session"] == everything["membership"] == []
    with writing(engine_of(ada)) as session:
        add_account(session, "grace@example.org", "moviemento")
        done = entries(session)
    assert {one.by for one in done} == {"a former member"}
    ada.post("/staff/sign-in", data={"email": "grace@example.org", "password": PASSWORD})
    (past, *_) = ada.get(SCHEDULES).json()["schedules"]
    assert (past["uploaded_by"], past["published_by"]) == ("a former member", "a former member")


def test_wherever_it_stands_who_did_something_it_is_forgotten() -> None:
    signed = {
        (table.name, column.name)
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("_by")
    }
    assert signed == {(str(table.__tablename__), name) for table, names in SIGNED.items() for name in names}


def test_german_is_spoken(ada: TestClient) -> None:
    page = ada.get("/staff/account", headers={"Accept-Language": "de"})
    assert page.headers["Content-Language"] == "de"
    assert "Wo du angemeldet bist" in page.text
    assert 'action="/staff/account/password?lang=de"' in ada.get("/staff/account?lang=de").text
