"""`kinonah staff token|tokens|revoke`: who may publish over HTTP."""

import json

from tests.service.cli.conftest import Kinonah


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
