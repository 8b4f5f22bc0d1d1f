"""Tokens are given once, kept as a digest, and recognised only while they count."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.errors import QuestionError, UnknownCinemaError
from data.tables.database import migrate, open_database, reading, writing
from service.errors import TokenRefusedError
from service.staff.token_text import BEGINNING, prefix_of
from service.staff.tokens import Bearer, TokenFacts, issue_token, list_tokens, note_use, recognise, revoke_tokens
from tests.data.factories import add_cinema

NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
YEAR = timedelta(days=365)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path}/kinonah.db")
    migrate(engine)
    add_cinema(engine, "moviemento")
    add_cinema(engine, "rollberg")
    yield engine
    engine.dispose()


def issue(engine: Engine, *slugs: str, email: str = "ada@example.org", lasts: timedelta = YEAR) -> str:
    with writing(engine) as session:
        return issue_token(session, email, slugs or ("moviemento",), now=NOW, lasts=lasts)


def known(engine: Engine, text: str, now: datetime = NOW) -> Bearer:
    with reading(engine) as session:
        return recognise(session, text, now)


def listed(engine: Engine, email: str | None = None) -> list[TokenFacts]:
    with reading(engine) as session:
        return list_tokens(session, email)


def test_a_token_is_recognised_with_its_cinemas(engine: Engine) -> None:
    token = issue(engine, "rollberg", "moviemento", "rollberg")
    assert token.startswith(BEGINNING)
    assert known(engine, token).cinemas == {"moviemento", "rollberg"}


def test_no_two_are_alike(engine: Engine) -> None:
    assert len({issue(engine) for _ in range(50)}) == 50


def test_the_database_does_not_hold_the_token(engine: Engine, tmp_path: Path) -> None:
    token = issue(engine)
    engine.dispose()
    secret = token.removeprefix(prefix_of(token)).encode()
    assert len(secret) * 6 >= 256
    assert [file.name for file in tmp_path.iterdir() if secret in file.read_bytes()] == []


@pytest.mark.parametrize("change", ["", "x", "kinonah_", "kinonah_" + "A" * 54, "Ä", "' OR 1=1 --", "a" * 100_000])
def test_what_nobody_issued_is_refused(engine: Engine, change: str) -> None:
    issue(engine)
    with pytest.raises(TokenRefusedError):
        known(engine, change)


def test_a_token_with_another_end_is_refused(engine: Engine) -> None:
    token = issue(engine)
    for wrong in (token[:-1], token + "A", token[:-1] + ("B" if token[-1] == "A" else "A"), token.upper()):
        with pytest.raises(TokenRefusedError):
            known(engine, wrong)


def test_it_ends_at_its_moment(engine: Engine) -> None:
    token = issue(engine, lasts=timedelta(days=1))
    assert known(engine, token, NOW + timedelta(hours=23, minutes=59))
    with pytest.raises(TokenRefusedError):
        known(engine, token, NOW + timedelta(days=1))


def test_a_revoked_one_is_refused_and_the_others_are_not(engine: Engine) -> None:
    first, second = issue(engine), issue(engine)
    with writing(engine) as session:
        assert revoke_tokens(session, "Ada@example.org", prefix_of(first), now=NOW) == [prefix_of(first)]
    with pytest.raises(TokenRefusedError):
        known(engine, first)
    assert known(engine, second)
    with writing(engine) as session:
        assert revoke_tokens(session, "ada@example.org", now=NOW) == [prefix_of(second)]
    with pytest.raises(TokenRefusedError):
        known(engine, second)


def test_a_beginning_that_means_no_single_token_revokes_none(engine: Engine) -> None:
    tokens = issue(engine), issue(engine)
    with writing(engine) as session, pytest.raises(QuestionError, match="No single token"):
        revoke_tokens(session, "ada@example.org", "kinonah_", now=NOW)
    assert all(known(engine, token) for token in tokens)


def test_the_list_tells_of_each_token_all_but_itself(engine: Engine) -> None:
    token = issue(engine, "moviemento", "rollberg")
    issue(engine, email="grace@example.org")
    (facts,) = listed(engine, "ADA@example.org ")
    assert facts == TokenFacts(
        prefix=prefix_of(token),
        email="ada@example.org",
        cinemas=("moviemento", "rollberg"),
        created_at=NOW,
        expires_at=NOW + YEAR,
        last_used_at=None,
        revoked_at=None,
    )
    assert [one.email for one in listed(engine)] == ["ada@example.org", "grace@example.org"]


def test_its_use_is_noted_by_the_hour(engine: Engine) -> None:
    token = issue(engine)
    with writing(engine) as session:
        note_use(session, recognise(session, token, NOW), NOW)
    assert [one.last_used_at for one in listed(engine)] == [NOW]
    assert not known(engine, token, NOW + timedelta(minutes=59)).is_use_unnoted
    assert known(engine, token, NOW + timedelta(minutes=60)).is_use_unnoted


@pytest.mark.parametrize("email", ["", "ada", "@example.org", "ada@", "ada lovelace@example.org", "a\nda@example.org"])
def test_what_is_no_address_gets_no_account(engine: Engine, email: str) -> None:
    with pytest.raises(QuestionError, match="no e-mail address"):
        issue(engine, email=email)
    assert listed(engine) == []


def test_a_token_for_an_unknown_cinema_is_none(engine: Engine) -> None:
    with pytest.raises(UnknownCinemaError):
        issue(engine, "moviemento", "nowhere")
    assert listed(engine) == []
