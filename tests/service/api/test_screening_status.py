"""A screening is sold out, cancelled, or takes place after all, as its cinema says."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.service.api.staff_of_town import SPARSE, Staff, carrying, fresh, token_for
from tests.service.staff.access import Visitor
from tests.service.staff.visitors import headers_of


def first(town: TestClient, cinema: str = "moviemento") -> dict[str, Any]:
    shown: dict[str, Any] = fresh(town).get(f"/api/v1/cinemas/{cinema}/screenings").json()["screenings"][0]
    return shown


def say(town: TestClient, status: str, headers: dict[str, str], number: str | None = None) -> Any:  # noqa: ANN401 (an answer)
    number = number or first(town)["id"]
    return town.post(f"/api/v1/screenings/{number}/status", params={"status": status}, headers=headers)


@pytest.mark.parametrize("visitor", [Visitor.SESSION, Visitor.TOKEN])
def test_its_staff_says_so_and_the_public_sees_it(town: TestClient, visitor: Visitor) -> None:
    headers = headers_of(town, visitor)
    number = first(town)["id"]
    for _ in range(2):
        answer = say(town, "sold-out", headers)
        assert (answer.status_code, answer.json()) == (
            200,
            {"id": number, "cinema": "moviemento", "status": "sold-out"},
        )
    assert first(town)["status"] == "sold-out"
    assert say(town, "scheduled", headers).status_code == 200
    assert first(town)["status"] == "scheduled"


def test_it_survives_the_next_file(town: TestClient) -> None:
    staff = Staff(town)
    say(town, "sold-out", staff.headers)
    staff.post(f"/{staff.upload(SPARSE)}/publish", accept="errors,removals")
    assert first(town)["status"] == "sold-out"


def test_a_cancelled_one_can_take_place_again(town: TestClient) -> None:
    number, headers = first(town)["id"], carrying(token_for(town))
    assert say(town, "cancelled", headers, number).status_code == 200
    assert say(town, "scheduled", headers, number).status_code == 200
    assert first(town)["id"] == number


def test_of_another_cinema_nobody_says_anything(town: TestClient) -> None:
    headers = carrying(token_for(town, "rollberg"))
    assert say(town, "cancelled", headers).status_code == 403
    assert say(town, "nonsense", headers).status_code == 403
    assert first(town)["status"] == "scheduled"


@pytest.mark.parametrize(
    ("number", "status", "kind"),
    [
        ("1", "full", (400, "/problems/invalid")),
        ("999999", "sold-out", (404, "/problems/unknown")),
        ("0", "sold-out", (400, "/problems/invalid")),
        (str(2**70), "sold-out", (400, "/problems/invalid")),
    ],
)
def test_what_cannot_be_meant_is_a_problem(town: TestClient, number: str, status: str, kind: tuple[int, str]) -> None:
    answer = say(town, status, carrying(token_for(town)), number)
    assert (answer.status_code, answer.json()["type"]) == kind
