"""Long work takes turns: whoever asks for showtimes meanwhile shares the processor with no more than a few."""

from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar
from weakref import WeakValueDictionary

from anyio import CapacityLimiter, Lock, to_thread

from service.errors import TooManyUploadsError

MOST_AT_ONCE = 2
# Each may be 20 MB in memory while it waits.
MOST_UPLOADS = 8
T = TypeVar("T")


class Turns:
    """Work in threads: one at a time for each cinema, so that its large file lets others go by, and two in all."""

    def __init__(self) -> None:
        self._all = CapacityLimiter(MOST_AT_ONCE)
        self._own = WeakValueDictionary[str, Lock]()
        self._uploads = Counter[str]()

    async def run(self, cinema: str, work: Callable[[], T]) -> T:
        """Do a cinema's work when its turn has come."""
        # Whoever waits holds the lock's name; with the last, it is forgotten.
        own = self._own.setdefault(cinema, Lock())
        async with own:
            return await to_thread.run_sync(work, limiter=self._all)

    @asynccontextmanager
    async def uploading(self, cinema: str) -> AsyncIterator[None]:
        """Count an upload for as long as its file is in memory. Raises TooManyUploadsError."""
        if self._uploads[cinema] >= MOST_UPLOADS:
            raise TooManyUploadsError
        self._uploads[cinema] += 1
        try:
            yield
        finally:
            self._uploads[cinema] -= 1
            self._uploads += Counter()
