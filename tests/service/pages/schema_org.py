"""The vocabulary of https://schema.org for the types that our pages use, and a validator that holds a graph to it.

Taken from the definitions at https://schema.org/ScreeningEvent and so on (release 29): which type is below which, which
properties a type has, and what their values may be. A property of a type is one of all types below it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from babel import Locale

from data.languages import read_language

PARENTS = {
    "CreativeWork": ("Thing",),
    "Movie": ("CreativeWork",),
    "Event": ("Thing",),
    "ScreeningEvent": ("Event",),
    "Place": ("Thing",),
    "AdministrativeArea": ("Place",),
    "Country": ("AdministrativeArea",),
    "CivicStructure": ("Place",),
    "Organization": ("Thing",),
    "LocalBusiness": ("Organization", "Place"),
    "EntertainmentBusiness": ("LocalBusiness",),
    "MovieTheater": ("CivicStructure", "EntertainmentBusiness"),
    "Person": ("Thing",),
    "Intangible": ("Thing",),
    "StructuredValue": ("Intangible",),
    "ContactPoint": ("StructuredValue",),
    "PostalAddress": ("ContactPoint",),
    "GeoCoordinates": ("StructuredValue",),
    "Offer": ("Intangible",),
    "DefinedTerm": ("Intangible",),
    "Language": ("Intangible",),
}
# By type: its own properties, and the types and kinds of text that each may hold.
PROPERTIES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Thing": {
        "name": ("Text",),
        "alternateName": ("Text",),
        "description": ("Text",),
        "url": ("URL",),
        "sameAs": ("URL",),
        "identifier": ("Text", "URL", "PropertyValue"),
        "image": ("URL", "ImageObject"),
    },
    "CreativeWork": {
        "author": ("Person", "Organization"),
        "contentRating": ("Text", "Rating"),
        "countryOfOrigin": ("Country",),
        "dateCreated": ("Date", "DateTime"),
        "genre": ("Text", "URL"),
        "inLanguage": ("LanguageTag", "Language"),
        "keywords": ("Text", "URL", "DefinedTerm"),
    },
    "Movie": {
        "actor": ("Person", "PerformingGroup"),
        "director": ("Person",),
        "duration": ("Duration",),
        "subtitleLanguage": ("LanguageTag", "Language"),
    },
    "Event": {
        "duration": ("Duration",),
        "endDate": ("Date", "DateTime"),
        "eventStatus": ("EventStatusType",),
        "inLanguage": ("LanguageTag", "Language"),
        "keywords": ("Text", "URL", "DefinedTerm"),
        "location": ("Place", "PostalAddress", "Text", "VirtualLocation"),
        "offers": ("Offer", "Demand"),
        "startDate": ("Date", "DateTime"),
        "subEvent": ("Event",),
        "superEvent": ("Event",),
    },
    "ScreeningEvent": {
        "subtitleLanguage": ("LanguageTag", "Language"),
        "videoFormat": ("Text",),
        "workPresented": ("Movie",),
    },
    "Place": {
        "address": ("PostalAddress", "Text"),
        "containedInPlace": ("Place",),
        "geo": ("GeoCoordinates", "GeoShape"),
    },
    "MovieTheater": {"screenCount": ("Number",)},
    "PostalAddress": {
        "addressCountry": ("Country", "Text"),
        "addressLocality": ("Text",),
        "addressRegion": ("Text",),
        "postalCode": ("Text",),
        "streetAddress": ("Text",),
    },
    "GeoCoordinates": {"latitude": ("Number", "Text"), "longitude": ("Number", "Text")},
    "Offer": {"availability": ("ItemAvailability",), "price": ("Number", "Text"), "priceCurrency": ("Text",)},
    "DefinedTerm": {"inDefinedTermSet": ("URL", "DefinedTermSet"), "termCode": ("Text",)},
}
ENUMERATIONS = {
    "EventStatusType": ("EventCancelled", "EventMovedOnline", "EventPostponed", "EventRescheduled", "EventScheduled"),
    "ItemAvailability": (
        *("BackOrder", "Discontinued", "InStock", "InStoreOnly", "LimitedAvailability", "MadeToOrder"),
        *("OnlineOnly", "OutOfStock", "PreOrder", "PreSale", "Reserved", "SoldOut"),
    ),
}
# What search engines want besides, of whatever is an event (https://developers.google.com/search/docs, "Event").
NEEDED = {
    "ScreeningEvent": ("name", "startDate", "location"),
    "MovieTheater": ("name", "address", "geo"),
    "Place": ("name", "address"),
    "Movie": ("name",),
    "Person": ("name",),
}
_DURATION = re.compile(r"P(?!$)(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?")
_YEAR = re.compile(r"\d{4}")
_HTTP = re.compile(r"https?://[^\s/]+(?:/\S*)?")
Node = Mapping[str, Any]


def faults(document: Node) -> list[str]:
    """Say what schema.org does not allow in a graph; empty where all is well."""
    if document.get("@context") != "https://schema.org":
        return ["@context: is not https://schema.org"]
    nodes: list[Node] = document["@graph"]
    by_id = {node["@id"]: node for node in (*nodes, *_inside(nodes)) if "@id" in node}
    return [
        *(f"{node['@id']}: stands there twice" for node in nodes if by_id.get(node.get("@id", ""), node) is not node),
        *(fault for node in nodes for fault in _of_node(node, by_id)),
    ]


def _inside(nodes: list[Node]) -> Iterator[Node]:
    """Give what is described within the nodes, and can be named as well."""
    return (value for node in nodes for value in node.values() if isinstance(value, dict) and "@type" in value)


def _of_node(node: Node, by_id: Mapping[str, Node]) -> Iterator[str]:
    kind = str(node.get("@type"))
    if kind != "Thing" and kind not in PARENTS:
        yield f"{kind}: is no type"
        return
    allowed = {name: kinds for one in _lineage(kind) for name, kinds in PROPERTIES.get(one, {}).items()}
    yield from (f"{kind}: lacks {name}" for name in NEEDED.get(kind, ()) if name not in node)
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in allowed:
            yield f"{kind}.{name}: is no property of it"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from (f"{kind}.{name}: {fault}" for fault in _of_value(one, allowed[name], by_id))


def _of_value(value: object, kinds: tuple[str, ...], by_id: Mapping[str, Node]) -> Iterator[str]:
    if not isinstance(value, dict):
        if not any(_is_kind(value, kind) for kind in kinds):
            yield f"{value!r} is none of {kinds}"
        return
    node: Node = value
    if set(value) == {"@id"}:
        if value["@id"] not in by_id:
            yield f"{value['@id']} is named and not there"
            return
        node = by_id[value["@id"]]
    else:
        yield from _of_node(value, by_id)
    if not set(_lineage(str(node["@type"]))) & set(kinds):
        yield f"a {node['@type']} is none of {kinds}"


def _lineage(kind: str) -> Iterator[str]:
    yield kind
    for parent in PARENTS.get(kind, ()):
        yield from _lineage(parent)


def _is_kind(value: object, kind: str) -> bool:
    if kind == "Number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if not isinstance(value, str) or not value:
        return False
    if kind in ENUMERATIONS:
        return value in {f"https://schema.org/{member}" for member in ENUMERATIONS[kind]}
    checks: Mapping[str, Callable[[], bool]] = {
        "Text": lambda: True,
        "URL": lambda: bool(_HTTP.fullmatch(value)),
        "Duration": lambda: bool(_DURATION.fullmatch(value)),
        "Date": lambda: bool(_YEAR.fullmatch(value)) or _is_date(value),
        "DateTime": lambda: _is_moment(value),
        "LanguageTag": lambda: _is_language(value),
    }
    return kind in checks and checks[kind]()


def _is_date(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_moment(value: str) -> bool:
    """A moment has its offset: a time without one is another time for each reader."""
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_language(value: str) -> bool:
    try:
        return read_language(value).partition("-")[0] in Locale("en").languages
    except ValueError:
        return False
