"""Points of a GeoJSON file as places, in our own words or in those of OpenStreetMap."""

from collections.abc import Iterator, Mapping

from data.catalogue.report import Findings
from data.errors import FileUnreadableError
from data.places.place_row import KINDS, Written
from data.places.place_sheet import own_key
from geo.area_file import read_features
from geo.errors import AreaFileError
from geo.place import PlaceKind

# What OpenStreetMap calls such places: https://wiki.openstreetmap.org/wiki/Key:place
_OSM_PLACES = {
    **dict.fromkeys(("city", "town", "village", "municipality"), PlaceKind.CITY),
    "borough": PlaceKind.DISTRICT,
    **dict.fromkeys(("suburb", "quarter", "neighbourhood"), PlaceKind.NEIGHBOURHOOD),
}
_OTHER_NAMES = ("alt_name", "short_name", "official_name", "loc_name", "old_name", "name:de", "name:en")


def read_points(content: bytes, findings: Findings) -> Iterator[tuple[int, Written | None]]:
    """Read the features that are points, with their places in the list (the first is 1); null for one in error.

    Whatever else is there is left to whoever reads areas. Raises FileUnreadableError where it is no GeoJSON.
    """
    try:
        features = read_features(content)
    except AreaFileError as error:
        raise FileUnreadableError(str(error)) from error
    for number, feature in enumerate(features, start=1):
        if isinstance(feature.geometry, dict) and feature.geometry.get("type") in ("Point", "MultiPoint"):
            yield number, _read(number, feature.properties, feature.geometry.get("coordinates"), findings)


def _read(number: int, properties: Mapping[str, object], coordinates: object, findings: Findings) -> Written | None:
    told = {name: str(value) for name, value in properties.items() if value is not None}
    kind, name = _kind_of(told), told.get("name") or told.get("postal_code") or ""
    if kind is None:
        message = f"What kind of place this is, its properties do not say. Write a kind: one of {', '.join(KINDS)}."
        findings.error("kind-unknown", message, row=number, column="kind", value=told.get("kind", name)[:80])
        return None
    lon, lat = _pair(coordinates)
    context, source = told.get("context") or told.get("addr:city") or "", told.get("@id")
    return Written(
        number=number,
        source_key=f"geojson:{source}" if source else own_key(kind, name, context),
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        accuracy_m=float(told["accuracy_m"]) if told.get("accuracy_m", "").replace(".", "", 1).isdecimal() else None,
        aliases=tuple(alias for other in ("aliases", *_OTHER_NAMES) for alias in _several(told.get(other, ""))),
        context=context,
    )


def _kind_of(told: Mapping[str, str]) -> PlaceKind | None:
    if (kind := told.get("kind", "").casefold()) in KINDS:
        return PlaceKind(kind)
    if told.get("place") in _OSM_PLACES:
        return _OSM_PLACES[told["place"]]
    if told.get("railway") in ("station", "halt") or told.get("public_transport") == "station":
        return PlaceKind.STATION
    return PlaceKind.POSTCODE if told.get("boundary") == "postal_code" or "postal_code" in told else None


def _several(text: str) -> list[str]:
    return text.replace("|", ";").split(";")


def _pair(coordinates: object) -> tuple[str, str]:
    """Give longitude and latitude, in GeoJSON's order (RFC 7946), as written; empty where they are missing."""
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        return "", ""
    return str(coordinates[0]), str(coordinates[1])
