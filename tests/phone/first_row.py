"""How long until the first row stands, where the position is granted already, on Lighthouse's slow 4G."""

import time
from statistics import median

from playwright.sync_api import Browser

from tests.journeys.reader import HERE, PHONE

# `mobileSlow4G` and its slow-down of the processor, as Lighthouse simulates them (its core/config/constants.js).
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1638.4 * 128, "uploadThroughput": 750 * 128}
PROCESSOR = 4
GOAL_MS = 1200
ROW = "kinonah-showtimes .distance"


def first_row_ms(browser: Browser, address: str, *, runs: int) -> float:
    """Give the median over fresh browsers, from the start of the navigation to a row with a distance."""
    return median(_once(browser, address) for _ in range(runs))


def _once(browser: Browser, address: str) -> float:
    width, height = PHONE
    context = browser.new_context(
        viewport={"width": width, "height": height}, geolocation=HERE, permissions=["geolocation"], locale="de-DE"
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(ROW).first.wait_for()
    elapsed_ms = (time.perf_counter() - started) * 1000
    context.close()
    return elapsed_ms
