"""Files as they really come: in forms, in pieces, too large, broken off, twice at once; over a real connection."""

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from itertools import count
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest
from fastapi.testclient import TestClient
from uvicorn import Config, Server

from data.decoded import MOST_BYTES
from service.cli.listening import listen
from service.one_write import OneWrite
from tests.data.factories import row, sheet
from tests.service.api.staff_of_town import SCHEDULES, WEEK, Staff, carrying, token_for

MEGABYTE = b"x" * 1_000_000
PATIENCE_SECONDS = 30


@pytest.fixture
def port(town: TestClient) -> Iterator[int]:
    """The town behind a real server, as `kinonah serve` runs it."""
    with listen("127.0.0.1", 0) as listening:
        config = Config(town.app, http=OneWrite, lifespan="off", log_config=None, access_log=False)
        server = Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


def connected(port: int) -> HTTPConnection:
    return HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)


def post(port: int, path: str, body: Any, token: str, **headers: str) -> tuple[int, Any]:  # noqa: ANN401 (JSON)
    with closing(connected(port)) as connection:
        connection.request("POST", path, body, carrying(token, **headers))
        answer = connection.getresponse()
        return answer.status, json.load(answer)


def form(*parts: tuple[str, str | None, bytes], end: bytes = b"--cut--\r\n") -> bytes:
    """Write a form of fields (without a name of a file) and files."""
    pieces = []
    for field, name, content in parts:
        named = "" if name is None else f'; filename="{name}"'
        pieces.append(f'--cut\r\nContent-Disposition: form-data; name="{field}"{named}\r\n\r\n'.encode())
        pieces.append(content + b"\r\n")
    return b"".join(pieces) + end


FORM = {"Content-Type": "multipart/form-data; boundary=cut"}
# What curl says of any body unless told otherwise.
URL_ENCODED = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("name", ["woche.csv", "Größe.csv", "C:\\progs\\woche.csv"])
def test_a_file_comes_in_a_form(town: TestClient, name: str) -> None:
    staff = Staff(town)
    answer = staff.post(content=form(("file", name, WEEK)), headers=FORM)
    assert answer.json()["counts"]["added"] == 2
    number = answer.json()["id"]
    assert staff.get(f"/{number}/file").content == WEEK
    told = {one["id"]: one["file"] for one in staff.get().json()["schedules"]}
    assert told[number] == name.rpartition("\\")[2]


def test_a_file_comes_as_curl_sends_it(town: TestClient) -> None:
    assert Staff(town).post(content=WEEK, headers=URL_ENCODED).json()["counts"]["added"] == 2


def test_a_file_comes_as_a_field_of_a_form(town: TestClient) -> None:
    assert Staff(town).post(content=form(("file", None, WEEK)), headers=FORM).json()["counts"]["added"] == 2


