"""A link lets in once, for 48 hours, and only whoever sends its form."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from data.errors import QuestionError, UnknownCinemaError
from data.tables.database import migrate, open_database, reading, writing
from service.errors import InvitationGoneError
from service.staff.accounts import known_account, people, person_of
from service.staff.invitations import accept, invite, invited_by_link, offer_reset, open_invitations
from service.staff.passwords import is_right
from tests.data.factories import add_cinema, dump
from tests.service.api.staff_of_town import engine_of
from tests.service.staff.visitors import ORIGIN, PASSWORD, PASSWORD_HASH, add_account
from tests.service.town import NOW

ADA = "ada@example.org"


@pytest.fixture
def door(town: TestClient) -> TestClient:
    town.headers.update(ORIGIN)
    town.follow_redirects = False
    return town


def invited(door: TestClient, email: str = ADA, *cinemas: str, **roles: bool) -> str:
    with writing(engine_of(door)) as session:
        secret = invite(session, email, by="grace@example.org", now=NOW, cinemas=cinemas or ("moviemento",), **roles)
    return f"/staff/invitation/{secret}"


def reset(door: TestClient, email: str = ADA) -> str:
    with writing(engine_of(door)) as session:
        return f"/staff/invitation/{offer_reset(session, email, by='command line', now=NOW)}"


def take(door: TestClient, link: str, password: str = PASSWORD, field: str = "password") -> Any:  # noqa: ANN401 (an answer)
    return door.post(link, data={field: password})


def may(door: TestClient, email: str = ADA) -> tuple[list[str], bool, bool]:
    with reading(engine_of(door)) as session:
        person = person_of(session, known_account(session, email))
    return sorted(person.cinemas), person.is_editor, person.is_administrator


def test_an_invitation_says_by_whom_and_for_what(door: TestClient) -> None:
    page = door.get(invited(door, ADA, "moviemento", "rollberg", is_editor=True)).text
    for said in ("grace@example.org invites you.", ADA, "Moviemento", "Rollberg", "Editor", "48 more hours"):
        assert said in page


def test_who_accepts_is_signed_in_and_may_what_was_said(door: TestClient) -> None:
    answer = take(door, invited(door, ADA, "moviemento", is_administrator=True))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff")
    assert "Moviemento" in door.get("/staff").text
    assert may(door) == (["moviemento"], False, True)


def test_who_is_invited_to_one_cinema_begins_at_its_desk(door: TestClient) -> None:
    answer = take(door, invited(door, ADA, "moviemento"))
    assert answer.headers["Location"] == "/staff/cinemas/moviemento"


@pytest.mark.parametrize("field", ["password", "shown_password"])
def test_what_is_typed_readably_is_a_password_too(door: TestClient, field: str) -> None:
    take(door, invited(door), field=field)
    with reading(engine_of(door)) as session:
        assert is_right(PASSWORD, known_account(session, ADA).password_hash)


def test_looking_at_it_uses_nothing_up(door: TestClient) -> None:
    link = invited(door)
    before = dump(engine_of(door))
    for _ in range(3):
        assert door.get(link).status_code == 200
        assert door.head(link).status_code == 200
    assert dump(engine_of(door)) == before
    assert take(door, link).status_code == 303


def test_it_counts_once(door: TestClient) -> None:
    link = invited(door)
    take(door, link)
    door.cookies.clear()
    for answer in (door.get(link), take(door, link, "ein anderes gutes Passwort")):
        assert answer.status_code == 404
        assert "This link was used" in answer.text
    assert "set-cookie" not in take(door, link).headers


def test_it_counts_for_48_hours(door: TestClient) -> None:
    link = invited(door)
    door.app.state.clock = lambda: NOW + timedelta(hours=48, seconds=-1)  # type: ignore[attr-defined]
    assert door.get(link).status_code == 200
    door.app.state.clock = lambda: NOW + timedelta(hours=48)  # type: ignore[attr-defined]
    assert (door.get(link).status_code, take(door, link).status_code) == (404, 404)


@pytest.mark.parametrize("secret", ["x", "A" * 43, "ä" * 43, "A" * 5_000, "%00" * 43, "' OR 1=1 --"])
def test_what_nobody_sent_opens_nothing(door: TestClient, secret: str) -> None:
    invited(door)
    assert door.get(f"/staff/invitation/{secret}").status_code == 404


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", "at least 10 characters"),
        ("kurz", "at least 10 characters"),
        ("x" * 257, "at most 256 characters"),
        ("Passwort2026!", "Many people take this password"),
        ("ada@example.org", "Many people take this password"),
    ],
)
def test_a_weak_password_is_refused_and_the_link_stays(door: TestClient, password: str, said: str) -> None:
    link = invited(door)
    answer = take(door, link, password)
    assert answer.status_code == 400
    assert said in answer.text
    assert take(door, link).status_code == 303


def test_who_has_an_account_shows_their_password_to_accept(door: TestClient) -> None:
    with writing(engine_of(door)) as session:
        add_account(session, ADA, "rollberg", is_editor=True)
    link = invited(door)
    assert "You have an account already." in door.get(link).text
    assert take(door, link, "ein anderes gutes Passwort").status_code == 400
    assert may(door) == (["rollberg"], True, False)
    assert take(door, link).status_code == 303
    assert may(door) == (["moviemento", "rollberg"], True, False)


def test_guessing_at_an_invitation_is_guessing(door: TestClient) -> None:
    with writing(engine_of(door)) as session:
        add_account(session, ADA)
    link = invited(door)
    assert [take(door, link, "falsch und lang").status_code for _ in range(6)] == [400] * 5 + [429]


def test_a_reset_gives_a_new_password_and_ends_all_sessions(door: TestClient) -> None:
    take(door, invited(door))
    old = door.cookies["kinonah-staff"]
    assert take(door, reset(door), "ein anderes gutes Passwort").status_code == 303
    door.cookies.clear()
    assert door.get("/staff/account", headers={"Cookie": f"kinonah-staff={old}"}).status_code == 401
    for password, status in ((PASSWORD, 400), ("ein anderes gutes Passwort", 303)):
        assert door.post("/staff/sign-in", data={"email": ADA, "password": password}).status_code == status
    assert may(door) == (["moviemento"], False, False)


def test_a_later_reset_ends_the_one_before(door: TestClient) -> None:
    take(door, invited(door))
    first, second = reset(door), reset(door)
    assert (door.get(first).status_code, door.get(second).status_code) == (404, 200)


def test_the_database_holds_no_secret(door: TestClient) -> None:
    secret = invited(door).rpartition("/")[2]
    take(door, invited(door, "b@example.org"))
    for one in (secret, door.cookies["kinonah-staff"], PASSWORD):
        assert one not in str(dump(engine_of(door)))


@pytest.fixture
def house(new_database_url: str) -> Any:  # noqa: ANN401 (pytest's)
    engine = open_database(new_database_url)
    migrate(engine)
    add_cinema(engine)
    yield engine
    engine.dispose()


@pytest.mark.both_databases
def test_of_many_who_come_at_once_with_one_link_one_gets_in(house: Engine) -> None:
    with writing(house) as session:
        secret = invite(session, ADA, by="command line", now=NOW, cinemas=["moviemento"])

    def come(number: int) -> bool:
        try:
            with writing(house) as session:
                accept(session, secret, password_hash=f"{PASSWORD_HASH}{number}", now=NOW)
        except InvitationGoneError:
            return False
        return True

    with ThreadPoolExecutor(8) as together:
        came = list(together.map(come, range(8)))
    assert sum(came) == 1
    with reading(house) as session:
        assert known_account(session, ADA).password_hash == f"{PASSWORD_HASH}{came.index(True)}"


@pytest.mark.both_databases
def test_what_cannot_be_meant_invites_nobody(house: Engine) -> None:
    with writing(house) as session:
        with pytest.raises(QuestionError, match="Say what they are invited to"):
            invite(session, ADA, by="command line", now=NOW)
        with pytest.raises(QuestionError, match="no e-mail address"):
            invite(session, "ada", by="command line", now=NOW, is_editor=True)
        with pytest.raises(UnknownCinemaError):
            invite(session, ADA, by="command line", now=NOW, cinemas=["nowhere"])
        with pytest.raises(QuestionError, match="No account"):
            offer_reset(session, ADA, by="command line", now=NOW)
        with pytest.raises(InvitationGoneError):
            invited_by_link(session, "", NOW)
        assert open_invitations(session, NOW) == []
        assert people(session) == []
