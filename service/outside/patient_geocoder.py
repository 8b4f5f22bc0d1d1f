"""A geocoder asked with patience: once a second, not while it fails, and not twice for the same.

What was asked is kept in memory only, for an hour, and for no longer list than a few hundred.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import NamedTuple

from geo.geocoder import Geocoder, GeocoderError
from geo.place import Place

SECONDS_BETWEEN = 1.0
FIRST_REST_SECONDS, LONGEST_REST_SECONDS = 2.0, 300.0
MOST_KEPT, KEPT_SECONDS = 500, 3600.0

_log = logging.getLogger(__name__)


class GeocoderRestingError(GeocoderError):
    """The geocoder is not asked at the moment: it was just now, or it failed lately."""


class _Asked(NamedTuple):
    text: str
    language: str
    limit: int


class _Kept(NamedTuple):
    places: list[Place]
    until: float


class PatientGeocoder:
    """Asks another geocoder; for use by several threads, of which one at a time gets to ask."""

    def __init__(self, geocoder: Geocoder, *, clock: Callable[[], float] = monotonic) -> None:
        self._geocoder = geocoder
        self._clock = clock
        self._lock = Lock()
        self._kept: OrderedDict[_Asked, _Kept] = OrderedDict()
        self._is_asking = False
        self._may_ask_at = 0.0
        self._rest_seconds = 0.0

    @property
    def attribution(self) -> str:
        """Say whose data the places are."""
        return self._geocoder.attribution

    def find(self, text: str, *, language: str, limit: int) -> list[Place]:
        """Find what a text means. Raises GeocoderError, GeocoderRestingError without asking anybody."""
        asked = _Asked(" ".join(text.split()).casefold(), language, limit)
        with self._lock:
            if kept := self._known(asked):
                return kept.places
            self._begin()
        try:
            places = self._geocoder.find(text, language=language, limit=limit)
        except BaseException as error:
            self._end(failure=error)
            raise
        self._end()
        self._keep(asked, places)
        return places

    def _known(self, asked: _Asked) -> _Kept | None:
        kept = self._kept.get(asked)
        return kept if kept and kept.until > self._clock() else None

    def _begin(self) -> None:
        if self._is_asking or self._clock() < self._may_ask_at:
            raise GeocoderRestingError("The geocoder rests.")
        self._is_asking = True
        self._may_ask_at = self._clock() + SECONDS_BETWEEN

    def _end(self, *, failure: BaseException | None = None) -> None:
        with self._lock:
            self._is_asking = False
            if failure is None:
                self._rest_seconds = 0.0
                return
            self._rest_seconds = min(max(2 * self._rest_seconds, FIRST_REST_SECONDS), LONGEST_REST_SECONDS)
            self._may_ask_at = self._clock() + self._rest_seconds
        # Without the failure's own text, which may say what was asked.
        _log.warning("The geocoder failed (%s); it rests for %d s.", type(failure).__name__, self._rest_seconds)

    def _keep(self, asked: _Asked, places: list[Place]) -> None:
        with self._lock:
            self._kept[asked] = _Kept(places, self._clock() + KEPT_SECONDS)
            self._kept.move_to_end(asked)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
