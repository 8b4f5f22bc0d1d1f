"""A GeoJSON file (RFC 7946) as its features: properties, and geometries that nobody has looked at yet."""

import json
from dataclasses import dataclass
from typing import NoReturn

from geo.errors import AreaFileError

_GEOMETRIES = {"Polygon", "MultiPolygon", "GeometryCollection", "Point", "MultiPoint", "LineString", "MultiLineString"}


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of the file, as it stands there."""

    properties: dict[str, object]
    geometry: object


def read_features(content: bytes) -> list[Feature]:
    """Read a FeatureCollection, a single Feature, or a bare geometry. Raises AreaFileError for anything else."""
    try:
        document = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise AreaFileError("This is no GeoJSON: it cannot be read as JSON in UTF-8.") from None
    kind = document.get("type") if isinstance(document, dict) else None
    if kind == "FeatureCollection" and isinstance(document.get("features"), list):
        return [_feature(one) for one in document["features"]]
    if kind == "Feature":
        return [_feature(document)]
    if kind in _GEOMETRIES:
        return [Feature({}, document)]
    raise AreaFileError("This is JSON, but no GeoJSON: it needs a type, such as FeatureCollection, and its features.")


def _feature(written: object) -> Feature:
    """Take a feature as it is; what is none has neither properties nor a geometry."""
    if not isinstance(written, dict):
        return Feature({}, None)
    properties = written.get("properties")
    return Feature(properties if isinstance(properties, dict) else {}, written.get("geometry"))


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON.")
