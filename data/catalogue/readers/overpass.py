"""What the Overpass API answers as JSON: nodes, ways and relations, with a centre, a geometry, bounds or none."""

from collections.abc import Mapping

import shapely

from data.catalogue.errors import ValueUnreadableError
from data.catalogue.readers.osm_object import OsmObject, osm_id_of, tags_of
from data.catalogue.readers.osm_sheet import osm_sheet
from data.catalogue.readers.spot import Corner, Spot, outline, spot_inside
from data.catalogue.sheet import Sheet, warning
from data.errors import FileUnreadableError
from data.schedules.readers.fields import records
from data.schedules.readers.json_text import Json

NAME = "overpass"

Element = Mapping[str, Json]
_NOWHERE = (
    "The file says nowhere where this cinema stands. Export it with `out center;`, which gives every way and relation "
    "a position."
)


def is_overpass(tree: Json) -> bool:
    """Say whether a document is such an answer."""
    return isinstance(tree, dict) and isinstance(tree.get("elements"), list)


def read_overpass(tree: Json) -> Sheet:
    """Read an answer. Raises FileUnreadableError where it is empty."""
    elements = records(tree.get("elements")) if isinstance(tree, dict) else []
    remark = str(tree.get("remark") or "") if isinstance(tree, dict) else ""
    if not elements:
        said = f" Overpass says: {remark[:200]}" if remark else ""
        raise FileUnreadableError(f"The answer of Overpass is empty. Check the area and the query.{said}")
    corners = {str(one.get("id")): corner for one in elements if one.get("type") == "node" and (corner := _corner(one))}
    # Points without tags are the corners of ways, and no objects of their own.
    told = [(number, one) for number, one in enumerate(elements, start=1) if tags_of(one.get("tags"))]
    broken = "Overpass broke off, so that cinemas may be missing. Ask it again."
    problems = [warning("answer-incomplete", broken, value=remark)] if remark else []
    return osm_sheet(NAME, [_object(number, one, corners) for number, one in told], problems)


def _object(number: int, element: Element, corners: Mapping[str, Corner]) -> OsmObject:
    osm_id = osm_id_of(f"{element.get('type')}/{element.get('id')}")
    tags = tags_of(element.get("tags"))
    try:
        return OsmObject(number, osm_id, tags, _spot(element, corners))
    except ValueUnreadableError as error:
        return OsmObject(number, osm_id, tags, None, str(error))


def _spot(element: Element, corners: Mapping[str, Corner]) -> Spot:
    centre = element.get("center")
    for stated in (element, centre):
        if isinstance(stated, dict) and _corner(stated):
            return Spot(str(stated["lat"]), str(stated["lon"]))
    shape = _shape(element, corners)
    if shape is None:
        raise ValueUnreadableError("geometry-unreadable", _NOWHERE)
    return spot_inside(shape)


def _shape(element: Element, corners: Mapping[str, Corner]) -> shapely.Geometry | None:
    nodes = element.get("nodes")
    known = [corners[str(one)] for one in nodes if str(one) in corners] if isinstance(nodes, list) else []
    drawn = _drawn(element.get("geometry")) or known
    if drawn:
        return outline(drawn)
    sides = [line for member in records(element.get("members")) if (line := _drawn(member.get("geometry")))]
    areas = shapely.polygonize([shapely.LineString(line) for line in sides if len(line) > 1])
    if not areas.is_empty:
        return areas
    return _box(element.get("bounds"))


def _drawn(geometry: Json) -> list[Corner]:
    return [corner for one in records(geometry) if (corner := _corner(one))]


def _box(bounds: Json) -> shapely.Geometry | None:
    if not isinstance(bounds, dict):
        return None
    south_west = _corner({"lat": bounds.get("minlat"), "lon": bounds.get("minlon")})
    north_east = _corner({"lat": bounds.get("maxlat"), "lon": bounds.get("maxlon")})
    return shapely.box(*south_west, *north_east) if south_west and north_east else None


def _corner(element: Element) -> Corner | None:
    """Give longitude and latitude; null where they are not both there."""
    try:
        return float(str(element.get("lon"))), float(str(element.get("lat")))
    except ValueError:
        return None
