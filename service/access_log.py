"""A log line a request, without the query string, which holds positions, and without the address of who asked."""

import logging
from time import perf_counter

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.failures import describe_failure
from service.log_lines import LogLines
from service.problems import unexpected_failure

LONGEST_PATH = 200
# What follows lets somebody in, and so must stand nowhere.
BEFORE_SECRETS = "/staff/invitation/"

_log = logging.getLogger(__name__)


def access_lines() -> LogLines:
    """Make the place where the lines of requests are collected."""
    return LogLines(_log)


class AccessLog:
    """Middleware that writes method, path, status and milliseconds, and answers for what nobody caught.

    An unexpected exception ends here, because further out its text would be logged, and that may hold a position.
    """

    def __init__(self, app: ASGIApp, lines: LogLines) -> None:
        self._app = app
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, then write its line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = perf_counter()
        status: int | None = None

        async def send_and_note(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception as error:  # noqa: BLE001 (whatever it is, its text must not reach a log)
            _log.error("%s failed: %s", _asked(scope), describe_failure(error))
            # An answer that has begun cannot be replaced: the server cuts it off.
            if status is None:
                await unexpected_failure(Request(scope))(scope, receive, send_and_note)
        finally:
            self._lines.add(access_line(scope, status, began))


def access_line(scope: Scope, status: int | None, began: float) -> str:
    """Write the line of a request that began at a reading of `perf_counter` and ends now."""
    return f"{_asked(scope)} {status or 'unanswered'} {(perf_counter() - began) * 1000:.1f} ms"


def _asked(scope: Scope) -> str:
    # Whoever escapes the question mark has the whole question in the path.
    path, _, _ = scope["path"].partition("?")
    if BEFORE_SECRETS in path:
        path = path.partition(BEFORE_SECRETS)[0] + BEFORE_SECRETS + "…"
    return f"{_harmless(scope['method'])} {_harmless(path)}"


def _harmless(text: str) -> str:
    """Cut text from outside to a length, and escape what could end a line or turn its reading direction."""
    shown = text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return shown if len(shown) <= LONGEST_PATH else shown[:LONGEST_PATH] + "…"
