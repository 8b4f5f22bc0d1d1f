"""The head of an answer and its body leave together: one call to the system, one packet less, the reader woken once."""

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# So much is gathered for one connection before the others have their turn.
MUCH_BYTES = 65_536


class OneWrite(HttpToolsProtocol):
    """The server's protocol over a transport that gathers."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn's own type
        """Begin a connection."""
        self._gathering = _Gathering(transport, self.loop)
        super().connection_made(cast("asyncio.Transport", self._gathering))

    def on_response_complete(self) -> None:
        """Go on to the next request, and read no further ones while some that were read wait for their answers.

        Uvicorn reads on after every answer: whoever sends many requests in one go would fill the memory with them.
        """
        super().on_response_complete()
        if self.pipeline:
            self.flow.pause_reading()

    @property
    def has_gathered_much(self) -> bool:
        """Say whether enough waits to be written."""
        return self._gathering.bytes > MUCH_BYTES


class _Gathering:
    """A transport that writes what is written within one turn of the loop in one go; all else is the transport's."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._pieces: list[bytes] = []
        self.bytes = 0

    def write(self, piece: bytes) -> None:
        if not self._pieces:
            self._loop.call_soon(self._flush)
        self._pieces.append(piece)
        self.bytes += len(piece)

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        pieces, self._pieces, self.bytes = self._pieces, [], 0
        if pieces:
            self._transport.writelines(pieces)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a transport has)
        return getattr(self._transport, name)
