"""Failing attempts, counted by who makes them, so that nobody tries passwords or tokens all day."""

from collections import OrderedDict
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from threading import Lock

from service.errors import TooManyAttemptsError

MOST_FAILURES = 20
WINDOW = timedelta(minutes=1)
MOST_CALLERS = 10_000


class Attempts:
    """How often each caller failed within a while; of very many callers, those that failed last are known.

    Kept in memory alone: an address is forgotten with the process, and never written down. Each process counts for
    itself, so that several together let by as many times more.
    """

    def __init__(self, most: int = MOST_FAILURES, window: timedelta = WINDOW) -> None:
        self._most, self._window = most, window
        self._failures: OrderedDict[str, tuple[datetime, int]] = OrderedDict()
        self._lock = Lock()

    def refuse_many(self, address: str, now: datetime) -> None:
        """Raise TooManyAttemptsError for who failed too often within the while."""
        with self._lock:
            began_at, count = self._failures.get(caller_of(address), (now, 0))
        if count >= self._most and now < began_at + self._window:
            raise TooManyAttemptsError(began_at + self._window - now)

    def note_failure(self, address: str, now: datetime) -> None:
        """Count a failure."""
        caller = caller_of(address)
        with self._lock:
            began_at, count = self._failures.pop(caller, (now, 0))
            self._failures[caller] = (began_at, count + 1) if now < began_at + self._window else (now, 1)
            while len(self._failures) > MOST_CALLERS:
                self._failures.popitem(last=False)

    def forget(self, address: str) -> None:
        """Forget the failures of who succeeded."""
        with self._lock:
            self._failures.pop(caller_of(address), None)


def caller_of(address: str) -> str:
    """Name who calls: in IPv6 one subscriber has a whole network of 2^64 addresses. What is no address stays."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(int(parsed) >> 64) if isinstance(parsed, IPv6Address) else address
