"""An editor writes a review on a phone, without JavaScript, and it appears on the film's page in both languages."""

import os
import subprocess
from pathlib import Path

from tests.journeys.conftest import OpenBrowser
from tests.journeys.reader import SMALLEST, Reader
from tests.journeys.test_accessibility import NOTHING, findings
from tests.program import COMMAND, over, served

PASSWORD = "vier Wörter sind genug"


def test_a_review_appears_in_both_languages_and_axe_finds_nothing(
    open_browser: OpenBrowser, axe: str, tmp_path: Path
) -> None:
    with served(tmp_path) as server:
        environment = {**os.environ, **over(tmp_path)}
        invite = [*COMMAND, "staff", "invite", "ada@example.org", "--editor"]
        made = subprocess.run(invite, env=environment, check=True, capture_output=True, text=True).stdout
        plain, checked = open_browser(java_script_enabled=False), open_browser()
        page = plain.page
        plain.open(made.strip().removeprefix("http://localhost:8000"), server=server)
        page.get_by_text("Show what I type").click()
        page.get_by_label("Password, readable").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Films").last.click()
        page.get_by_label("Find a film").fill("red rocket")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Red Rocket").click()
        page.locator("#review_de").fill("Ein *sehr* guter Film.")
        page.locator("#review_en").fill("A *very* good film.")
        page.get_by_role("button", name="Preview").click()
        page.get_by_text("Nothing is saved yet.").wait_for()
        page.get_by_role("button", name="Save").click()
        page.get_by_text("Saved. In a second").wait_for()
        for language, word in (("de", "sehr"), ("en", "very")):
            assert _appears(plain, f"/films/red-rocket?lang={language}", server) == word
        signed_in = [(one["name"], one["value"]) for one in plain.context.cookies()]
        checked.context.add_cookies([{"name": name, "value": value, "url": server} for name, value in signed_in])
        for path in ("/staff/films", "/staff/films/red-rocket", "/staff/cinemas-twice"):
            checked.open(path, server=server)
            assert findings(checked, axe) == NOTHING
            assert checked.overflow_px(SMALLEST) == 0


def _appears(reader: Reader, path: str, server: str) -> str:
    """Open a page until the review that was saved a moment ago stands there."""
    marked = reader.page.locator(".film-review em")
    for _ in range(60):
        reader.open(path, server=server)
        if marked.count():
            break
        reader.page.wait_for_timeout(500)
    return marked.inner_text()
