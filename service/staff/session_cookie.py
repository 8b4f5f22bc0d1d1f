"""The cookie that a session is known by: for this host alone, out of reach of scripts and of other sites."""

from fastapi import Request, Response

from service.staff.sessions import LASTS

PLAIN_NAME = "kinonah-staff"
# A browser takes a cookie of this name only over HTTPS and from this very host (RFC 6265bis, 4.1.3.2).
SECURE_NAME = f"__Host-{PLAIN_NAME}"


def session_secret(request: Request) -> str | None:
    """Give what the cookie holds, if one came."""
    return request.cookies.get(_name(request))


def set_session(request: Request, response: Response, secret: str) -> None:
    """Give the browser its session."""
    response.set_cookie(
        _name(request),
        secret,
        max_age=int(LASTS.total_seconds()),
        path="/",
        secure=_is_secure(request),
        httponly=True,
        samesite="lax",
    )


def forget_session(request: Request, response: Response) -> None:
    """Take the session from the browser."""
    response.delete_cookie(_name(request), path="/", secure=_is_secure(request), httponly=True, samesite="lax")


def _name(request: Request) -> str:
    return SECURE_NAME if _is_secure(request) else PLAIN_NAME


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
