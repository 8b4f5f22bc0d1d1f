"""The geocoder that the operator named, or none."""

from geo.geocoder import Geocoder
from service.outside.geocoders import GeocoderKind, GeopyGeocoder
from service.outside.patient_geocoder import PatientGeocoder
from service.settings import Settings

# Less than an answer may take (service.outside.lookup), so that mostly the reason is known by then.
TIMEOUT_SECONDS = 0.8


def open_geocoder(settings: Settings) -> Geocoder | None:
    """Give whom the settings name, asked with patience; asks nobody yet."""
    if not settings.geocoder_url:
        return None
    kind = GeocoderKind(settings.geocoder)
    attribution = settings.geocoder_attribution
    return PatientGeocoder(
        GeopyGeocoder(kind, settings.geocoder_url, attribution=attribution, timeout_seconds=TIMEOUT_SECONDS)
    )
