"""The log says what was asked and how it went, and nothing of where anybody is."""

import logging
import subprocess
import sys
import time
from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient

POSITION = "52.520008"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, logger="service.access_log")
    return caplog


def lines(log: pytest.LogCaptureFixture) -> list[str]:
    """Give the lines of requests, each for itself, and the failures as they are."""
    records = [record for record in log.records if record.name == "service.access_log"]
    messages = [(record.levelno, record.getMessage()) for record in records]
    return [line for level, text in messages for line in (text.split("\n") if level == logging.INFO else [text])]


def ask(app: FastAPI, *addresses: str) -> None:
    """Ask a service that has ended by then: what it collected is written."""
    with TestClient(app) as client:
        for address in addresses:
            client.get(address)


def test_a_request_is_one_line_without_its_query(app: FastAPI, log: pytest.LogCaptureFixture) -> None:
    ask(app, f"/health/live?lat={POSITION}&lon=13.404954")
    (line,) = lines(log)
    assert line.startswith("GET /health/live 200 ")
    assert line.endswith(" ms")


def test_the_caller_stays_unnamed(app: FastAPI, log: pytest.LogCaptureFixture) -> None:
    ask(app, "/health/live")
    assert "testclient" not in lines(log)[0]


@pytest.mark.parametrize("before", ["/staff/invitation/", "/below//staff/invitation/", "/staff/invitation%2F"])
def test_a_link_that_lets_somebody_in_is_not_in_the_log(
    app: FastAPI, log: pytest.LogCaptureFixture, before: str
) -> None:
    ask(app, f"{before}{'Geheim' * 7}A", f"{before}Geheim?next=Geheim")
    assert len(lines(log)) == 2
    assert "Geheim" not in log.text
    assert all("/staff/invitation/… 404 " in line for line in lines(log))


def test_every_request_has_its_line_in_the_order_of_asking(app: FastAPI, log: pytest.LogCaptureFixture) -> None:
    ask(app, *(f"/{number}" for number in range(50)))
    assert [line.split()[1] for line in lines(log)] == [f"/{number}" for number in range(50)]


def test_lines_are_written_while_the_service_runs(client: TestClient, log: pytest.LogCaptureFixture) -> None:
    client.get("/health/live")
    ends = time.monotonic() + 30
    while not lines(log):
        assert time.monotonic() < ends
    assert lines(log)[0].startswith("GET /health/live 200 ")


def test_a_level_above_leaves_the_lines_out(app: FastAPI, log: pytest.LogCaptureFixture) -> None:
    log.set_level(logging.WARNING, logger="service.access_log")
    ask(app, "/health/live", "/api/fault")
    (fault,) = lines(log)
    assert fault.startswith("GET /api/fault failed")


def test_a_path_cannot_forge_a_line(app: FastAPI, log: pytest.LogCaptureFixture) -> None:
    ask(app, "/films/a%0AGET%20/admin%20200%E2%80%AE")
    (line,) = lines(log)
    assert line.startswith(r"GET /films/a\nGET /admin 200\u202e 404 ")


def test_a_long_path_is_cut(app: FastAPI, log: pytest.LogCaptureFixture) -> None:
    ask(app, "/" + "a" * 5000)
    assert lines(log)[0].startswith("GET /" + "a" * 199 + "… 404 ")


def test_a_fault_is_logged_with_its_places_but_without_its_values(app: FastAPI, log: pytest.LogCaptureFixture) -> None:
    ask(app, f"/api/fault?lat={POSITION}")
    fault, line = lines(log)
    assert fault.startswith("GET /api/fault failed: builtins.RuntimeError\n")
    assert "caused by builtins.KeyError" in fault
    assert "conftest.py:" in fault
    assert line.startswith("GET /api/fault 500 ")
    assert POSITION not in log.text


def test_an_answer_cut_off_half_way_is_logged_too(app: FastAPI, log: pytest.LogCaptureFixture) -> None:
    @app.get("/api/half")
    async def half() -> StreamingResponse:
        async def pieces() -> AsyncIterator[bytes]:
            yield b"half"
            raise RuntimeError(POSITION)

        return StreamingResponse(pieces())

    ask(app, "/api/half")
    fault, line = lines(log)
    assert "builtins.RuntimeError" in fault
    assert line.startswith("GET /api/half 200 ")
    assert POSITION not in log.text


def test_each_line_of_a_record_says_when_and_from_where(capfd: pytest.CaptureFixture[str]) -> None:
    script = "from service.log_setup import configure_logging as c; import logging; c('info'); "
    script += "logging.getLogger('service.access_log').info('%s', 'GET / 200\\nGET /a 404')"
    subprocess.run([sys.executable, "-c", script], check=True)
    first, second = capfd.readouterr().err.splitlines()
    assert first.endswith(" INFO service.access_log GET / 200")
    assert second.endswith(" INFO service.access_log GET /a 404")
    assert first.split()[:2] == second.split()[:2]
