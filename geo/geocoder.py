"""Whoever knows the addresses of the world, as we ask them; who they are is not for us to know here."""

from typing import Protocol

from geo.place import Place


class GeocoderError(Exception):
    """A geocoder that gave no answer which can be used. Never says what was asked: an address is private."""


class Geocoder(Protocol):
    """Finds addresses. May be asked by several threads."""

    @property
    def attribution(self) -> str:
        """Say whose data the places are, as it has to be shown beside them."""
        ...

    def find(self, text: str, *, language: str, limit: int) -> list[Place]:
        """Find what a text means, the likeliest first, names in a language (BCP 47). Raises GeocoderError."""
        ...
