"""A reader: one person with one browser, whose every request and complaint is written down."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Geolocation, Locator, Page, Request

# A position that no rounding leaves as it is; its digits can be searched for.
LAT, LON = 52.498613, 13.418027
HERE: Geolocation = {"latitude": LAT, "longitude": LON, "accuracy": 12}
LOCATE = {"de": "Mein Standort", "en": "My location"}
PHONE, LAPTOP, SMALLEST = (390, 844), (1280, 800), (320, 640)


@dataclass
class Reader:
    """What one person does, sees and (without knowing) sends."""

    server: str
    context: BrowserContext
    page: Page
    may_locate: bool = True
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str, *, server: str | None = None) -> None:
        """Open one of our pages and wait until it stands."""
        self.page.goto((server or self.server) + path, wait_until="load")

    @property
    def finder(self) -> Locator:
        """The element with the showtimes."""
        return self.page.locator("kinonah-showtimes")

    def locate(self, language: str = "en") -> None:
        """Tap the button that the product exists for, and allow what the browser asks then, or refuse it."""
        if self.may_locate:
            self.context.grant_permissions(["geolocation"])
        self.page.get_by_role("button", name=LOCATE[language]).click()

    def locate_and_wait(self, language: str = "en") -> Any:  # noqa: ANN401 (JSON as it comes)
        """Tap it, and wait for the list; gives what the server answered."""
        with self.page.expect_response(lambda response: "lat=" in response.url) as answered:
            self.locate(language)
        self.finder.locator(".distance").first.wait_for()
        self.rests()
        return answered.value.json()

    def rests(self) -> None:
        """Wait until nothing is asked any more."""
        self.finder.locator(".finder[aria-busy=false]").wait_for()

    def alert(self) -> str:
        """Wait for the sentence that says what went wrong."""
        alert = self.page.get_by_role("alert").locator("p").first
        alert.wait_for()
        return alert.inner_text()

    def sees_the_citys_programme(self) -> bool:
        """Say whether the list that came with the page is in view."""
        shown: bool = self.page.locator(".programme-cinema").first.is_visible()
        return shown

    def overflow_px(self, size: tuple[int, int]) -> int:
        """Say how much wider the page is than a screen of that size."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        wider: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return wider
