"""Failing attempts, counted by who makes them, so that nobody tries tokens all day."""

from collections import OrderedDict
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from threading import Lock

from service.errors import TooManyAttemptsError

MOST_FAILURES = 20
WINDOW = timedelta(minutes=1)
MOST_CALLERS = 10_000


class Attempts:
    """How often each caller failed within the minute; of very many callers, those that failed last are known.

    Kept in memory alone: an address is forgotten with the process, and never written down.
    """

    def __init__(self) -> None:
        self._failures: OrderedDict[str, tuple[datetime, int]] = OrderedDict()
        self._lock = Lock()

    def refuse_many(self, address: str, now: datetime) -> None:
        """Raise TooManyAttemptsError for who failed too often within the minute."""
        with self._lock:
            began_at, count = self._failures.get(_caller(address), (now, 0))
        if count >= MOST_FAILURES and now < began_at + WINDOW:
            raise TooManyAttemptsError

    def note_failure(self, address: str, now: datetime) -> None:
        """Count a failure."""
        caller = _caller(address)
        with self._lock:
            began_at, count = self._failures.pop(caller, (now, 0))
            self._failures[caller] = (began_at, count + 1) if now < began_at + WINDOW else (now, 1)
            while len(self._failures) > MOST_CALLERS:
                self._failures.popitem(last=False)


def _caller(address: str) -> str:
    """Name who calls: in IPv6 one subscriber has a whole network of 2^64 addresses."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(int(parsed) >> 64) if isinstance(parsed, IPv6Address) else address
