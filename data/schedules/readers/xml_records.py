"""Elements of an XML document as records: what stands in their attributes and children, by the names of these."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from data.schedules.readers.json_text import Json


def local_name(element: Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def elements_named(root: Element, name: str) -> Iterator[Element]:
    """Give all elements of a name, however deep, in the order of the document."""
    return (element for element in root.iter() if local_name(element) == name)


def record_of(element: Element) -> Mapping[str, Json]:
    """Give an element's fields. Of several of one name the first that says something counts."""
    fields: dict[str, Json] = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
    for child in element:
        name = local_name(child)
        text = "".join(child.itertext()).strip() if len(child) == 0 else ""
        if not fields.get(name):
            fields[name] = text
    return fields
