"""Somebody is invited to a cinema, and gets in: with a phone, with and without JavaScript, by keyboard."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.reader import SMALLEST
from tests.journeys.test_accessibility import NOTHING, findings
from tests.program import COMMAND, over, served

PASSWORD = "vier Wörter sind genug"


class House(NamedTuple):
    """A served demo city, and the folder of its database."""

    server: str
    folder: Path

    def invite(self, email: str) -> str:
        """Invite an administrator of the Moviemento; gives the link's path."""
        roles = ["--cinema", "moviemento", "--administrator"]
        environment = {**os.environ, **over(self.folder)}
        made = subprocess.run(
            [*COMMAND, "staff", "invite", email, *roles], env=environment, check=True, capture_output=True, text=True
        )
        return made.stdout.strip().removeprefix("http://localhost:8000")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("staff")
    with served(folder) as server:
        yield House(server, folder)


def test_without_javascript_from_the_invitation_to_a_key_and_out(open_browser: OpenBrowser, house: House) -> None:
    reader = open_browser(java_script_enabled=False)
    page = reader.page
    reader.open(house.invite("ada@example.org"), server=house.server)
    page.get_by_text("Show what I type").click()
    page.get_by_label("Password, readable").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="My cinemas").wait_for()
    page.get_by_role("link", name="Account").first.click()
    page.get_by_role("button", name="Make a key").click()
    key = page.get_by_label("Your new key").input_value()
    assert re.fullmatch(r"kinonah_[\w-]{54}", key)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_text("You are signed out.").wait_for()
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="My cinemas").wait_for()


@pytest.mark.parametrize("language", ["de", "en"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    open_browser: OpenBrowser, house: House, axe: str, language: str
) -> None:
    reader = open_browser(locale=language)
    link = house.invite(f"{language}.mit-einem-langen-namen@kino-am-see.example")
    for path in ("/staff", link):
        reader.open(path, server=house.server)
        assert findings(reader, axe) == NOTHING
        assert reader.overflow_px(SMALLEST) == 0
    reader.page.locator("#password").fill(PASSWORD)
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/staff")
    for path in ("/staff", "/staff/account", "/staff/people"):
        reader.open(path, server=house.server)
        for summary in reader.page.locator("details > summary").all():
            summary.focus()
            reader.page.keyboard.press("Enter")
        assert findings(reader, axe) == NOTHING
        assert reader.overflow_px(SMALLEST) == 0
