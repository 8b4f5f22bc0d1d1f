"""The programme kept fresh: loaded at the start, asked for changes twice a second, read on from memory in an outage."""

import logging
from datetime import UTC, datetime
from threading import Event

from sqlalchemy import Engine

from data.programme.refresh import ProgrammeKeeper
from data.programme.warm_up import warm_up
from data.tables.database import migrate
from service.failures import describe_failure

REFRESH_SECONDS = 0.5

_log = logging.getLogger(__name__)


class Freshness:
    """Whether a programme is loaded, and since when the database has not answered (null: it does)."""

    def __init__(self, engine: Engine, keeper: ProgrammeKeeper) -> None:
        self._engine = engine
        self._keeper = keeper
        self.is_loaded = False
        self.stale_since: datetime | None = None

    def keep(self, stopping: Event) -> None:
        """Bring the programme up to date again and again, until told to stop; meant for a thread of its own."""
        while not stopping.wait(REFRESH_SECONDS):
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Load the programme, or what changed in it. Never raises: an outage is noted, and logged once."""
        try:
            self._ask_database()
        except Exception as error:  # noqa: BLE001 (whatever went wrong, reading goes on and the next try may succeed)
            self._note_outage(error)
        else:
            self._note_answer()

    def _ask_database(self) -> None:
        if self.is_loaded:
            self._keeper.refresh()
            return
        migrate(self._engine)
        self._keeper.load()
        warm_up(self._keeper.programme)
        self.is_loaded = True

    def _note_outage(self, error: Exception) -> None:
        if self.stale_since is not None:
            return
        self.stale_since = datetime.now(UTC)
        _log.error("The programme cannot be brought up to date; what is loaded serves on: %s", describe_failure(error))

    def _note_answer(self) -> None:
        if self.stale_since is not None:
            _log.warning("The programme is up to date again.")
        self.stale_since = None
