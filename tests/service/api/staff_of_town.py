"""Staff of the small town: tokens, and a caller who carries one."""

from datetime import timedelta
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import Engine

from data.tables.database import writing
from service.staff.tokens import issue_token
from tests.data.factories import row, sheet
from tests.service.town import NOW

SCHEDULES = "/api/v1/cinemas/moviemento/schedules"
WEEK = sheet(row(date="2026-11-28"), row(date="2026-11-29", title="Fallende Blätter", version="OmeU"))
BAD = sheet(row(date="2026-11-28"), row(date="2026-11-29", time="2o:15"))
# A sheet of these days without most of what the town has published on them.
SPARSE = sheet(row(time="20:15"))


def engine_of(town: TestClient) -> Engine:
    engine: Engine = town.app.state.keeper.engine  # type: ignore[attr-defined]  # an app, whatever its type says
    return engine


def fresh(town: TestClient) -> TestClient:
    """Let the programme take in what was published."""
    town.app.state.freshness.bring_up_to_date()  # type: ignore[attr-defined]
    return town


def token_for(town: TestClient, *cinemas: str, lasts: timedelta = timedelta(days=30)) -> str:
    with writing(engine_of(town)) as session:
        return issue_token(session, "ada@example.org", cinemas or ("moviemento",), now=NOW, lasts=lasts)


def carrying(token: str, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} | more


class Staff:
    """Someone with a token, at the schedules of a cinema."""

    def __init__(self, town: TestClient, cinema: str = "moviemento") -> None:
        self.town, self.token = town, token_for(town, cinema)
        self.headers = carrying(self.token)
        self.path = f"/api/v1/cinemas/{cinema}/schedules"

    def post(self, path: str = "", content: bytes | None = None, **asked: Any) -> Any:  # noqa: ANN401 (an answer)
        headers = self.headers | asked.pop("headers", {})
        return self.town.post(f"{self.path}{path}", content=content, params=asked, headers=headers)

    def get(self, path: str = "") -> Any:  # noqa: ANN401 (an answer)
        return self.town.get(f"{self.path}{path}", headers=self.headers)

    def upload(self, content: bytes = WEEK, **asked: str) -> str:
        answer = self.post(content=content, **asked)
        assert answer.status_code == 201, answer.text
        number: str = answer.json()["id"]
        return number

    def uploads(self) -> list[str]:
        """The states of what was uploaded by somebody of the staff."""
        told = self.get().json()["schedules"]
        return [one["state"] for one in told if one["uploaded_by"] == "ada@example.org"]

    def starts(self) -> list[str]:
        """What the public sees at the cinema."""
        said = fresh(self.town).get(f"{self.path.removesuffix('/schedules')}/screenings").json()
        return [one["starts_at"][8:16] for one in said["screenings"]]
