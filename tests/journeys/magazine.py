"""A magazine: somebody else's site, on another origin, whose pages a test writes as it needs them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

HTML, SCRIPT = "text/html; charset=utf-8", "text/javascript; charset=utf-8"


@dataclass
class Magazine:
    """Its address, and its pages by path: what they say, and the headers that they say it with."""

    address: str = ""
    pages: dict[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)

    def print(self, body: str, *, path: str = "/", kind: str = HTML, **headers: str) -> str:
        """Put a page on the site, as it is written; gives its address."""
        written = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (body, {"Content-Type": kind, **written})
        return self.address + path


@contextmanager
def magazine() -> Iterator[Magazine]:
    """Serve it on a free port."""
    site = Magazine()

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, headers = site.pages.get(urlsplit(self.path).path, ("", {}))
            self.send_response(200 if headers else 404)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the interface's)
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        site.address = f"http://localhost:{server.server_port}"
        yield site
        server.shutdown()
