"""Administrators invite, say who may what, and end it; nobody else does."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from data.tables.database import reading, writing
from service.staff.accounts import account_of, known_account, person_of
from service.staff.audit import entries
from service.staff.sessions import begin_session
from service.staff.tokens import issue_token, list_tokens
from tests.service.api.staff_of_town import SCHEDULES, carrying, engine_of
from tests.service.staff.visitors import ORIGIN, PASSWORD, add_account
from tests.service.town import NOW

PAGE, ADA = "/staff/people", "ada@example.org"
YEAR = NOW.replace(year=2027) - NOW


@pytest.fixture
def boss(town: TestClient) -> TestClient:
    """An administrator, signed in, and Ada of the Moviemento."""
    town.headers.update(ORIGIN)
    town.follow_redirects = False
    with writing(engine_of(town)) as session:
        add_account(session, "boss@example.org", is_administrator=True)
        add_account(session, ADA, "moviemento")
    town.post("/staff/sign-in", data={"email": "boss@example.org", "password": PASSWORD})
    return town


def number_of(boss: TestClient, email: str = ADA) -> int:
    with reading(engine_of(boss)) as session:
        return known_account(session, email).id


def may(boss: TestClient, email: str = ADA) -> tuple[list[str], bool, bool]:
    with reading(engine_of(boss)) as session:
        person = person_of(session, known_account(session, email))
    return sorted(person.cinemas), person.is_editor, person.is_administrator


def link_in(answer: Any) -> str:  # noqa: ANN401 (an answer)
    (link,) = re.findall(r"http://testserver(/staff/invitation/[\w-]{43})", answer.text)
    return str(link)


def test_an_invitation_is_shown_once_and_lets_in(boss: TestClient) -> None:
    answer = boss.post(
        f"{PAGE}/invite", data={"email": "New@Example.org", "cinemas": "Moviemento, rollberg", "editor": "on"}
    )
    link = link_in(answer)
    listed = boss.get(PAGE).text
    assert link not in listed
    assert "new@example.org" in listed
    TestClient(boss.app, headers=ORIGIN).post(link, data={"password": PASSWORD})
    assert may(boss, "new@example.org") == (["moviemento", "rollberg"], True, False)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"email": "nobody", "cinemas": "moviemento"}, "This is no e-mail address."),
        ({"email": "new@example.org"}, "Say what for"),
        ({"email": "new@example.org", "cinemas": "nowhere"}, "We do not know one of these cinemas."),
    ],
)
def test_what_cannot_be_meant_is_said_and_what_was_typed_stays(
    boss: TestClient, sent: dict[str, str], said: str
) -> None:
    answer = boss.post(f"{PAGE}/invite", data=sent)
    assert answer.status_code == 400
    assert said in answer.text
    assert f'value="{sent["email"]}"' in answer.text


def test_an_invitation_is_taken_back(boss: TestClient) -> None:
    link = link_in(boss.post(f"{PAGE}/invite", data={"email": "new@example.org", "cinemas": "moviemento"}))
    (number,) = re.findall(r"/invitations/(\d+)/take-back", boss.get(PAGE).text)
    assert boss.post(f"{PAGE}/invitations/{number}/take-back").status_code == 303
    assert boss.get(link).status_code == 404


def test_roles_are_given_and_taken_and_count_at_once(boss: TestClient) -> None:
    with writing(engine_of(boss)) as session:
        token = issue_token(session, ADA, ["moviemento", "rollberg"], now=NOW, lasts=YEAR)
        secret = begin_session(session, known_account(session, ADA).id, "?, ?", NOW)
    boss.post(f"{PAGE}/{number_of(boss)}/roles", data={"cinemas": "rollberg thalia", "editor": "on"})
    assert may(boss) == (["rollberg", "thalia"], True, False)
    ada = TestClient(boss.app, cookies={"kinonah-staff": secret})
    assert (ada.get(SCHEDULES).status_code, ada.get(SCHEDULES.replace("moviemento", "thalia")).status_code) == (
        403,
        200,
    )
    by_token = TestClient(boss.app, headers=carrying(token))
    assert by_token.get(SCHEDULES).status_code == 403
    assert by_token.get(SCHEDULES.replace("moviemento", "rollberg")).status_code == 200


def test_with_an_unknown_cinema_nothing_changes(boss: TestClient) -> None:
    answer = boss.post(f"{PAGE}/{number_of(boss)}/roles", data={"cinemas": "rollberg nowhere"})
    assert answer.status_code == 400
    assert may(boss) == (["moviemento"], False, False)


def test_nobody_locks_themselves_out(boss: TestClient) -> None:
    own = number_of(boss, "boss@example.org")
    boss.post(f"{PAGE}/{own}/roles", data={"cinemas": "thalia"})
    boss.post(f"{PAGE}/{own}/delete")
    assert may(boss, "boss@example.org") == (["thalia"], False, True)


def test_a_forgotten_password_gets_a_link(boss: TestClient) -> None:
    link = link_in(boss.post(f"{PAGE}/{number_of(boss)}/reset"))
    assert "Set a new password." in boss.get(link).text


def test_all_that_lets_somebody_in_is_ended(boss: TestClient) -> None:
    with writing(engine_of(boss)) as session:
        issue_token(session, ADA, ["moviemento"], now=NOW, lasts=YEAR)
        secret = begin_session(session, known_account(session, ADA).id, "?, ?", NOW)
    link = link_in(boss.post(f"{PAGE}/{number_of(boss)}/reset"))
    boss.post(f"{PAGE}/{number_of(boss)}/end")
    assert TestClient(boss.app, cookies={"kinonah-staff": secret}).get(SCHEDULES).status_code == 401
    assert boss.get(link).status_code == 404
    with reading(engine_of(boss)) as session:
        assert [one.revoked_at for one in list_tokens(session, ADA)] == [NOW]


def test_an_account_is_deleted(boss: TestClient) -> None:
    boss.post(f"{PAGE}/{number_of(boss)}/delete")
    with reading(engine_of(boss)) as session:
        assert account_of(session, ADA) is None
        assert ADA not in str(entries(session))


def test_an_account_that_is_gone_meanwhile_is_no_failure(boss: TestClient) -> None:
    for what in ("roles", "reset"):
        assert "no longer there" in boss.post(f"{PAGE}/999/{what}", data={}).text
    for what in ("end", "delete"):
        assert boss.post(f"{PAGE}/999/{what}").status_code == 303


def test_what_was_done_stands_in_the_log(boss: TestClient) -> None:
    boss.post(f"{PAGE}/invite", data={"email": "new@example.org", "cinemas": "moviemento, rollberg"})
    boss.post(f"{PAGE}/{number_of(boss)}/roles", data={"administrator": "on"})
    with reading(engine_of(boss)) as session:
        done = [(one.by, one.what, one.about, one.cinema) for one in entries(session)]
    assert done == [
        ("boss@example.org", "changed the roles of", ADA, None),
        ("boss@example.org", "invited", "new@example.org", "rollberg"),
        ("boss@example.org", "invited", "new@example.org", "moviemento"),
    ]
