"""An object of OpenStreetMap, whichever file it came in, and what its tags say."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from data.catalogue.readers.spot import Spot
from data.schedules.readers.json_text import Json

# Life cycle prefixes (wiki.openstreetmap.org/wiki/Lifecycle_prefix): what is no cinema any more, or not yet.
_GONE = ("disused", "was", "abandoned", "demolished", "removed", "razed", "destroyed", "historic", "closed")
_TO_COME = ("planned", "proposed", "construction")
_KINDS = {"n": "node", "w": "way", "r": "relation"}
_ID = re.compile(r"(node|way|relation|[nwr])/?(\d{1,19})")


class OsmObject(NamedTuple):
    """A node, way or relation; `trouble` says why it has no spot."""

    number: int
    osm_id: str
    tags: Mapping[str, str]
    spot: Spot | None
    trouble: str = ""

    @property
    def is_cinema(self) -> bool:
        """Say whether a cinema is there today."""
        return _is_cinema(self.tags.get("amenity", "")) and not self.past

    @property
    def past(self) -> str:
        """Give the tag by which it was a cinema or shall be one; empty for all others."""
        named = next((tag for tag in _cycle(self.tags) if _is_cinema(self.tags[tag])), "")
        if named:
            return named
        said = next((word for word in _GONE if self.tags.get(word) == "yes"), "")
        return f"{said}=yes" if said and _is_cinema(self.tags.get("amenity", "")) else ""

    @property
    def is_to_come(self) -> bool:
        """Say whether it will be a cinema one day."""
        return self.past.partition(":")[0] in _TO_COME


def is_map_object(properties: Json) -> bool:
    """Say whether a record holds tags of OpenStreetMap: an amenity, today's or a former one."""
    tags = tags_of(properties)
    return "amenity" in tags or any(_cycle(tags))


def tags_of(properties: Json) -> dict[str, str]:
    """Give the tags of a record: its texts, or those of its own record `tags`."""
    if not isinstance(properties, dict):
        return {}
    inner = properties.get("tags")
    tags = inner if isinstance(inner, dict) else properties
    return {name: str(value) for name, value in tags.items() if isinstance(value, str)}


def osm_id_of(*said: Json) -> str:
    """Give the first of some ids that is one (`way/25395748`, `w25395748`), written in full; empty where none is."""
    for one in said:
        if isinstance(one, str) and (written := _ID.fullmatch(one)):
            return f"{_KINDS[written[1][0]]}/{written[2]}"
    return ""


def _is_cinema(amenity: str) -> bool:
    return "cinema" in [word.strip() for word in amenity.split(";")]


def _cycle(tags: Mapping[str, str]) -> Iterator[str]:
    return (tag for prefix in (*_GONE, *_TO_COME) if (tag := f"{prefix}:amenity") in tags)
