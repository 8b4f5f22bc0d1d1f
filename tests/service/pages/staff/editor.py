"""An editor of the small town, with a browser."""

import re
from html import unescape
from typing import Any

from fastapi.testclient import TestClient

from tests.service.api.staff_of_town import fresh
from tests.service.staff.access import Visitor
from tests.service.staff.visitors import headers_of

FILMS = "/staff/films"


class Editor:
    """Opens pages, fills in their forms as they come, and sends them."""

    def __init__(self, town: TestClient, visitor: Visitor = Visitor.SESSION_EDITOR, language: str = "en") -> None:
        self.town = town
        self.headers = headers_of(town, visitor) | {"Accept": "text/html", "Accept-Language": language}

    def open(self, path: str) -> str:
        answer = self.town.get(path, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer.text

    def form(self, slug: str) -> dict[str, str]:
        """Open a film's form; gives its fields as they are filled in."""
        page = self.open(f"{FILMS}/{slug}").partition('class="staff-form editing"')[2].partition("</form>")[0]
        inputs = re.findall(r'<input [^>]*?name="(\w+)"[^>]*? value="([^"]*)"', page)
        areas = re.findall(r'<textarea [^>]*?name="(\w+)"[^>]*>\n?(.*?)</textarea>', page, flags=re.DOTALL)
        chosen = re.findall(r'<option value="([^"]*)" selected>', page)
        fields = {name: unescape(value) for name, value in [*inputs, *areas]}
        # A browser ends the lines of a text in its own way.
        return {name: value.replace("\n", "\r\n") for name, value in fields.items()} | {"age_rating": (*chosen, "")[0]}

    def send(self, path: str, **fields: Any) -> Any:  # noqa: ANN401 (an answer)
        return self.town.post(path, data=fields, headers=self.headers, follow_redirects=False)

    def save(self, slug: str, form: dict[str, str] | None = None, **changed: str) -> Any:  # noqa: ANN401 (an answer)
        """Save a film's form with some fields changed; as it is filled in now, unless it was opened before."""
        return self.send(f"{FILMS}/{slug}", **(form or self.form(slug)) | changed | {"do": "save"})

    def public(self, slug: str, language: str = "en") -> str:
        """What the public sees, a moment later."""
        page = fresh(self.town).get(f"/films/{slug}", params={"lang": language})
        assert page.status_code == 200, page.text
        return page.text
