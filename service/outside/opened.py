"""The geocoder that the operator named, or none."""

from geo.geocoder import Geocoder
from service.outside.geocoders import GeocoderKind, GeopyGeocoder
from service.outside.patient_geocoder import PatientGeocoder
from service.outside.unhurried_geocoder import UnhurriedGeocoder
from service.settings import Settings

# Nobody waits for the answer but a command that goes on for minutes.
_UNHURRIED_TIMEOUT_SECONDS = 10.0
# Less than an answer may take (service.outside.lookup), so that mostly the reason is known by then.
TIMEOUT_SECONDS = 0.8


def open_geocoder(settings: Settings) -> Geocoder | None:
    """Give whom the settings name, asked with patience; asks nobody yet."""
    named = _named(settings, TIMEOUT_SECONDS)
    return PatientGeocoder(named) if named else None


def open_unhurried_geocoder(settings: Settings) -> Geocoder | None:
    """Give the same for long lists of addresses, each of which gets its turn."""
    named = _named(settings, _UNHURRIED_TIMEOUT_SECONDS)
    return UnhurriedGeocoder(named) if named else None


def _named(settings: Settings, timeout_seconds: float) -> Geocoder | None:
    if not settings.geocoder_url:
        return None
    kind, attribution = GeocoderKind(settings.geocoder), settings.geocoder_attribution
    return GeopyGeocoder(kind, settings.geocoder_url, attribution=attribution, timeout_seconds=timeout_seconds)
