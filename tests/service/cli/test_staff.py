"""`kinonah staff …`: who works for cinemas, and how they are let in."""

import json
from pathlib import Path

import pytest

from data.tables.database import open_database, writing
from tests.service.cli.conftest import Kinonah
from tests.service.staff.visitors import add_account


def test_a_token_is_printed_alone_and_once(kinonah_in_town: Kinonah) -> None:
    made = kinonah_in_town("staff", "token", "ada@example.org", "--cinema", "moviemento", "--cinema", "rollberg")
    token = made.out.strip()
    assert made.code == 0
    assert token.startswith("kinonah_")
    assert token not in made.err
    listed = kinonah_in_town("staff", "tokens")
    assert token not in listed.out
    assert token[:16] in listed.out
    assert "ada@example.org  moviemento, rollberg  made " in listed.out
    assert "never used" in listed.out


def test_json_lists_all_that_may_be_told(kinonah_in_town: Kinonah) -> None:
    kinonah_in_town("staff", "token", "ada@example.org", "--cinema", "moviemento", "--days", "7")
    (told,) = json.loads(kinonah_in_town("staff", "tokens", "ada@example.org", "--json").out)
    assert told["cinemas"] == ["moviemento"]
    assert (told["last_used_at"], told["revoked_at"]) == (None, None)


def test_revoking_names_what_ended(kinonah_in_town: Kinonah) -> None:
    token = kinonah_in_town("staff", "token", "ada@example.org", "--cinema", "moviemento").out.strip()
    assert kinonah_in_town("staff", "revoke", "ada@example.org", "--token", token[:16]).out == (
        f"{token[:16]}… is revoked.\n"
    )
    assert "revoked 2" in kinonah_in_town("staff", "tokens").out
    assert kinonah_in_town("staff", "revoke", "ada@example.org").out == "There was no token, session or link in use.\n"


def test_what_cannot_be_meant_is_a_sentence(kinonah_in_town: Kinonah) -> None:
    assert kinonah_in_town("staff", "tokens").out.startswith("There are no tokens.")
    for words, said in [
        (("token", "ada", "--cinema", "moviemento"), "This is no e-mail address."),
        (("token", "ada@example.org", "--cinema", "nowhere"), "There is no cinema 'nowhere'."),
        (("tokens", "nobody@example.org"), "No account has this address."),
        (("revoke", "nobody@example.org"), "No account has this address."),
    ]:
        ended = kinonah_in_town("staff", *words)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith(said)


def invited(kinonah: Kinonah, *roles: str, email: str = "ada@example.org") -> str:
    told = kinonah("staff", "invite", email, *roles)
    assert (told.code, told.out.count("\n")) == (0, 1)
    assert told.out.startswith("http://localhost:8000/staff/invitation/")
    assert "send it to them alone" in told.err
    return told.out.strip()


def test_an_invitation_is_a_link(kinonah_in_town: Kinonah) -> None:
    assert kinonah_in_town("staff", "list").out.startswith("Nobody has an account.")
    links = {
        invited(kinonah_in_town, "--cinema", "moviemento", "--cinema", "rollberg"),
        invited(kinonah_in_town, "--editor"),
    }
    assert len(links) == 2
    done = json.loads(kinonah_in_town("staff", "audit", "--json").out)
    assert [(one["by"], one["what"], one["cinema"]) for one in done] == [
        ("command line", "invited", None),
        ("command line", "invited", "rollberg"),
        ("command line", "invited", "moviemento"),
    ]
    assert "command line  invited  ada@example.org  rollberg\n" in kinonah_in_town("staff", "audit").out


def test_a_link_begins_as_people_reach_us(kinonah_in_town: Kinonah, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINONAH_PUBLIC_URL", "https://kino.example")
    told = kinonah_in_town("staff", "invite", "ada@example.org", "--administrator").out
    assert told.startswith("https://kino.example/staff/invitation/")


def test_an_account_is_listed_reset_revoked_and_deleted(kinonah_in_town: Kinonah, tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/kinonah.db")
    with writing(engine) as session:
        add_account(session, "ada@example.org", "moviemento", "rollberg", is_editor=True)
    engine.dispose()
    assert kinonah_in_town("staff", "list").out == "ada@example.org  moviemento  rollberg  editor\n"
    assert "/staff/invitation/" in kinonah_in_town("staff", "reset", "ada@example.org").out
    assert kinonah_in_town("staff", "revoke", "ada@example.org").out == "1 open link ended.\n"
    revoked = kinonah_in_town("staff", "revoke", "ada@example.org", "--cinema", "rollberg").out
    assert revoked == "ada@example.org no longer works for rollberg.\n"
    assert (
        "does not work for rollberg"
        in kinonah_in_town("staff", "revoke", "ada@example.org", "--cinema", "rollberg").out
    )
    (told,) = json.loads(kinonah_in_town("staff", "list", "--json").out)
    assert (told["cinemas"], told["is_editor"], told["is_administrator"]) == (["moviemento"], True, False)
    assert kinonah_in_town("staff", "delete", "ada@example.org").out.startswith("The account is deleted.")
    assert "ada@example.org" not in kinonah_in_town("staff", "audit").out


def test_what_invites_nobody_is_a_sentence(kinonah_in_town: Kinonah) -> None:
    for words, said in [
        (("invite", "ada@example.org"), "Say what they are invited to"),
        (("invite", "ada", "--editor"), "This is no e-mail address."),
        (("invite", "ada@example.org", "--cinema", "nowhere"), "There is no cinema 'nowhere'."),
        (("reset", "nobody@example.org"), "No account has this address."),
        (("delete", "nobody@example.org"), "No account has this address."),
        (("revoke", "nobody@example.org"), "No account has this address."),
    ]:
        ended = kinonah_in_town("staff", *words)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith(said)
