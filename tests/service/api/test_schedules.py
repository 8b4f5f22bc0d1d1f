"""A schedule over HTTP: uploaded and checked, published, undone, found again; by its own staff alone."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from data.tables.database import writing
from service.staff.attempts import MOST_FAILURES
from service.staff.tokens import list_tokens, revoke_tokens
from tests.data.factories import row, sheet
from tests.service.api.staff_of_town import (
    BAD,
    SCHEDULES,
    SPARSE,
    WEEK,
    Staff,
    carrying,
    engine_of,
    token_for,
)
from tests.service.town import NOW

BEFORE = ["26T20:15", "26T22:30", "27T00:30"]
ADDED = ["28T20:00", "29T20:00"]


@pytest.fixture
def staff(town: TestClient) -> Staff:
    return Staff(town)


def kind_of(answer: Any) -> tuple[int, str]:  # noqa: ANN401 (an answer)
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def test_an_upload_is_checked_and_publishes_nothing(staff: Staff) -> None:
    answer = staff.post(content=WEEK, name="woche 48.csv")
    report = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{SCHEDULES}/{report['id']}"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert (report["state"], report["cinema"], report["mode"]) == ("checked", "moviemento", "replace")
    assert report["scope"] == {"from": "2026-11-28", "until": "2026-11-29", "auditoriums": ["Kino 1"]}
    assert (report["counts"]["rows"], report["counts"]["added"]) == (2, 2)
    assert [change["kind"] for change in report["changes"]] == ["added", "added"]
    assert staff.starts() == BEFORE
    assert staff.get(f"/{report['id']}").json() == report


def test_published_is_what_was_uploaded_and_undone_it_is_gone(staff: Staff) -> None:
    number = staff.upload()
    published = staff.post(f"/{number}/publish")
    assert (published.status_code, published.json()["state"]) == (200, "published")
    assert staff.starts() == BEFORE + ADDED
    undone = staff.post(f"/{number}/undo")
    assert (undone.status_code, undone.json()["state"]) == (200, "undone")
    assert staff.starts() == BEFORE
    again = staff.post(f"/{staff.upload()}/publish")
    assert (again.status_code, staff.starts()) == (200, BEFORE + ADDED)


def test_a_publish_that_is_repeated_is_answered_the_same(staff: Staff) -> None:
    number = staff.upload()
    first, second = (staff.post(f"/{number}/publish") for _ in range(2))
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert staff.starts() == BEFORE + ADDED


def test_bad_rows_ask_for_a_yes(staff: Staff) -> None:
    number = staff.upload(BAD)
    report = staff.get(f"/{number}").json()
    assert [(one["row"], one["column"], one["severity"]) for one in report["problems"]] == [(3, "time", "error")]
    refused = staff.post(f"/{number}/publish")
    assert kind_of(refused) == (409, "consent-missing")
    (needed,) = refused.json()["problems"]
    assert needed["parameter"] == "accept"
    assert needed["message"].startswith("Say accept=errors to agree: 1 of 2 rows cannot be read")
    assert staff.starts() == BEFORE
    assert staff.post(f"/{number}/publish", accept="errors").status_code == 200
    assert staff.starts() == [*BEFORE, "28T20:00"]


def test_many_removals_ask_for_a_yes(staff: Staff) -> None:
    number = staff.upload(SPARSE)
    refused = staff.post(f"/{number}/publish", accept="errors")
    assert kind_of(refused) == (409, "consent-missing")
    assert "accept=removals" in refused.json()["problems"][0]["message"]
    assert staff.post(f"/{number}/publish", accept="errors,removals").status_code == 200
    assert staff.starts() == ["26T20:15"]


@pytest.mark.parametrize("accept", ["all", "errors;removals", ""])
def test_a_yes_to_something_else_is_none(staff: Staff, accept: str) -> None:
    assert kind_of(staff.post(f"/{staff.upload(BAD)}/publish", accept=accept)) == (400, "invalid")


def test_mode_and_scope_are_taken_from_the_address(staff: Staff) -> None:
    report = staff.post(content=SPARSE, mode="add").json()
    assert (report["mode"], report["counts"]["removed"]) == ("add", 0)
    asked: dict[str, Any] = {"from": "2026-11-26", "until": "2026-11-27", "auditorium": ["Kino 1", "Kino 2"]}
    scope = staff.post(content=SPARSE, **asked).json()["scope"]
    assert (scope["from"], scope["until"], sorted(scope["auditoriums"])) == (
        "2026-11-26",
        "2026-11-27",
        ["Kino 1", "Kino 2"],
    )


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ({"mode": "merge"}, "invalid"),
        ({"from": "soon"}, "invalid"),
        ({"cinema": "rollberg"}, "invalid"),
        ({"from": "2026-11-28", "until": "2026-11-26"}, "question-wrong"),
        ({"headers": {"Idempotency-Key": "k" * 300}}, "question-wrong"),
    ],
)
def test_what_cannot_be_meant_is_a_problem(staff: Staff, asked: dict[str, Any], kind: str) -> None:
    assert kind_of(staff.post(content=WEEK, **asked)) == (400, kind)
    assert staff.uploads() == []


@pytest.mark.parametrize("content", [b"", b"just words\n", b"\x00\xff\xfe\x00" * 50, b"PK\x03\x04 no box"])
def test_what_is_no_schedule_is_a_sentence_and_is_not_kept(staff: Staff, content: bytes) -> None:
    assert kind_of(staff.post(content=content)) == (400, "file-unreadable")
    assert staff.uploads() == []


def test_an_upload_that_is_repeated_with_its_key_is_one(staff: Staff) -> None:
    first, second = (staff.post(content=WEEK, headers={"Idempotency-Key": "48/1"}) for _ in range(2))
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert first.headers["Location"] == second.headers["Location"]
    other = staff.post(content=BAD, headers={"Idempotency-Key": "48/1"})
    assert kind_of(other) == (409, "schedule-refused")
    assert staff.uploads() == ["checked"]


def test_the_history_tells_what_happened_last_first(staff: Staff) -> None:
    first, second = staff.upload(), staff.upload(SPARSE, name="sparse.csv")
    staff.post(f"/{first}/publish")
    answer = staff.get()
    told = {one["id"]: one for one in answer.json()["schedules"]}
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert (told[first]["state"], told[first]["is_latest"], told[first]["published_by"]) == (
        "published",
        True,
        "ada@example.org",
    )
    assert (told[second]["state"], told[second]["file"]) == ("checked", "sparse.csv")


def test_only_the_latest_can_be_undone(staff: Staff) -> None:
    first = staff.upload()
    assert kind_of(staff.post(f"/{first}/undo")) == (409, "schedule-refused")
    staff.post(f"/{first}/publish")
    second = staff.upload(sheet(row(date="2026-12-01")))
    staff.post(f"/{second}/publish")
    assert kind_of(staff.post(f"/{first}/undo")) == (409, "schedule-refused")
    assert staff.post(f"/{second}/undo").status_code == 200
    assert kind_of(staff.post(f"/{second}/undo")) == (409, "schedule-refused")
    assert staff.post(f"/{first}/undo").status_code == 200
    assert staff.starts() == BEFORE


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("woche 48.csv", 'attachment; filename="woche 48.csv"'),
        ("Größe.csv", "attachment; filename=\"Gr__e.csv\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.csv"),
        ("../../etc/passwd", 'attachment; filename="passwd"'),
        ("C:\\progs\\woche.csv", 'attachment; filename="woche.csv"'),
        ('a"; x="y\r\nSet-Cookie: z.csv', None),
        ("", 'attachment; filename="schedule"'),
    ],
)
def test_the_file_comes_back_as_it_came(staff: Staff, name: str, said: str | None) -> None:
    answer = staff.get(f"/{staff.upload(name=name)}/file")
    assert answer.content == WEEK
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Disposition"].count('"') == 2
    assert "Set-Cookie" not in answer.headers
    if said:
        assert answer.headers["Content-Disposition"] == said


@pytest.mark.parametrize("path", ["/4711", "/4711/file"])
def test_a_schedule_that_nobody_knows_is_a_404(staff: Staff, path: str) -> None:
    assert kind_of(staff.get(path)) == (404, "unknown")
    assert kind_of(staff.post("/4711/publish")) == (404, "unknown")
    assert kind_of(staff.post("/4711/undo")) == (404, "unknown")


def test_a_schedule_of_another_cinema_is_nobodys(town: TestClient, staff: Staff) -> None:
    number = Staff(town, "rollberg").upload()
    for answer in (staff.get(f"/{number}"), staff.get(f"/{number}/file"), staff.post(f"/{number}/publish")):
        assert kind_of(answer) == (404, "unknown")


ROUTES = [
    ("POST", ""),
    ("GET", ""),
    ("GET", "/1"),
    ("GET", "/1/file"),
    ("POST", "/1/publish"),
    ("POST", "/1/undo"),
]


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_without_a_token_nothing_is_done(town: TestClient, method: str, path: str) -> None:
    answer = town.request(method, f"{SCHEDULES}{path}")
    assert kind_of(answer) == (401, "token-missing")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="kinonah"'


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_wrong_token_is_refused(town: TestClient, method: str, path: str) -> None:
    token = token_for(town)
    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "kinonah_x", "x" * 5_000):
        answer = town.request(method, f"{SCHEDULES}{path}", headers=carrying(wrong))
        assert kind_of(answer) == (401, "token-refused")
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="kinonah", error="invalid_token"'
        assert wrong not in answer.text


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_token_of_another_cinema_is_told_whose_it_is(town: TestClient, method: str, path: str) -> None:
    answer = town.request(method, f"{SCHEDULES}{path}", headers=carrying(token_for(town, "rollberg", "thalia")))
    assert kind_of(answer) == (403, "not-your-cinema")
    assert "for rollberg, thalia" in answer.json()["detail"]


@pytest.mark.parametrize("scheme", ["Basic {}", "Token {}", "{}", "Bearer", "Bearer {} {}"])
def test_a_token_comes_as_a_bearers(town: TestClient, scheme: str) -> None:
    token = token_for(town)
    answer = town.get(SCHEDULES, headers={"Authorization": scheme.format(token, token)})
    assert kind_of(answer) == (401, "token-missing")
    assert town.get(SCHEDULES, headers={"Authorization": f"bearer  {token} "}).status_code == 200


def test_a_token_in_the_address_opens_nothing(town: TestClient) -> None:
    assert kind_of(town.get(SCHEDULES, params={"token": token_for(town)})) == (401, "token-missing")


def test_an_expired_token_and_a_revoked_one_are_refused(town: TestClient) -> None:
    expired, revoked = token_for(town, lasts=timedelta(0)), token_for(town)
    assert town.get(SCHEDULES, headers=carrying(revoked)).status_code == 200
    with writing(engine_of(town)) as session:
        revoke_tokens(session, "ada@example.org", now=NOW)
    for token in (expired, revoked):
        assert kind_of(town.get(SCHEDULES, headers=carrying(token))) == (401, "token-refused")


def test_the_use_of_a_token_is_noted(town: TestClient) -> None:
    town.get(SCHEDULES, headers=carrying(token_for(town)))
    with writing(engine_of(town)) as session:
        assert [one.last_used_at for one in list_tokens(session)] == [NOW]


def test_who_tries_many_tokens_waits(town: TestClient) -> None:
    token = token_for(town)
    for _ in range(MOST_FAILURES):
        assert town.get(SCHEDULES, headers=carrying("kinonah_guess")).status_code == 401
    for guess in ("kinonah_guess", token):
        answer = town.get(SCHEDULES, headers=carrying(guess))
        assert kind_of(answer) == (429, "too-many-attempts")
        assert answer.headers["Retry-After"] == "60"
    assert town.get("/api/v1/cinemas/moviemento").status_code == 200


def test_who_comes_without_a_token_is_not_counted(town: TestClient) -> None:
    for _ in range(MOST_FAILURES + 1):
        town.get(SCHEDULES)
    assert town.get(SCHEDULES, headers=carrying(token_for(town))).status_code == 200


def test_the_exact_export_uploaded_again_changes_nothing(town: TestClient, staff: Staff) -> None:
    content = town.get("/api/v1/cinemas/moviemento/screenings?as=csv").content
    counts = staff.post(content=content).json()["counts"]
    assert counts["unchanged"] == counts["rows"] == 3
