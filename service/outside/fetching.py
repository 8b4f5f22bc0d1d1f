"""A document is fetched from an address that somebody registered: politely, bounded in time and size, public only."""

import time
from collections.abc import Collection, Iterator
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from httpcore2 import (
    ConnectError,
    ConnectionPool,
    NetworkError,
    ProtocolError,
    Response,
    TimeoutException,
    UnsupportedProtocol,
)

from data.feeds.errors import FetchError
from data.feeds.reading import Fetched
from data.sentence import Sentence
from service.outside.public_network import PrivateAddressError, PublicNetwork

MOST_BYTES = 20_000_000
SECONDS = 30.0
MOST_REDIRECTS = 4
_WAIT_SECONDS = 10.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WORDS = {
    401: Sentence("The address asks for a password. Ask for one that needs none."),
    403: Sentence("The address refuses us. Ask whoever runs it to let Kinonah read it."),
    404: Sentence("There is nothing at the address any more. Find the new one and register that."),
    410: Sentence("There is nothing at the address any more. Find the new one and register that."),
    429: Sentence("The address says that we ask too often. It is asked later, and less often."),
}


class Fetcher:
    """Fetches documents; `allowed` are the `HOST:PORT` of the operator's own network that may be asked all the same."""

    def __init__(self, *, agent: str, allowed: Collection[str] = ()) -> None:
        self._agent = agent
        self._allowed = allowed

    def __call__(self, url: str, *, etag: str | None, last_modified: str | None) -> Fetched:
        """Give the document, or that it has not changed. Raises FetchError."""
        asked = _conditions(etag, last_modified)
        ends_at = time.monotonic() + SECONDS
        network = PublicNetwork(self._allowed)
        with ConnectionPool(network_backend=network, max_keepalive_connections=0) as pool:
            try:
                return self._follow(pool, url, asked, ends_at)
            except PrivateAddressError:
                raise FetchError(
                    Sentence("The address leads into a private network, which is not read. Give one that is public.")
                ) from None
            except TimeoutException:
                raise FetchError(_TOO_SLOW) from None
            except ConnectError:
                raise FetchError(Sentence("Nobody answers at the address. Check how its host is spelt.")) from None
            except UnsupportedProtocol:
                raise FetchError(
                    Sentence("The address leads to one that begins neither with https:// nor http://.")
                ) from None
            except (NetworkError, ProtocolError):
                raise FetchError(Sentence("The connection broke off. It is tried again.")) from None

    def _follow(self, pool: ConnectionPool, url: str, asked: dict[str, str], ends_at: float) -> Fetched:
        for _ in range(MOST_REDIRECTS + 1):
            headers = {"User-Agent": self._agent, "Accept-Encoding": "identity", "Accept": "*/*", **asked}
            with pool.stream("GET", url, headers=list(headers.items()), extensions=_TIMEOUTS) as response:
                if response.status not in _REDIRECTS:
                    return _document(response, url, ends_at)
                url = urljoin(url, _header(response, "location") or "")
        raise FetchError(Sentence("The address leads on to another, again and again. Register the one it ends at."))


_TIMEOUTS = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), _WAIT_SECONDS)}
_TOO_SLOW = Sentence(
    "The address did not give its document within {seconds:.0f} seconds. It is tried again.", seconds=SECONDS
)


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in asked.items() if value}


def _document(response: Response, url: str, ends_at: float) -> Fetched:
    etag, last_modified = _header(response, "etag"), _header(response, "last-modified")
    if response.status == HTTPStatus.NOT_MODIFIED:
        return Fetched(None, _name(url), etag, last_modified)
    if response.status != HTTPStatus.OK:
        raise FetchError(
            _WORDS.get(
                response.status, Sentence("The address answers with an error ({status}).", status=response.status)
            )
        )
    if _header(response, "content-encoding") not in (None, "", "identity"):
        raise FetchError(
            Sentence("The document comes compressed, though we asked for it as it is. Ask whoever runs the address.")
        )
    return Fetched(b"".join(_bounded(response, ends_at)), _name(url), etag, last_modified)


def _bounded(response: Response, ends_at: float) -> Iterator[bytes]:
    size = 0
    for piece in response.iter_stream():
        size += len(piece)
        if size > MOST_BYTES:
            raise FetchError(
                Sentence(
                    "The document is larger than {most} MB. Register one that is not.", most=MOST_BYTES // 1_000_000
                )
            )
        if time.monotonic() > ends_at:
            raise FetchError(_TOO_SLOW)
        yield piece


def _header(response: Response, name: str) -> str | None:
    values = [value for key, value in response.headers if key.lower() == name.encode()]
    return values[0].decode("latin-1")[:1000] if values else None


def _name(url: str) -> str:
    """Name the document as its address does, without what stands behind a question mark."""
    return urlsplit(url).path.rsplit("/", 1)[-1][:200] or "feed"
