"""`python -m tests.bench.bare BYTES`: the least that an ASGI app can do, as a bound: constant bytes on our uvicorn."""

import socket
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import uvicorn
from rich.console import Console

from service.at_once import AtOnce

Message = MutableMapping[str, Any]


def constant_app(
    size: int,
) -> Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]:
    """Make an app that answers everything with as many bytes."""
    body = b"x" * size
    headers = [(b"content-type", b"application/json"), (b"content-length", str(size).encode())]

    async def answer(
        scope: Message,
        receive: Callable[[], Awaitable[Message]],  # noqa: ARG001 (ASGI's)
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        assert scope["type"] == "http"
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answer


def main() -> None:
    """Serve on a free port, and name it."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(100)
        Console(soft_wrap=True).print(f"Bare bytes on http://127.0.0.1:{listening.getsockname()[1]}")
        config = uvicorn.Config(
            constant_app(int(sys.argv[1])),
            http=AtOnce,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
        )
        uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
