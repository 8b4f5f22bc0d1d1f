"""The gazetteer kept fresh in a thread of its own, so that it never stands in the programme's way."""

import logging
from threading import Event

from data.places.keeper import GazetteerKeeper
from service.failures import describe_failure
from service.freshness import Freshness

REFRESH_SECONDS = 2.0

_log = logging.getLogger(__name__)


class FreshPlaces:
    """Brings the gazetteer up to date once the programme is, whose first load brings the tables up to date."""

    def __init__(self, keeper: GazetteerKeeper, programme: Freshness) -> None:
        self._keeper = keeper
        self._programme = programme
        self._is_failing = False
        self.is_loaded = False

    def keep(self, stopping: Event) -> None:
        """Bring the gazetteer up to date again and again, until told to stop; meant for a thread of its own."""
        while not stopping.wait(REFRESH_SECONDS):
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Load the places if any changed. Never raises: a failure is logged once, and what is loaded serves on."""
        if not self._programme.is_loaded:
            return
        try:
            self._keeper.refresh()
        except Exception as error:  # noqa: BLE001 (whatever went wrong, the next try may succeed)
            if not self._is_failing:
                _log.error("The places cannot be brought up to date: %s", describe_failure(error))
            self._is_failing = True
        else:
            self.is_loaded, self._is_failing = True, False
