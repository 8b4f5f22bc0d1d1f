"""The headers that protect whoever reads us, on every answer, errors and files included."""

from collections.abc import Sequence

from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

Headers = Sequence[tuple[bytes, bytes]]

_EVERYWHERE: Headers = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"geolocation=(self), camera=(), microphone=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
_OURS_ALONE: Headers = (*_EVERYWHERE, (b"cross-origin-resource-policy", b"same-origin"))
# A module script and what it asks for are fetched with CORS; neither cookies nor tokens come along.
FOR_OTHER_SITES: Headers = (
    *_EVERYWHERE,
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"access-control-allow-origin", b"*"),
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
        ours = FOR_OTHER_SITES if _is_for_other_sites(scope["path"]) else _OURS_ALONE

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start" and not _ends_with(message["headers"], ours):
                message = {**message, "headers": _completed(message["headers"], ours)}
            await send(message)

        await self._app(scope, receive, send_protected)


def _is_for_other_sites(path: str) -> bool:
    return path.startswith("/api/") or path in ("/widget.js", "/static/widget.js")


def _ends_with(said: Headers, ours: Headers) -> bool:
    """Say whether an answer brings ours along, as its very last: it was completed once, and is sent often."""
    return bool(said) and said[-1] is ours[-1]


def _completed(said: Headers, ours: Headers) -> list[tuple[bytes, bytes]]:
    names = {name for name, _ in said}
    return [*said, *(header for header in ours if header[0] not in names)]
