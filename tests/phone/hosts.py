"""A magazine's page on another origin, with nothing on it, with our element, and with what others put on such pages."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
_FILES = (
    *(MODULES / "lite-youtube-embed" / "src" / name for name in ("lite-yt-embed.js", "lite-yt-embed.css")),
    *(
        MODULES / "maplibre-gl" / "dist" / name
        for name in ("maplibre-gl.mjs", "maplibre-gl-shared.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css")
    ),
    HERE / "hosts" / "locator.js",
)


class Addition(NamedTuple):
    """What somebody puts on the page: for the head, for the body, and what is there once it stands."""

    head: str
    body: str
    stands: str


ADDITIONS: Mapping[str, Addition] = {
    "nothing": Addition("", "", "h1"),
    "kinonah-showtimes": Addition(
        '<script type="module" src="{server}/widget.js"></script>',
        '<kinonah-showtimes film="red-rocket" place="10967" style="display: block; min-height: 100vh">'
        "</kinonah-showtimes>",
        "kinonah-showtimes .distance",
    ),
    "lite-youtube-embed": Addition(
        '<link rel="stylesheet" href="lite-yt-embed.css"><script defer src="lite-yt-embed.js"></script>',
        '<lite-youtube videoid="aaaaaaaaaaa" style="background-image: none"></lite-youtube>',
        "lite-youtube .lty-playbtn, lite-youtube .lyt-playbtn, lite-youtube button",
    ),
    "a MapLibre locator": Addition(
        '<link rel="stylesheet" href="maplibre-gl.css"><script type="module" src="locator.js"></script>',
        '<div id="locator" data-server="{server}"><div id="map" style="height: 20rem"></div><ol id="list"></ol></div>',
        "#list .distance",
    ),
}


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map: dict[str, str] = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the interface's)
        """Say nothing."""


@contextmanager
def hosted(folder: Path, server: str) -> Iterator[Mapping[str, str]]:
    """Serve the pages from an origin of their own; gives the address of each by its name."""
    article = (HERE / "hosts" / "article.html").read_text(encoding="utf-8")
    for number, addition in enumerate(ADDITIONS.values()):
        page = article.replace("<!--head-->", addition.head).replace("<!--body-->", addition.body)
        (folder / f"{number}.html").write_text(page.replace("{server}", server), encoding="utf-8")
    for file in _FILES:
        shutil.copy(file, folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        address = f"http://localhost:{site.server_port}"
        yield {name: f"{address}/{number}.html" for number, name in enumerate(ADDITIONS)}
        site.shutdown()
