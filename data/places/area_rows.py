"""A feature of a GeoJSON file becomes an area that is whole and checked; what is wrong becomes problems."""

import re
from dataclasses import dataclass

from shapely import MultiPolygon, Polygon

from data.catalogue.cells import read_slug
from data.catalogue.errors import ValueUnreadableError
from data.catalogue.report import Findings
from data.text import plain_text
from geo.area import DISTRICT, NEIGHBOURHOOD
from geo.area_file import Feature
from geo.area_geometry import read_outline
from geo.errors import AreaError

MOST_ALIASES = 50
LONGEST_NAME = 200
UNKNOWN_KIND = "area"
# What OpenStreetMap's admin_level mostly means in cities: https://wiki.openstreetmap.org/wiki/Tag:boundary=administrative
_KIND_OF_LEVEL = {
    "2": "country",
    "4": "state",
    "6": "county",
    "8": "city",
    "9": DISTRICT,
    "10": NEIGHBOURHOOD,
    "11": NEIGHBOURHOOD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """One area of the file; `number` counts its features from 1, `slug` is null where the file names none."""

    number: int
    slug: str | None
    name: str
    kind: str
    aliases: tuple[str, ...]
    geometry: Polygon | MultiPolygon


def read_area_row(number: int, feature: Feature, findings: Findings) -> AreaRow | None:
    """Read a feature; null where it is in error."""
    name = _text(feature, "name")
    if not name or len(name) > LONGEST_NAME:
        findings.error(
            "name-missing", f"An area needs a name of up to {LONGEST_NAME} signs: write a property name.", row=number
        )
        return None
    try:
        slug = read_slug(written) if (written := _text(feature, "slug")) else None
        outline = read_outline(feature.geometry)
    except ValueUnreadableError as error:
        findings.error(error.code, str(error), row=number, column="slug", value=written[:80])
        return None
    except AreaError as error:
        findings.error("outline-unusable", str(error), row=number, column="geometry", value=name)
        return None
    if outline.repair:
        message = f"{outline.repair} Check how it looks on a map."
        findings.warn("outline-repaired", message, row=number, column="geometry", value=name)
    kind, aliases = _kind(number, feature, findings), _aliases(number, feature, findings)
    return AreaRow(number=number, slug=slug, name=name, kind=kind, aliases=aliases, geometry=outline.geometry)


def _text(feature: Feature, name: str) -> str:
    value = feature.properties.get(name)
    return plain_text(str(value)) if isinstance(value, str | int) else ""


def _kind(number: int, feature: Feature, findings: Findings) -> str:
    written, level = _text(feature, "kind").lower(), _text(feature, "admin_level")
    if re.fullmatch(r"[a-z][a-z-]{0,39}", written):
        return written
    if level in _KIND_OF_LEVEL:
        return _KIND_OF_LEVEL[level]
    findings.warn(
        "kind-unknown",
        f"What kind of area this is, it does not say, so it counts as no district: write a kind, such as {DISTRICT} or "
        f"{NEIGHBOURHOOD}, or the admin_level of OpenStreetMap.",
        row=number,
        column="kind",
        value=(written or level)[:80],
    )
    return UNKNOWN_KIND


def _aliases(number: int, feature: Feature, findings: Findings) -> tuple[str, ...]:
    """Read other names: a list, or a text with semicolons between them."""
    written = feature.properties.get("aliases")
    parts = written.split(";") if isinstance(written, str) else written
    if parts is None:
        return ()
    if not isinstance(parts, list) or not all(isinstance(one, str) for one in parts) or len(parts) > MOST_ALIASES:
        message = f"These were left out. Write up to {MOST_ALIASES} other names, with semicolons between them."
        findings.warn("aliases-unreadable", message, row=number, column="aliases", value=str(written)[:80])
        return ()
    return tuple(dict.fromkeys(name[:LONGEST_NAME] for one in parts if (name := plain_text(one))))
