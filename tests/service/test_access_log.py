"""The log says what was asked and how it went, and nothing of where anybody is."""

import logging
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
    return [record.getMessage() for record in log.records if record.name == "service.access_log"]


def test_a_request_is_one_line_without_its_query(client: TestClient, log: pytest.LogCaptureFixture) -> None:
    client.get(f"/health/live?lat={POSITION}&lon=13.404954")
    (line,) = lines(log)
    assert line.startswith("GET /health/live 200 ")
    assert line.endswith(" ms")


def test_the_caller_stays_unnamed(client: TestClient, log: pytest.LogCaptureFixture) -> None:
    client.get("/health/live")
    assert "testclient" not in lines(log)[0]


def test_a_path_cannot_forge_a_line(client: TestClient, log: pytest.LogCaptureFixture) -> None:
    client.get("/films/a%0AGET%20/admin%20200%E2%80%AE")
    (line,) = lines(log)
    assert line.startswith(r"GET /films/a\nGET /admin 200\u202e 404 ")


def test_a_long_path_is_cut(client: TestClient, log: pytest.LogCaptureFixture) -> None:
    client.get("/" + "a" * 5000)
    assert lines(log)[0].startswith("GET /" + "a" * 199 + "… 404 ")


def test_a_fault_is_logged_with_its_places_but_without_its_values(
    client: TestClient, log: pytest.LogCaptureFixture
) -> None:
    assert client.get(f"/api/fault?lat={POSITION}").status_code == 500
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

    with TestClient(app) as client:
        client.get("/api/half")
    fault, line = lines(log)
    assert "builtins.RuntimeError" in fault
    assert line.startswith("GET /api/half 200 ")
    assert POSITION not in log.text
