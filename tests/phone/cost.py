"""What something costs the page that it is put on: bytes, requests, work on the main thread, and how much it shifts."""

import gzip
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, Response

from tests.journeys.reader import PHONE
from tests.phone.first_row import PROCESSOR
from tests.phone.hosts import ADDITIONS

_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


class Cost(NamedTuple):
    """Of one page: bytes (compressed), requests, milliseconds of the main thread, and the cumulative layout shift."""

    name: str
    size_bytes: int
    requests: int
    main_thread_ms: float
    layout_shift: float


def cost_of(browser: Browser, name: str, address: str, *, runs: int) -> Cost:
    """Measure a page several times, each in a fresh browser; gives medians."""
    seen = [_once(browser, name, address) for _ in range(runs)]
    return Cost(name, *(median(figures) for figures in zip(*((one[1:]) for one in seen), strict=True)))


def _once(browser: Browser, name: str, address: str) -> Cost:
    width, height = PHONE
    context = browser.new_context(viewport={"width": width, "height": height}, locale="de-DE")
    page = context.new_page()
    page.add_init_script(_SHIFTS)
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))  # noqa: PLW0108 (Playwright marks its handlers)
    page.goto(address, wait_until="load")
    page.locator(ADDITIONS[name].stands).first.wait_for()
    page.wait_for_load_state("networkidle")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    size_bytes, shift = sum(map(_bytes, came)), _shift(page)
    context.close()
    return Cost(name, size_bytes, len(came), metrics["TaskDuration"] * 1000, shift)


def _bytes(response: Response) -> int:
    """Weigh an answer as a server that compresses would send it: the small one of these pages does not."""
    if response.url.startswith("data:") or not response.ok:
        return 0
    body = response.body()
    return len(gzip.compress(body, 6))


def _shift(page: Page) -> float:
    shifted: float = page.evaluate("window.shifted")
    return round(shifted, 4)
