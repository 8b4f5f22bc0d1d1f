"""One program and one browser for all journeys, and a fresh reader for each."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request, sync_playwright

from tests.journeys.chromium import ARGUMENTS, INSECURE_HOST, chromium
from tests.journeys.house import House
from tests.journeys.reader import HERE, PHONE, Reader
from tests.program import served

OpenBrowser = Callable[..., Reader]
NO_COMPLAINTS: list[str] = []
# A hundredth of a degree is all that may be told of where somebody is; a third decimal is too much.
EXACT_NUMBER = re.compile(r"\d\.\d{3,}")


def exact_numbers(request: Request) -> list[str]:
    """List what a request says too exactly, in its address, its body, or the page that it comes from."""
    return EXACT_NUMBER.findall(f"{request.url} {request.headers.get('referer')} {request.post_data}")


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo city, served."""
    with served(tmp_path_factory.mktemp("demo-city")) as address:
        yield address


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Another one, in which staff change things."""
    folder = tmp_path_factory.mktemp("staff")
    with served(folder) as address:
        yield House(address, folder)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser, closed before other tests run: while it is open, Playwright keeps an event loop of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_browser(server: str, browser: Browser) -> Iterator[OpenBrowser]:
    """Give readers; afterwards none may have asked anybody else, said where they are, or found cause to complain."""
    readers: list[Reader] = []

    def open_browser(
        *,
        locale: str = "en-IE",
        may_locate: bool = True,
        java_script_enabled: bool = True,
        time_zone: str = "Europe/Berlin",
    ) -> Reader:
        width, height = PHONE
        context = browser.new_context(
            locale=locale,
            timezone_id=time_zone,
            viewport={"width": width, "height": height},
            geolocation=HERE,
            java_script_enabled=java_script_enabled,
        )
        context.set_default_timeout(10_000)
        context.set_default_navigation_timeout(30_000)
        reader = Reader(server, context, context.new_page(), may_locate=may_locate)
        context.on("request", lambda request: reader.requests.append(request))  # noqa: PLW0108 (Playwright marks its handlers)
        reader.page.on("pageerror", lambda error: reader.complaints.append(error.message))
        reader.page.on(
            "console",
            lambda said: reader.complaints.append(said.text) if said.type in ("error", "warning") else None,
        )
        readers.append(reader)
        return reader

    yield open_browser
    asked = {urlsplit(request.url).hostname for reader in readers for request in reader.requests}
    sent = [trace for reader in readers for request in reader.requests for trace in exact_numbers(request)]
    complaints = [complaint for reader in readers for complaint in reader.complaints]
    for reader in readers:
        reader.context.close()
    assert asked <= {"localhost", INSECURE_HOST}
    assert sent == []
    assert complaints == NO_COMPLAINTS


@pytest.fixture
def reader(open_browser: OpenBrowser) -> Reader:
    """An English reader with a phone who shares their position when asked."""
    return open_browser()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker's source (https://github.com/dequelabs/axe-core)."""
    source = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
    return source.read_text(encoding="utf-8")
