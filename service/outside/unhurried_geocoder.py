"""A geocoder asked once a second by whoever has time: it waits for its turn, where PatientGeocoder refuses."""

from collections.abc import Callable
from time import monotonic, sleep

from geo.geocoder import Geocoder
from geo.place import Place
from service.outside.patient_geocoder import SECONDS_BETWEEN


class UnhurriedGeocoder:
    """Asks another geocoder, with a pause between; for one thread."""

    def __init__(
        self, geocoder: Geocoder, *, clock: Callable[[], float] = monotonic, wait: Callable[[float], None] = sleep
    ) -> None:
        self._geocoder = geocoder
        self._clock = clock
        self._wait = wait
        self._may_ask_at = clock()

    @property
    def attribution(self) -> str:
        """Say whose data the places are."""
        return self._geocoder.attribution

    def find(self, text: str, *, language: str, limit: int) -> list[Place]:
        """Find what a text means, in its turn. Raises GeocoderError."""
        self._wait(max(0.0, self._may_ask_at - self._clock()))
        try:
            return self._geocoder.find(text, language=language, limit=limit)
        finally:
            self._may_ask_at = self._clock() + SECONDS_BETWEEN
