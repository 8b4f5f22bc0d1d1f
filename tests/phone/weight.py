"""What a page weighs on its way to a reader, pictures aside, and what the element alone weighs."""

from typing import NamedTuple

from playwright.sync_api import Browser, Response

GOALS_BYTES = {"page": 60_000, "widget.js": 20_000}


class Weight(NamedTuple):
    """Bytes as they were sent, compressed."""

    path: str
    page: int
    script: int
    requests: int


def weight_of(browser: Browser, server: str, path: str) -> Weight:
    """Open a page with nothing kept, and weigh the bodies that come."""
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))  # noqa: PLW0108 (Playwright marks its handlers)
    page.goto(server + path, wait_until="networkidle")
    sizes = [(response, response.request.sizes()["responseBodySize"]) for response in came]
    context.close()
    bodies = [(response, size) for response, size in sizes if response.request.resource_type != "image"]
    script = sum(size for response, size in bodies if response.request.resource_type == "script")
    return Weight(path, sum(size for _, size in bodies), script, len(bodies))
