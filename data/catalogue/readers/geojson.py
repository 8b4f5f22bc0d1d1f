"""GeoJSON (RFC 7946): OpenStreetMap's, as overpass turbo and osmium write it, and anybody's with names we know."""

from collections.abc import Mapping

from data.catalogue.errors import ValueUnreadableError
from data.catalogue.readers.json_records import Told, sheet_of_records
from data.catalogue.readers.osm_object import OsmObject, is_map_object, osm_id_of, tags_of
from data.catalogue.readers.osm_sheet import osm_sheet
from data.catalogue.readers.spot import spot_of_geometry
from data.catalogue.sheet import Sheet, error
from data.errors import FileUnreadableError
from data.problem import Problem
from data.schedules.readers.fields import listed
from data.schedules.readers.json_text import Json

OSM_NAME = "osm-geojson"
NAME = "geojson"

Feature = Mapping[str, Json]


def is_geojson(tree: Json) -> bool:
    """Say whether a document is a feature or a collection of them."""
    return isinstance(tree, dict) and tree.get("type") in ("FeatureCollection", "Feature")


def read_geojson(tree: Json) -> Sheet:
    """Read a collection. Raises FileUnreadableError where it is empty."""
    found = tree.get("features") if isinstance(tree, dict) and tree.get("type") == "FeatureCollection" else tree
    features: list[Feature] = [one if isinstance(one, dict) else {} for one in listed(found)]
    if not features:
        raise FileUnreadableError("The GeoJSON holds no features: it is empty. Check the area and the query.")
    if any(is_map_object(one.get("properties")) for one in features):
        return osm_sheet(OSM_NAME, [_object(number, one) for number, one in enumerate(features, start=1)])
    problems: list[Problem] = []
    told = [_told(number, one, problems) for number, one in enumerate(features, start=1)]
    return sheet_of_records(NAME, told, problems=problems)


def _object(number: int, feature: Feature) -> OsmObject:
    properties = feature.get("properties")
    said = properties if isinstance(properties, dict) else {}
    nested = f"{said.get('type')}/{said.get('id')}"
    osm_id = osm_id_of(said.get("@id"), feature.get("id"), said.get("id"), nested, said.get("osm_id"))
    try:
        return OsmObject(number, osm_id, tags_of(properties), spot_of_geometry(feature.get("geometry")))
    except ValueUnreadableError as wrong:
        return OsmObject(number, osm_id, tags_of(properties), None, str(wrong))


def _told(number: int, feature: Feature, problems: list[Problem]) -> Told:
    properties = feature.get("properties")
    said: dict[str, Json] = dict(properties) if isinstance(properties, dict) else {}
    try:
        spot = spot_of_geometry(feature.get("geometry"))
    except ValueUnreadableError as wrong:
        problems.append(error(wrong.code, str(wrong), row=number, column="geometry"))
        return number, said
    # Where both speak, the geometry is the position.
    return number, said | spot._asdict()