@pytest.mark.parametrize(
    ("content", "headers", "kind"),
    [
        (form(("data", "woche.csv", WEEK)), FORM, "question-wrong"),
        (form(("file", "woche.csv", WEEK), ("mode", None, b"add")), FORM, "question-wrong"),
        (form(("file", "a.csv", WEEK), ("file", "b.csv", WEEK)), FORM, "form-wrong"),
        (form(), FORM, "form-wrong"),
        (form(("file", "woche.csv", WEEK), end=b""), FORM, "form-wrong"),
        (form(("file", "woche.csv", WEEK))[:-30], FORM, "form-wrong"),
        (WEEK, FORM, "form-wrong"),
        (form(("file", "woche.csv", WEEK)), {"Content-Type": "multipart/form-data"}, "form-wrong"),
        (WEEK.replace(b"\r\n", b""), URL_ENCODED, "form-wrong"),
        (form(("file", "", b"")), FORM, "file-unreadable"),
    ],
)
def test_a_form_that_is_none_is_a_sentence(
    town: TestClient, content: bytes, headers: dict[str, str], kind: str
) -> None:
    staff = Staff(town)
    answer = staff.post(content=content, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{kind}")
    assert staff.uploads() == []


@pytest.mark.parametrize("part", [("x", None, b""), ("file", "a.csv", b"")])
def test_a_form_of_very_many_parts_is_not_read_to_its_end(
    town: TestClient, part: tuple[str, str | None, bytes]
) -> None:
    content = form(*[part] * 100_000)
    answer = Staff(town).post(content=content, headers=FORM)
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/form-wrong")
    assert "more than 10 parts" in answer.json()["detail"]


@pytest.mark.parametrize("headers", [{}, FORM])
def test_what_is_announced_as_too_large_is_refused_before_it_comes(
    town: TestClient, port: int, headers: dict[str, str]
) -> None:
    with closing(connected(port)) as connection:
        connection.putrequest("POST", SCHEDULES)
        announced = {"Content-Length": str(200 * len(MEGABYTE))}
        for name, value in carrying(token_for(town), **headers, **announced).items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        said = json.load(answer)
    assert (answer.status, said["type"]) == (413, "/problems/file-too-large")
    assert "larger than 20 MB" in said["detail"]


@pytest.mark.parametrize("headers", [{}, FORM])
def test_what_turns_out_too_large_is_refused_at_once(town: TestClient, port: int, headers: dict[str, str]) -> None:
    begun = form(("file", "woche.csv", b""))[:-11] if headers else b""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as connection:
        lines = [f"POST {SCHEDULES} HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked"]
        lines += [f"{name}: {value}" for name, value in carrying(token_for(town), **headers).items()]
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        sent = 0
        for piece in (begun or b"x", *[MEGABYTE] * 40):
            connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
            sent += len(piece)
            if is_answered(connection):
                break
        answer = HTTPResponse(connection)
        answer.begin()
        assert answer.status == 413
    # What lies in the pockets of both ends, and no more.
    assert MOST_BYTES < sent < MOST_BYTES + 15_000_000


def is_answered(connection: socket.socket) -> bool:
    connection.settimeout(0)
    try:
        return bool(connection.recv(1, socket.MSG_PEEK))
    except BlockingIOError:
        return False
    finally:
        connection.settimeout(PATIENCE_SECONDS)


def test_a_file_of_just_the_size_is_taken_in(town: TestClient, port: int) -> None:
    blank = b" " * 999 + b"\n"
    padded = (WEEK + blank * (MOST_BYTES // len(blank)))[:MOST_BYTES]
    status, report = post(port, SCHEDULES, padded, token_for(town))
    assert (status, report["counts"]["added"]) == (201, 2)
    assert post(port, SCHEDULES, padded + b"\n", token_for(town))[0] == 413


def test_a_stranger_is_refused_before_anything_is_read(port: int) -> None:
    with closing(connected(port)) as connection:
        connection.putrequest("POST", SCHEDULES)
        connection.putheader("Authorization", "Bearer kinonah_guess")
        connection.putheader("Content-Length", "1000000")
        connection.endheaders()
        assert connection.getresponse().status == 401


@pytest.mark.parametrize("headers", [{}, FORM])
def test_a_connection_that_breaks_off_leaves_nothing(
    town: TestClient, port: int, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    staff, body = Staff(town), form(("file", "woche.csv", WEEK)) if headers else WEEK
    with closing(connected(port)) as connection:
        connection.putrequest("POST", SCHEDULES)
        announced = {"Content-Length": str(len(body)), "Idempotency-Key": "1"}
        for name, value in (staff.headers | headers | announced).items():
            connection.putheader(name, value)
        connection.endheaders(body[: len(body) // 2])
    ends = monotonic() + PATIENCE_SECONDS
    while "POST" not in caplog.text and monotonic() < ends:
        town.app.state.access_lines.write()  # type: ignore[attr-defined]  # an app, whatever its type says
        sleep(0.01)
    assert "POST" in caplog.text
    assert staff.uploads() == []
    assert "failed" not in caplog.text
    status, _ = post(
        port, SCHEDULES, body, staff.headers["Authorization"].split()[1], **headers | {"Idempotency-Key": "1"}
    )
    assert (status, staff.uploads()) == (201, ["checked"])


def test_two_at_once_publish_one_after_the_other(town: TestClient, port: int) -> None:
    token, days = token_for(town), count(1)

    def bring(day: int) -> list[int]:
        path = f"{SCHEDULES}?mode=add"
        status, report = post(port, path, sheet(row(date=f"2026-12-{day:02}")), token)
        published, _ = post(port, f"{SCHEDULES}/{report['id']}/publish", b"", token)
        return [status, published]

    with ThreadPoolExecutor(8) as clients:
        statuses = list(clients.map(bring, [next(days) for _ in range(16)]))
    assert statuses == [[201, 200]] * 16
    assert Staff(town).starts()[3:] == [f"{day:02}T20:00" for day in range(1, 17)]


def test_one_who_asks_twice_at_once_with_a_key_uploads_once(town: TestClient, port: int) -> None:
    token = token_for(town)
    with ThreadPoolExecutor(8) as clients:
        keyed = {"Idempotency-Key": "twice"}
        answers = list(clients.map(lambda _: post(port, SCHEDULES, WEEK, token, **keyed), range(8)))
    assert {status for status, _ in answers} == {201}
    assert len({report["id"] for _, report in answers}) == 1
    assert Staff(town).uploads() == ["checked"]


def test_two_who_publish_the_same_at_once_publish_it_once(town: TestClient, port: int) -> None:
    staff = Staff(town)
    path = f"{SCHEDULES}/{staff.upload()}/publish"
    with ThreadPoolExecutor(8) as clients:
        answers = list(clients.map(lambda _: post(port, path, b"", staff.token), range(8)))
    assert [status for status, _ in answers] == [200] * 8
    assert all(report == answers[0][1] for _, report in answers)
    assert staff.starts() == ["26T20:15", "26T22:30", "27T00:30", "28T20:00", "29T20:00"]
