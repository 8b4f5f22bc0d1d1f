"""Connections to public addresses only: what somebody typed must not lead into the operator's own network.

The address is checked where it is connected to, so that neither a redirect nor a name that resolves to another address
the second time (DNS rebinding) gets around it.
"""

import socket
from collections.abc import Collection, Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from httpcore2 import SOCKET_OPTION, ConnectError, NetworkStream, SyncBackend

# IPv6 addresses that are IPv4 addresses in a coat (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")


class PrivateAddressError(Exception):
    """A name that leads to an address that is not public; which one, nobody is told."""


class PublicNetwork(SyncBackend):
    """Connects to public addresses, and to the `HOST:PORT` that an operator allows besides."""

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self._allowed = frozenset(allowed)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Connect to the first address of a name. Raises PrivateAddressError unless all of them are public."""
        if f"{host}:{port}" in self._allowed:
            return super().connect_tcp(host, port, timeout, local_address, socket_options)
        addresses = _addresses(host, port)
        if not all(is_public(address) for address in addresses):
            raise PrivateAddressError
        return super().connect_tcp(addresses[0], port, timeout, local_address, socket_options)


def is_public(written: str) -> bool:
    """Say whether an address is anybody's to reach: not private, loopback, link-local, multicast or reserved."""
    # A link-local address names its interface behind a percent sign.
    address = ip_address(written.split("%", 1)[0])
    if isinstance(address, IPv6Address):
        inner = _inside(address)
        return is_public(str(inner)) if inner else address.is_global and not address.is_multicast
    return address.is_global and not address.is_multicast


def _inside(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ConnectError(str(error)) from error
    return [str(where[4][0]) for where in found]
