"""Somebody of a cinema's staff, with a browser, and what they read."""

import re
from http import HTTPStatus

from fastapi.testclient import TestClient

from tests.service.api.staff_of_town import fresh
from tests.service.staff.access import Visitor
from tests.service.staff.visitors import headers_of

DESK = "/staff/cinemas/moviemento"


LONG = {"advertising_minutes": "61"}


class Clerk:
    """Somebody of the staff, with a browser."""

    def __init__(self, town: TestClient, visitor: Visitor = Visitor.SESSION) -> None:
        self.town, self.headers = town, headers_of(town, visitor) | {"Accept": "text/html", "Accept-Language": "en"}

    def open(self, path: str) -> str:
        answer = self.town.get(path, headers=self.headers)
        assert answer.status_code == HTTPStatus.OK, answer.text
        return answer.text

    def send(self, path: str, **fields: str) -> tuple[int, str]:
        answer = self.town.post(path, data=fields, headers=self.headers, follow_redirects=False)
        return answer.status_code, answer.headers.get("location", "") or answer.text

    def drop(self, content: bytes) -> str:
        """Drop a file; gives the path of its preview."""
        files = {"file": ("week.csv", content)}
        answer = self.town.post(f"{DESK}/schedules", files=files, headers=self.headers, follow_redirects=False)
        assert answer.status_code == HTTPStatus.SEE_OTHER, answer.text
        return str(answer.headers["location"])

    def public_starts(self) -> list[str]:
        said = fresh(self.town).get("/api/v1/cinemas/moviemento/screenings").json()
        return [one["starts_at"][8:16] for one in said["screenings"]]


def text_of(page: str) -> str:
    """Give a page's words."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def to(number: str, time: str, *, date: str = "2026-11-26", auditorium: str = "Kino 1") -> dict[str, str]:
    """Fill in where a screening is moved to."""
    return {"screening": number, "date": date, "time": time, "auditorium": auditorium}
