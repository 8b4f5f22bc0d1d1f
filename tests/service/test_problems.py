"""Errors are problems (RFC 9457) that say what to do, and never repeat a position."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


def problem(client: TestClient, path: str, method: str = "GET") -> dict[str, Any]:
    answer = client.request(method, path)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    body: dict[str, Any] = answer.json()
    assert set(body) == {"type", "title", "status", "detail", "problems"}
    assert body["status"] == answer.status_code
    return body


def test_an_address_that_is_none(client: TestClient) -> None:
    body = problem(client, "/nowhere")
    assert (body["type"], body["status"]) == ("/problems/not-found", 404)


def test_a_method_that_an_address_does_not_take(client: TestClient) -> None:
    body = problem(client, "/health/live", method="DELETE")
    assert (body["type"], body["status"]) == ("/problems/method-not-allowed", 405)
    assert client.delete("/health/live").headers["Allow"] == "GET"


def test_a_wrong_parameter_is_named_with_what_to_write(client: TestClient) -> None:
    body = problem(client, "/api/near?lat=95")
    assert (body["type"], body["status"]) == ("/problems/invalid", 400)
    assert body["problems"] == [
        {"parameter": "lat", "message": "Write 90 or less."},
        {"parameter": "lon", "message": "This is missing. Add it."},
    ]


@pytest.mark.parametrize("value", ["north-of-52.520008", "99152.520008"])
def test_a_wrong_value_is_never_repeated(client: TestClient, value: str) -> None:
    assert "52.520008" not in client.get(f"/api/near?lat={value}&lon={value}").text


def test_a_position_that_is_none_names_both_coordinates(client: TestClient) -> None:
    body = problem(client, "/api/near?lat=0&lon=0")
    assert (body["type"], body["status"]) == ("/problems/position-null-island", 400)
    assert [field["parameter"] for field in body["problems"]] == ["lat", "lon"]


def test_something_unknown_is_a_404_with_a_hint(client: TestClient) -> None:
    body = problem(client, "/api/film")
    assert (body["type"], body["status"]) == ("/problems/unknown", 404)
    assert "red-rocket" in body["detail"]


def test_a_question_without_an_answer_names_its_parameter(client: TestClient) -> None:
    body = problem(client, "/api/question")
    assert (body["type"], body["status"]) == ("/problems/question-wrong", 400)
    assert body["problems"] == [{"parameter": "limit", "message": "Ask for 100 cinemas or fewer."}]


def test_an_outage_says_nothing_of_our_inside(client: TestClient) -> None:
    body = problem(client, "/api/outage")
    assert (body["type"], body["status"]) == ("/problems/database-unavailable", 503)
    assert "db.internal" not in body["detail"]


def test_a_fault_of_ours_is_a_500_without_its_text(client: TestClient) -> None:
    body = problem(client, "/api/fault")
    assert (body["type"], body["status"]) == ("/problems/unexpected", 500)
    assert "52.520008" not in str(body)


def test_the_openapi_document_describes_problems(client: TestClient) -> None:
    responses = client.get("/api/openapi.json").json()["paths"]["/api/near"]["get"]["responses"]
    assert set(responses) == {"200", "default"}
    schema = responses["default"]["content"]["application/problem+json"]["schema"]
    assert set(schema["properties"]["problems"]["items"]["properties"]) == {"parameter", "message"}
