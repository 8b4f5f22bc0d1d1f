"""What a browser asks before a page of another site may send us something (the CORS protocol of WHATWG Fetch)."""

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from service.headers import is_for_other_sites

# Reading needs no such question but where it is a typed address, which must not stand in a URL.
_POSTED = "/api/v1/places"
_DAY_SECONDS = "86400"


class Preflight:
    """Middleware that answers for public reading, without cookies or tokens; whatever else, the routes refuse."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a browser's question, or pass the request on."""
        if not _is_preflight(scope) or not is_for_other_sites(scope["path"]):
            await self._app(scope, receive, send)
            return
        methods = "GET, HEAD, POST" if scope["path"] == _POSTED else "GET, HEAD"
        headers = {
            "Access-Control-Allow-Methods": methods,
            "Access-Control-Allow-Headers": "Content-Type",
            "Access-Control-Max-Age": _DAY_SECONDS,
        }
        await Response(status_code=204, headers=headers)(scope, receive, send)


def _is_preflight(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "OPTIONS":
        return False
    return any(name == b"access-control-request-method" for name, _ in scope["headers"])
