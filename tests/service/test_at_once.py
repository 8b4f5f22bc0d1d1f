"""What our own server answers at once is, byte for byte, what it would answer by way of a task."""

import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from sqlalchemy.engine import make_url
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn import Config, Server

from service.app import create_app
from service.at_once import AT_ONCE, AtOnce
from service.forms import Form
from service.headers import said as saying
from service.one_write import MUCH_BYTES, OneWrite
from service.settings import Settings
from tests.service.town import NOW

ASKED = "/api/v1/showtimes?lat=52.5&lon=13.42&film=red-rocket&limit=1"
# Another question, which the short way leaves to the route.
FOR_THE_ROUTE = ASKED + "&"
GIVE_UP_SECONDS = 30

FORM = Form(200, ((b"content-length", b"7"),), saying(), b"at once")
LARGE = Form(200, ((b"content-length", b"%d" % MUCH_BYTES),), saying(), b"a" * MUCH_BYTES)
# A server reads at most this in one go.
READ_BYTES = 262_144


@contextmanager
def served(app: ASGIApp, protocol: type[OneWrite]) -> Iterator[tuple[str, int]]:
    """An app on a real server with a protocol of ours; where it listens."""
    server = Server(Config(app, http=protocol, log_config=None, access_log=False, server_header=False))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        ends = monotonic() + GIVE_UP_SECONDS
        while not server.started:
            assert thread.is_alive()
            assert monotonic() < ends
            sleep(0.01)
        try:
            yield listening.getsockname()
        finally:
            server.should_exit = True
            thread.join(GIVE_UP_SECONDS)


def said(address: tuple[str, int], *requests: str) -> bytes:
    """Send requests in one go, the last of which ends the connection, and give all that comes back; moments aside."""
    with socket.create_connection(address, timeout=GIVE_UP_SECONDS) as connection:
        connection.sendall("".join(requests).encode())
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    return re.sub(rb"date: [^\r]+", b"date: now", answer)


def get(path: str, *headers: str, version: str = "1.1") -> str:
    return "\r\n".join([f"GET {path} HTTP/{version}", "Host: town", *headers, "", ""])


ENDING = get(ASKED, "Connection: close")
CONVERSATIONS = {
    "one question": [ENDING],
    "several in one go": [get(ASKED), get("/health/live"), get(ASKED), get(FOR_THE_ROUTE), get(ASKED), ENDING],
    "a slow one before many": [get(FOR_THE_ROUTE), *[get(ASKED)] * 2_000, ENDING],
    "compressed": [get(ASKED, "Accept-Encoding: gzip"), ENDING],
    "known already": [get(ASKED, "If-None-Match: *"), ENDING],
    "an older reader": [get(ASKED, version="1.0")],
    "with a body": [get(ASKED, "Content-Length: 5") + "hello", ENDING],
    "in doubt": [get(ASKED, "Expect: 100-continue"), ENDING],
    "a wrong question": [get(ASKED + "&limit=0"), ENDING],
    "another method": [get(ASKED).replace("GET", "POST"), get(ASKED).replace("GET", "HEAD"), ENDING],
}


@pytest.mark.parametrize("requests", CONVERSATIONS.values(), ids=CONVERSATIONS.keys())
def test_both_ways_say_the_same_over_the_wire(
    settings: Settings, static_folder: Path, town_file: Path, requests: list[str]
) -> None:
    shutil.copy(town_file, make_url(settings.database_url).database or "")
    app = create_app(settings, static_folder=static_folder, clock=lambda: NOW)
    with served(app, OneWrite) as address:
        by_tasks = said(address, *requests)
    with served(app, AtOnce) as address:
        assert said(address, *requests) == by_tasks
    assert by_tasks.count(b"HTTP/1.1 ") == len(requests)


async def slow_app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer by way of a task, except for what it tells its server to answer at once."""
    if scope["type"] == "lifespan":
        scope["state"][AT_ONCE] = lambda asked: {"/quick": FORM, "/large": LARGE}.get(asked["path"])
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
    await send({"type": "http.response.body", "body": b"task"})


@pytest.mark.parametrize(("path", "body"), [("/quick", b"at once"), ("/slow", b"task")])
def test_the_app_is_asked_only_where_there_is_no_answer_at_once(path: str, body: bytes) -> None:
    with served(slow_app, AtOnce) as address:
        assert said(address, get(path, "Connection: close")).endswith(b"\r\n\r\n" + body)


def test_who_asks_much_in_one_go_lets_others_have_their_turn() -> None:
    with served(slow_app, AtOnce) as address:
        answers = said(address, get("/large"), get("/large"), get("/large", "Connection: close"))
    assert [len(answer) >= MUCH_BYTES for answer in answers.split(b"HTTP/1.1 ")[1:]] == [True, False, True]


@pytest.mark.parametrize("protocol", [OneWrite, AtOnce])
def test_no_more_is_read_while_many_wait_for_their_answers(protocol: type[OneWrite]) -> None:
    class Watched(protocol):  # type: ignore[valid-type,misc]  # the class is a parameter
        waiting = 0

        def on_headers_complete(self) -> None:
            super().on_headers_complete()
            Watched.waiting = max(Watched.waiting, len(self.pipeline))

    many = 20_000
    assert many * len(get("/slow")) > 2 * READ_BYTES
    with served(slow_app, Watched) as address:
        answers = said(address, *[get("/slow")] * many, get("/slow", "Connection: close"))
    assert answers.count(b"HTTP/1.1 200") == many + 1
    assert Watched.waiting <= READ_BYTES / len(get("/slow"))
