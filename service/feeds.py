"""Feeds that are due are read, one after the other, for as long as the service runs or until none is left."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from threading import Event

from sqlalchemy import Engine

from data.feeds.last_read import LastRead
from data.feeds.lease import hold_next
from data.feeds.reading import FeedReading, Fetch, read_feed
from service.failures import describe_failure

LOOK_SECONDS = 30.0

_log = logging.getLogger(__name__)


def read_due(
    engine: Engine, fetch: Fetch, clock: Callable[[], datetime], *, cinema_slug: str | None = None
) -> Iterator[FeedReading]:
    """Read the feeds that are due and that nobody else reads, the longest due first; gives what came of each."""
    while held := hold_next(engine, clock(), cinema_slug=cinema_slug):
        yield read_feed(engine, held, fetch, now=clock())


def keep_reading(
    engine: Engine, fetch: Fetch, clock: Callable[[], datetime], stopping: Event, last_read: LastRead
) -> None:
    """Look for feeds that are due again and again, until told to stop; meant for a thread of its own.

    What others have read meanwhile is noted too.
    """
    while not stopping.wait(LOOK_SECONDS):
        try:
            for came in read_due(engine, fetch, clock):
                _log.info("Feed of %s: %s.", came.cinema, came.outcome)
                if stopping.is_set():
                    return
        except Exception as error:  # noqa: BLE001 (whatever went wrong, the next look may succeed)
            _log.error("Feeds cannot be read now: %s", describe_failure(error))
        note_last_read(last_read)


def note_last_read(last_read: LastRead) -> None:
    """Look when feeds were last read. Never raises: what was known serves on."""
    try:
        last_read.refresh()
    except Exception as error:  # noqa: BLE001 (whatever went wrong, the next look may succeed)
        _log.error("When feeds were read cannot be known now: %s", describe_failure(error))
