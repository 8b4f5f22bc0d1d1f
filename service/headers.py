"""The headers that protect whoever reads us, on every answer, errors and files included."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Headers = Sequence[tuple[bytes, bytes]]


class Said(NamedTuple):
    """Headers that many answers have in common, and how they are written down."""

    headers: Headers
    written: bytes


def page_policy(*, ancestors: str = "'none'", inline: str = "") -> str:
    """Give a page's policy: who may frame it, and which script may stand in it, by its fingerprint (W3C CSP 3)."""
    scripts = " ".join(["'self'", *([f"'{inline}'"] if inline else [])])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        f"font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors {ancestors}"
    )


def said(*headers: tuple[bytes, bytes]) -> Said:
    """Write headers down once for many answers."""
    return Said(headers, written(headers))


def written(headers: Headers) -> bytes:
    """Write headers as they go over the wire; they are our own, and sound."""
    return b"".join([b"%b: %b\r\n" % header for header in headers])


_SCRIPTS = ("/widget.js", "/static/widget.js", "/embed.js")
_FOR_STAFF = re.compile(r"/api/v1/(cinemas/[^/]+/schedules|screenings/[^/]+/status)(/|$)")
_JSON = (b"content-type", b"application/json")

_EVERYWHERE: Headers = (
    (b"content-security-policy", page_policy().encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"geolocation=(self), camera=(), microphone=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
_OURS_ALONE: Headers = (*_EVERYWHERE, (b"cross-origin-resource-policy", b"same-origin"))
# A module script and what it asks for are fetched with CORS; neither cookies nor tokens come along.
_ANY_SITE: Headers = ((b"cross-origin-resource-policy", b"cross-origin"), (b"access-control-allow-origin", b"*"))
_FOR_OTHER_SITES: Headers = (*_EVERYWHERE, *_ANY_SITE)
# Data asks for nothing and shows nothing: less to say, and the server reads through each word of it on every answer.
FOR_DATA: Headers = (
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    *_ANY_SITE,
)


class ProtectiveHeaders:
    """Middleware, the outermost, that adds our headers to each answer; what an answer says itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with its headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = scope["path"]

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start" and not _has_all(message["headers"]):
                said = message["headers"]
                message = {**message, "headers": _completed(said, _headers_for(path, said))}
            await send(message)

        await self._app(scope, receive, send_protected)


def is_for_other_sites(path: str) -> bool:
    """Say whether pages of other sites may read an address: scripts for them, and of the API what is public."""
    if path.startswith("/api/"):
        return not _FOR_STAFF.match(path)
    return path in _SCRIPTS or path.startswith("/widget/")


def _headers_for(path: str, said: Headers) -> Headers:
    if not is_for_other_sites(path):
        return _OURS_ALONE
    return FOR_DATA if _JSON in said else _FOR_OTHER_SITES


def _has_all(said: Headers) -> bool:
    """Say whether an answer brings ours along, as its very last: it was completed once, and is sent often."""
    return bool(said) and said[-1] is FOR_DATA[-1]


def _completed(said: Headers, ours: Headers) -> list[tuple[bytes, bytes]]:
    names = {name for name, _ in said}
    return [*said, *(header for header in ours if header[0] not in names)]
