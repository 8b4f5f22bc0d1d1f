"""How geopy asks over HTTP here: in bounded time, for bounded answers, and nobody but whom the operator named.

geopy's own adapters follow redirects, read answers of any length, and put the question and the answer into the text of
what they raise.
"""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ssl import SSLContext, create_default_context
from threading import Timer
from urllib.parse import urlsplit

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderServiceError, GeocoderTimedOut, GeocoderUnavailable

MOST_BYTES = 500_000


class BoundedAdapter(BaseSyncAdapter):  # type: ignore[misc] # geopy is published without types
    """Asks with `http.client`; a question is cut off after its time, whatever dribbles in."""

    def __init__(self, *, proxies: object, ssl_context: SSLContext | None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._ssl_context = ssl_context or create_default_context()

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> object:
        """Ask for JSON. Raises GeocoderParseError where something else comes, without quoting it."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            raise GeocoderParseError("The geocoder answered with something else than JSON.") from None

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Ask for text. Raises what geopy wants an adapter to raise; no text of it holds the question."""
        address = urlsplit(url)
        connection = self._connection(address.scheme, address.netloc, timeout)
        try:
            connection.connect()
            with _cut_off_after(timeout, connection.sock):
                connection.request("GET", f"{address.path}?{address.query}", headers=dict(headers))
                with connection.getresponse() as answer:
                    return _read(answer)
        except TimeoutError:
            raise GeocoderTimedOut("The geocoder took too long.") from None
        except (OSError, HTTPException) as error:
            if isinstance(error, AdapterHTTPError):
                raise
            raise GeocoderUnavailable("The geocoder cannot be reached, or broke off.") from None
        finally:
            connection.close()

    def _connection(self, scheme: str, host: str, timeout: float) -> HTTPConnection:
        if scheme == "https":
            return HTTPSConnection(host, timeout=timeout, context=self._ssl_context)
        return HTTPConnection(host, timeout=timeout)


@contextmanager
def _cut_off_after(seconds: float, connected: socket.socket) -> Iterator[None]:
    """End a connection after a time; a socket's own time-out begins anew with every byte.

    It is the socket that is ended: a connection lets go of it where the answer ends with the connection.
    """

    def cut_off() -> None:
        # It may have ended by itself just now.
        with suppress(OSError):
            connected.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut_off)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _read(answer: HTTPResponse) -> str:
    if answer.status != 200:
        # A redirect is no answer either: who was asked is whom the operator trusts, and nobody else.
        raise AdapterHTTPError(
            "The geocoder refused.", status_code=answer.status, headers={"retry-after": None}, text=""
        )
    if (answer.length or 0) > MOST_BYTES:
        raise GeocoderServiceError("The geocoder answered with too much.")
    body = answer.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise GeocoderServiceError("The geocoder answered with too much.")
    return body.decode("utf-8", errors="replace")
