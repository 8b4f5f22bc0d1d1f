"""Rows of a file that we gave out are known by our ids, and taken in the words under which they are published.

Our exports call a film by its title in our language, a version by its label or with what follows from the film's own
languages, and a screening by our id. What the cinema wrote was perhaps another title, "O.m.U.", and a vendor's id:
where the row says the same, it is those, so that an export that comes in again changes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from data.own_id import read_own_id
from data.schedules.showing import Entry, Published, Showing
from data.versions.label import label_of
from data.versions.notation import read_notation
from data.versions.version import Version

# The original languages of films, by slug.
Languages = Mapping[str, Sequence[str]]


def with_own_ids(published: Sequence[Published]) -> list[Published]:
    """Let published screenings be found by their ids."""
    return [replace(old, showing=replace(old.showing, own_id=old.id)) for old in published]


def in_published_words(
    entries: Sequence[Entry], published: Sequence[Published], languages: Languages, country: str
) -> list[Entry]:
    """Give the entries; where one had an id of ours, it has the vendor's instead, if the screening has one.

    Of several with one id, people copied a row to add a screening: the one at its time has it, else the first.
    """
    by_id = {old.id: old.showing for old in published}
    chosen = _chosen(entries, by_id)

    def reworded(place: int, new: Showing) -> Showing:
        own_id = read_own_id(new.source_id)
        if own_id is None:
            return new
        if chosen.get(own_id) != place:
            return replace(new, source_id=None)
        return _reworded(new, own_id, by_id[own_id], languages, country)

    return [replace(entry, showing=reworded(place, entry.showing)) for place, entry in enumerate(entries)]


def _chosen(entries: Sequence[Entry], by_id: Mapping[int, Showing]) -> dict[int, int]:
    """Give for each id of ours the place of its row; none where it is of another house, or another film by now."""
    chosen: dict[int, int] = {}
    for place, entry in enumerate(entries):
        new, own_id = entry.showing, read_own_id(entry.showing.source_id) or 0
        old = by_id.get(own_id)
        if old and old.work == new.work and (own_id not in chosen or new.starts_at == old.starts_at):
            chosen[own_id] = place
    return chosen


def _reworded(new: Showing, own_id: int, old: Showing, languages: Languages, country: str) -> Showing:
    is_said = new.version in _said_of(old, languages, country)
    return replace(
        new,
        own_id=own_id,
        source_id=old.source_id,
        title=old.title,
        version=old.version if is_said else new.version,
        label_raw=old.label_raw if is_said else new.label_raw,
    )


def _said_of(old: Showing, languages: Languages, country: str) -> Iterator[Version]:
    """Give the version as it is stored, as it is shown, and as its label is read."""
    spoken = tuple(dict.fromkeys(language for slug in old.films for language in languages.get(slug, ())))
    shown = old.version.for_film(spoken)
    yield from (old.version, shown, read_notation(label_of(shown, country), country).version)
