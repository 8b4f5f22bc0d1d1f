"""How long until the first row stands, where the position is granted already, on Lighthouse's slow 4G."""

from statistics import median

from playwright.sync_api import Browser

from tests.journeys.reader import HERE, PHONE

# `mobileSlow4G` and its slow-down of the processor, as Lighthouse simulates them (its core/config/constants.js).
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1638.4 * 128, "uploadThroughput": 750 * 128}
PROCESSOR = 4
GOAL_MS = 1200
# Looked for once a frame, in the page itself: whoever asks from outside takes the slow processor's time for the answer.
_WATCH = """
const look = () => {
    const row = document.querySelector("kinonah-showtimes")?.shadowRoot?.querySelector(".distance");
    requestAnimationFrame(row ? () => setTimeout(() => (window.firstRowMs = performance.now())) : look);
};
requestAnimationFrame(look);
"""
_OFTEN_ENOUGH_MS = 1_000


def first_row_ms(browser: Browser, address: str, *, runs: int) -> float:
    """Give the median over fresh browsers, from the start of the navigation to a row with a distance, painted."""
    return median(_once(browser, address) for _ in range(runs))


def _once(browser: Browser, address: str) -> float:
    width, height = PHONE
    context = browser.new_context(
        viewport={"width": width, "height": height}, geolocation=HERE, permissions=["geolocation"], locale="de-DE"
    )
    page = context.new_page()
    page.add_init_script(_WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    page.goto(address, wait_until="commit")
    elapsed_ms = None
    while elapsed_ms is None:
        page.wait_for_timeout(_OFTEN_ENOUGH_MS)
        elapsed_ms = page.evaluate("window.firstRowMs")
    context.close()
    return float(elapsed_ms)
