"""Somebody is invited to a cinema, and gets in: with a phone, with and without JavaScript, by keyboard."""

import re

import pytest

from tests.journeys.conftest import OpenBrowser
from tests.journeys.house import PASSWORD, House
from tests.journeys.reader import SMALLEST
from tests.journeys.test_accessibility import NOTHING, findings


def test_without_javascript_from_the_invitation_to_a_key_and_out(open_browser: OpenBrowser, house: House) -> None:
    reader = open_browser(java_script_enabled=False)
    page = reader.page
    reader.open(house.invite("ada@example.org", "--cinema", "moviemento", "--administrator"), server=house.server)
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
    email = f"{language}.mit-einem-langen-namen@kino-am-see.example"
    link = house.invite(email, "--cinema", "moviemento", "--administrator")
    for path in ("/staff", link):
        reader.open(path, server=house.server)
        assert findings(reader, axe) == NOTHING
        assert reader.overflow_px(SMALLEST) == 0
    reader.page.locator("#password").fill(PASSWORD)
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/staff")
    for path in ("/staff", "/staff/account", "/staff/people", "/staff/audit"):
        reader.open(path, server=house.server)
        for summary in reader.page.locator("details > summary").all():
            summary.focus()
            reader.page.keyboard.press("Enter")
        assert findings(reader, axe) == NOTHING
        assert reader.overflow_px(SMALLEST) == 0
