"""A page's facts as JSON-LD, safe inside a script element."""

from collections.abc import Iterable
from typing import Any

import msgspec
from markupsafe import Markup

# A thing of schema.org: its properties by name, as JSON will have them.
Node = dict[str, Any]


def json_ld(nodes: Iterable[Node]) -> Markup:
    """Write a graph of things; they name each other by `@id`."""
    return safe_json({"@context": "https://schema.org", "@graph": list(nodes)})


def safe_json(value: object) -> Markup:
    """Write JSON that cannot end the script element it stands in: `<`, `>` and `&` as escapes."""
    text = msgspec.json.encode(value).decode()
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 (nothing of HTML is left in it)


def without_unknown(node: Node) -> Node:
    """Leave out what nobody knows: what is null or empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def link_to(identifier: str) -> Node:
    """Name a thing that stands elsewhere in the graph."""
    return {"@id": identifier}
