"""A connection to each of a service's workers: the system hands connections out as it likes, and Linux says to whom."""

import time
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.opponent import MissingError
from tests.bench.served import Server

# Each worker loads its programme first.
_GIVE_UP_SECONDS, _PAUSE_SECONDS = 300.0, 0.5
_AT_ONCE = 16


def reach_workers(server: Server, workers: int, path: str) -> list[HTTPConnection]:
    """Open connections until every worker has taken one, many at once so that none takes all. Raises MissingError."""
    if workers == 1:
        return [HTTPConnection(urlsplit(server.url).netloc)]
    by_pid: dict[int, HTTPConnection] = {}
    ends = time.monotonic() + _GIVE_UP_SECONDS
    while time.monotonic() < ends:
        connections = [HTTPConnection(urlsplit(server.url).netloc) for _ in range(_AT_ONCE)]
        for connection in connections:
            connection.request("GET", path)
        for connection in connections:
            connection.getresponse().read()
        pid_of = {inode: pid for pid in server.worker_pids for inode in _sockets(pid)}
        inodes = _server_inodes(urlsplit(server.url).port or 0)
        for connection in connections:
            pid = pid_of.get(inodes.get(connection.sock.getsockname()[1], ""))
            if pid is None or by_pid.setdefault(pid, connection) is not connection:
                connection.close()
        if len(by_pid) == workers:
            return list(by_pid.values())
        time.sleep(_PAUSE_SECONDS)
    raise MissingError(f"Of {workers} workers, only {len(by_pid)} took a connection.")


def _server_inodes(port: int) -> dict[int, str]:
    """Give the server's end of each connection by the client's port: columns of /proc/net/tcp (proc_pid_net(5))."""
    ends = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return {int(end[2].split(":")[1], 16): end[9] for end in ends if int(end[1].split(":")[1], 16) == port}


def _sockets(pid: int) -> set[str]:
    inodes = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        # One that was closed a moment ago.
        with suppress(FileNotFoundError):
            link = str(entry.readlink())
            if link.startswith("socket:["):
                inodes.add(link[len("socket:[") : -1])
    return inodes
