"""Objects of OpenStreetMap become a sheet: the cinemas among them as rows, the others counted with a reason."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from data.catalogue.readers.osm_object import OsmObject
from data.catalogue.sheet import Sheet, SheetRow, error, warning
from data.problem import Problem

# Our column, and the tags that say it, the best first.
_TAGS = {
    "house_number": ("addr:housenumber",),
    "postcode": ("addr:postcode",),
    "city": ("addr:city", "addr:town", "addr:village"),
    "country": ("addr:country",),
    "address": ("addr:full",),
    "street": ("addr:street", "addr:place"),
    "website": ("website", "contact:website", "url"),
    "screens": ("screen", "screens"),
    "wheelchair": ("wheelchair",),
    "hearing_loop": ("hearing_loop", "audio_loop"),
    "outdoor": ("outdoor", "open_air"),
    "drive_in": ("drive_in",),
    "operator": ("operator",),
    "wikidata": ("wikidata",),
}
_NAMES = ("name", "name:de", "name:en", "name:fr", "official_name")
_OTHER_NAMES = ("alt_name", "old_name", "short_name", "official_name", "loc_name", "name:de", "name:en", "name:fr")
# Tags of which several values in one mean: take the first.
_FIRST_OF_SEVERAL = ("website", "wikidata")
_KINDS_NAMED = 5


def osm_sheet(reader: str, objects: Sequence[OsmObject], problems: Iterable[Problem] = ()) -> Sheet:
    """Make a sheet of all objects of a file."""
    cinemas = [one for one in objects if one.is_cinema]
    aside = [one for one in objects if not one.is_cinema]
    return Sheet(
        reader=reader,
        rows=tuple(SheetRow(one.number, _cells(one)) for one in cinemas),
        headings={"screens": "screen", "lat": "geometry", "lon": "geometry"},
        left_aside=len(aside),
        problems=(*problems, *_without_spot(cinemas), *_past(aside), *_others(aside)),
    )


def _cells(one: OsmObject) -> dict[str, str]:
    cells = {column: _first(one.tags, tags) for column, tags in _TAGS.items()}
    cells |= {column: cells[column].partition(";")[0].strip() for column in _FIRST_OF_SEVERAL}
    name = _first(one.tags, _NAMES)
    others = (alias for tag in _OTHER_NAMES for alias in one.tags.get(tag, "").split(";"))
    cells |= {"name": name, "aliases": "; ".join(alias for alias in map(str.strip, others) if alias)}
    cells |= {"osm_id": one.osm_id, "outdoor": cells["outdoor"] if cells["outdoor"] in ("yes", "no") else ""}
    return cells | (one.spot._asdict() if one.spot else {})


def _first(tags: Mapping[str, str], names: Iterable[str]) -> str:
    return next((tags[name].strip() for name in names if tags.get(name)), "")


def _without_spot(cinemas: Iterable[OsmObject]) -> Iterator[Problem]:
    for one in cinemas:
        if one.trouble:
            yield error("geometry-unreadable", one.trouble, row=one.number, column="geometry", value=one.osm_id)


def _past(aside: Iterable[OsmObject]) -> Iterator[Problem]:
    for one in aside:
        if one.past:
            when = "is not a cinema yet" if one.is_to_come else "is no cinema any more"
            sentence = f"OpenStreetMap says that this {when} ({one.past}): it was left aside."
            yield warning("cinema-not-open", sentence, row=one.number, value=_first(one.tags, _NAMES) or one.osm_id)


def _others(aside: Iterable[OsmObject]) -> Iterator[Problem]:
    """Say once, and of what kinds, how many objects are something else."""
    others = [one for one in aside if not one.past]
    if not others:
        return
    kinds = Counter(one.tags.get("amenity") or "without amenity" for one in others).most_common()
    named = [f"{kind[:30]} {count}" for kind, count in kinds[:_KINDS_NAMED]]
    rest = sum(count for _, count in kinds[_KINDS_NAMED:])
    named += [f"others {rest}"] if rest else []
    what = (
        "1 object of the file is no cinema" if len(others) == 1 else f"{len(others)} objects of the file are no cinemas"
    )
    aside_too = "it was" if len(others) == 1 else "they were"
    yield warning("no-cinema", f"{what} (amenity: {', '.join(named)}): {aside_too} left aside.", row=others[0].number)
