"""An answer in the forms in which it can be sent: as it is, compressed, or "you have it already"."""

from collections.abc import Iterable
from typing import NamedTuple

from fastapi import Response
from xxhash import xxh3_128_hexdigest

from service.compression import SMALLEST_BYTES, compressed, takes_gzip
from service.headers import Headers, Said, said, written

_OF_A_BODY = (b"content-type", b"content-length", b"content-encoding")


class Form(NamedTuple):
    """Status, headers and bytes, ready to be sent: the headers of this form, and those that many have in common."""

    status: int
    own: Headers
    said: Said
    body: bytes

    @property
    def headers(self) -> Headers:
        """All headers."""
        return [*self.own, *self.said.headers]

    @property
    def head(self) -> bytes:
        """All headers, as they go over the wire."""
        return written(self.own) + self.said.written


class Forms:
    """An answer with its fingerprint. What a form costs is spent when it is first asked for.

    Compressed, the tag is weak and otherwise the same (RFC 9110, 8.8.3): the bytes differ, what they say does not, and
    tags are compared weakly. So whoever holds the answer in either form need not fetch it again.
    """

    __slots__ = ("_as_it_is", "_compressed", "_said", "_tag", "body")

    def __init__(self, body: bytes, said: Said) -> None:
        """Take the bytes, and the headers that every form has; the last may be those that protect."""
        self.body = body
        self._said = said
        # 0.6 µs for 15 KB, against 10 (sha1, where the processor helps) to 26 (blake2b). A forger of fingerprints would
        # have to publish the showtimes, and gain that nobody sees their change.
        self._tag = b'"%b"' % xxh3_128_hexdigest(body).encode()
        self._as_it_is: Form | None = None
        self._compressed: Form | None = None

    def asked_with(self, request_headers: Iterable[tuple[bytes, bytes]]) -> Form:
        """Give the form that suits a request's headers (names in lower case, as ASGI has them)."""
        takes = known = b""
        for name, value in request_headers:
            if name == b"accept-encoding":
                takes = value
            elif name == b"if-none-match":
                known = value
        form = self._smaller() if takes and len(self.body) > SMALLEST_BYTES and takes_gzip(takes) else self._whole()
        return _unchanged(form) if known and self._is_known(known) else form

    def _whole(self) -> Form:
        if self._as_it_is is None:
            self._as_it_is = _form(self.body, self._said, (b"etag", self._tag))
        return self._as_it_is

    def _smaller(self) -> Form:
        if self._compressed is None:
            own = ((b"content-encoding", b"gzip"), (b"etag", b"W/" + self._tag))
            self._compressed = _form(compressed(self.body), self._said, *own)
        return self._compressed

    def _is_known(self, if_none_match: bytes) -> bool:
        return self._tag in (tag.strip().removeprefix(b"W/") for tag in if_none_match.split(b","))


def response_of(form: Form) -> Response:
    """Make the answer that a route returns."""
    response = Response(form.body, status_code=form.status)
    response.raw_headers = list(form.headers)
    return response


def _form(body: bytes, said: Said, *own: tuple[bytes, bytes]) -> Form:
    return Form(200, ((b"content-length", b"%d" % len(body)), *own), said, body)


def _unchanged(form: Form) -> Form:
    own, said_then = (_without_body(headers) for headers in (form.own, form.said.headers))
    return Form(304, own, said(*said_then), b"")


def _without_body(headers: Headers) -> Headers:
    return [header for header in headers if header[0] not in _OF_A_BODY]
