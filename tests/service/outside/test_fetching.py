"""Documents are fetched from public addresses only, within bounds of time and size, and never from inside."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from data.feeds.errors import FetchError
from data.feeds.reading import Fetched
from service.outside import fetching
from service.outside.fetching import Fetcher
from service.outside.public_network import is_public


class Site(BaseHTTPRequestHandler):
    """A web server with an answer for each path."""

    asked: ClassVar[list[tuple[str, dict[str, str]]]] = []

    def do_GET(self) -> None:
        Site.asked.append((self.path, dict(self.headers)))
        getattr(self, f"give_{self.path.split('?')[0].strip('/').replace('.', '_')}")()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the interface's)
        """Say nothing."""

    def give(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def give_week_csv(self) -> None:
        if self.headers.get("If-None-Match") == '"one"':
            self.give(304, ETag='"one"')
        else:
            self.give(200, b"date;time", ETag='"one"', Last_Modified="Sun, 22 Nov 2026 06:00:00 GMT")

    def give_moved(self) -> None:
        self.give(301, Location="/week.csv")

    def give_round(self) -> None:
        self.give(302, Location="/round")

    def give_inside(self) -> None:
        self.give(302, Location="http://169.254.169.254/latest/meta-data/")

    def give_file(self) -> None:
        self.give(302, Location="file:///etc/passwd")

    def give_gone(self) -> None:
        self.give(404)

    def give_broken(self) -> None:
        self.give(500)

    def give_packed(self) -> None:
        self.give(200, b"\x1f\x8b", Content_Encoding="gzip")

    def give_large(self) -> None:
        self.send_response(200)
        self.end_headers()
        piece = b"0" * 1_000_000
        try:
            for _ in range(100):
                self.wfile.write(piece)
        except OSError:
            return

    def give_nonsense(self) -> None:
        self.wfile.write(b"what?\r\n\r\n")


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def fetch(site: str, path: str, *, etag: str | None = None, is_allowed: bool = True) -> Fetched:
    fetcher = Fetcher(agent="Kinonah (tests)", allowed=[site] if is_allowed else [])
    return fetcher(f"http://{site}{path}", etag=etag, last_modified=None)


def test_a_document_comes_with_what_tells_whether_it_changed(site: str) -> None:
    fetched = fetch(site, "/week.csv?key=secret")
    assert fetched == Fetched(b"date;time", "week.csv", '"one"', "Sun, 22 Nov 2026 06:00:00 GMT")
    assert Site.asked[-1][1]["User-Agent"] == "Kinonah (tests)"


def test_what_has_not_changed_is_not_sent_again(site: str) -> None:
    assert fetch(site, "/week.csv", etag='"one"').content is None


def test_a_redirect_is_followed(site: str) -> None:
    assert fetch(site, "/moved").content == b"date;time"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/round", "again and again"),
        ("/inside", "private network"),
        ("/file", "neither with https:// nor http://"),
        ("/gone", "nothing at the address any more"),
        ("/broken", r"error \(500\)"),
        ("/packed", "comes compressed"),
        ("/large", "larger than 20 MB"),
        ("/nonsense", "broke off"),
    ],
)
def test_whatever_an_address_does_is_a_sentence(site: str, path: str, sentence: str) -> None:
    with pytest.raises(FetchError, match=sentence) as failed:
        fetch(site, path)
    assert "127.0.0.1" not in str(failed.value)


def test_nothing_inside_is_asked_unless_the_operator_allows_it(site: str) -> None:
    before = len(Site.asked)
    with pytest.raises(FetchError, match="private network"):
        fetch(site, "/week.csv", is_allowed=False)
    localhost = site.replace("127.0.0.1", "localhost")
    with pytest.raises(FetchError, match="private network"):
        fetch(localhost, "/week.csv", is_allowed=False)
    assert len(Site.asked) == before


def test_nobody_there_is_a_sentence() -> None:
    with pytest.raises(FetchError, match="Nobody answers"):
        fetch("127.0.0.1:1", "/week.csv")
    with pytest.raises(FetchError, match="Nobody answers"):
        fetch("nowhere.invalid:80", "/week.csv", is_allowed=False)


@contextmanager
def silent_server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site, bind_and_activate=True) as server:
        yield f"127.0.0.1:{server.server_port}"


def test_an_address_that_says_nothing_is_waited_for_no_longer_than_that(monkeypatch: pytest.MonkeyPatch) -> None:
    short = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), 0.2)}
    monkeypatch.setattr(fetching, "_TIMEOUTS", short)
    with silent_server() as site, pytest.raises(FetchError, match="within 30 seconds"):
        fetch(site, "/week.csv")


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1"),  # noqa: S104
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1"),
    ],
)
def test_an_address_inside_is_none_of_ours(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)
