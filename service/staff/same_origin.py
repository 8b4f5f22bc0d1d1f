"""Whoever is known by a cookie changes things from our own pages only: another site's form is refused."""

from urllib.parse import urlsplit

from fastapi import Request

from service.errors import OtherOriginError

_READING = ("GET", "HEAD", "OPTIONS")


def refuse_other_origins(request: Request) -> None:
    """Raise OtherOriginError for a change that another page than ours asks for, or nobody knows which.

    A browser says itself which site a request comes from (Sec-Fetch-Site, Fetch Metadata); over plain HTTP it does not,
    and then the header Origin must name this host. Only the host is compared: a proxy may have taken TLS off.
    """
    if request.method in _READING:
        return
    site = request.headers.get("sec-fetch-site")
    is_ours = _names_this_host(request) if site is None else site == "same-origin"
    if not is_ours:
        raise OtherOriginError


def _names_this_host(request: Request) -> bool:
    host = request.headers.get("host", "")
    return bool(host) and urlsplit(request.headers.get("origin", "")).netloc.lower() == host.lower()
