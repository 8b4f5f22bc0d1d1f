"""The address to serve at, opened before anything else starts, so that a port in use is a sentence."""

import errno
import socket

from service.errors import PortUnavailableError


def listen(host: str, port: int) -> socket.socket:
    """Open a listening socket, port 0 being any free one; raises PortUnavailableError."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise _unavailable(host, port, error) from error
    try:
        # A port whose last connections are still closing is free for us.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # From here on callers wait in line instead of being refused while the programme loads.
        listening.listen(2048)
    except OSError as error:
        listening.close()
        raise _unavailable(host, port, error) from error
    listening.set_inheritable(True)
    return listening


def url_of(host: str, listening: socket.socket) -> str:
    """Give the address to type into a browser on this machine."""
    port = listening.getsockname()[1]
    if host in ("127.0.0.1", "0.0.0.0", "::", "::1"):  # noqa: S104 (compared with, not bound)
        return f"http://localhost:{port}"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _unavailable(host: str, port: int, error: OSError) -> PortUnavailableError:
    match error.errno:
        case errno.EADDRINUSE:
            sentence = f"Port {port} is in use. Stop what listens there, or choose another one with --port."
        case errno.EACCES:
            sentence = f"Port {port} may not be opened by this user. Choose one above 1023 with --port."
        case _:
            sentence = f"This machine cannot listen at {host}: {error.strerror}. Choose another address with --host."
    return PortUnavailableError(sentence)
