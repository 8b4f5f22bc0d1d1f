"""JSON of anybody's: a list of records with fields that we know by name; our own answers are such lists too."""

from collections.abc import Iterator, Mapping, Sequence

from data.catalogue.errors import ValueUnreadableError
from data.catalogue.readers.named_columns import sheet_of
from data.catalogue.readers.spot import spot_of_geometry
from data.catalogue.sheet import Sheet
from data.errors import FileUnreadableError
from data.problem import Problem
from data.schedules.readers.fields import records
from data.schedules.readers.json_text import Json

NAME = "json"
# Fields of records within records: address.street, location.point.lat.
_DEEPEST = 3
# No record of a cinema has more kinds of fields.
_MOST_FIELDS = 500

Told = tuple[int, Mapping[str, Json]]


def read_json_records(tree: Json) -> Sheet:
    """Read a list of records, bare or within a record, or a single record.

    Raises FileUnreadableError where there is none, or nothing in it that names a cinema and its place.
    """
    found = _listed(tree)
    if not found:
        names = ", ".join(name[:30] for name in list(tree)[:8]) if isinstance(tree, dict) else ""
        begins = f" (it begins with {names})" if names else ""
        raise FileUnreadableError(
            f"This is JSON, but it holds no list of cinemas{begins}. Known are OpenStreetMap's (Overpass, GeoJSON) and "
            "lists of records with name, lat and lon."
        )
    return sheet_of_records(NAME, list(enumerate(found, start=1)))


def sheet_of_records(reader: str, told: Sequence[Told], *, problems: Sequence[Problem] = ()) -> Sheet:
    """Make a sheet of records: each name of a field is a column. Raises FileUnreadableError as `sheet_of` does."""
    flat = [(number, dict(_flat(record))) for number, record in told]
    header = list(dict.fromkeys(name for _, fields in flat for name in fields))
    if len(header) > _MOST_FIELDS:
        raise FileUnreadableError(
            f"The records have {len(header):,} different fields between them: that is no list of cinemas."
        )
    cells = ((number, [fields.get(name, "") for name in header]) for number, fields in flat)
    return sheet_of(reader, header, cells, problems=problems)


def _listed(tree: Json) -> Sequence[Mapping[str, Json]]:
    if not isinstance(tree, dict):
        return records(tree)
    if "name" in tree:
        return [tree]
    lists = [value for value in tree.values() if isinstance(value, list) and records(value)]
    return records(tree.get("cinemas")) or (records(lists[0]) if len(lists) == 1 else [] if lists else [tree])


def _flat(record: Mapping[str, Json], depth: int = 1) -> Iterator[tuple[str, str]]:
    """Give the fields that say something, those of inner records by their own names; outer ones win."""
    for name, value in sorted(record.items(), key=lambda field: not isinstance(field[1], dict)):
        if isinstance(value, dict):
            yield from _inner(value, depth)
        elif value is not None and (text := _text(value)):
            yield _sound(name), text


def _inner(record: Mapping[str, Json], depth: int) -> Iterator[tuple[str, str]]:
    try:
        yield from spot_of_geometry(record)._asdict().items()
    except ValueUnreadableError:
        if depth < _DEEPEST:
            yield from _flat(record, depth + 1)


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_sound(one) for one in value if isinstance(one, str))
    return _sound(value) if isinstance(value, str) else ""


def _sound(text: str) -> str:
    # Lone halves of surrogate pairs cannot be written down anywhere.
    return str(text).encode("utf-8", "replace").decode()
