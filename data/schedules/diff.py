"""What a file would change: rows find the screenings that they were, and the rest comes, goes or stays."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias
from zoneinfo import ZoneInfo

from data.schedules.lasting_ids import lasting_ids
from data.schedules.moved_by_hand import as_it_was, is_where_it_was, where_it_is
from data.schedules.showing import Entry, Published, Showing, Unreadable
from data.schedules.status import CANCELLED, worse_status
from data.text import folded


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a cinema's programme that a file speaks of: programme dates, both included, and auditoriums.

    Of the days of `unspoken_on` between, it does not speak. `is_only_a_night`: all that the file has comes after
    midnight of an evening of which it does not speak. It may move a screening of that evening, but removes none.
    """

    from_on: date
    until_on: date
    auditoriums: tuple[str, ...] | None = None
    is_only_a_night: bool = False
    unspoken_on: frozenset[date] = frozenset()

    def has_day(self, day: date) -> bool:
        """Say whether a programme date lies in it."""
        return day not in self.unspoken_on and self.from_on <= day <= self.until_on

    def holds(self, showing: Showing) -> bool:
        """Say whether a screening lies in it."""
        return self.has_day(showing.programme_on) and (
            self.auditoriums is None or showing.room in map(folded, self.auditoriums)
        )


@dataclass(slots=True)
class Diff:
    """Pairs of a published screening and what it becomes; an `added` one may come back under its old id.

    `held` are those, of whatever kind, whose status is a person's against what the file says; `stayed` those that a
    person moved and that the file has where they were.
    """

    added: list[tuple[Published | None, Showing]] = field(default_factory=list)
    moved: list[tuple[Published, Showing]] = field(default_factory=list)
    changed: list[tuple[Published, Showing]] = field(default_factory=list)
    unchanged: list[Published] = field(default_factory=list)
    removed: list[Published] = field(default_factory=list)
    kept: list[Published] = field(default_factory=list)
    held: list[Published] = field(default_factory=list)
    stayed: list[Published] = field(default_factory=list)


Key = Callable[[Showing], Hashable]
# What was paired, and the rows and the screenings that were not.
Pairing: TypeAlias = tuple[list[tuple[Entry, Published]], list[Entry], list[Published]]


def _exact_keys(entries: Sequence[Entry], published: Sequence[Published]) -> tuple[Key, ...]:
    """Give the ways in which a row is the screening that it was, the surest first (contract: "Ids")."""
    lasting = lasting_ids(entries, published)

    def vendors(showing: Showing, *named: Hashable) -> Hashable:
        return (showing.source_id, *named) if showing.source_id else None

    return (
        # The very same first: where rows share a vendor's id or differ in little, each stays what it was.
        lambda showing: showing,
        lambda showing: replace(showing, status=None),
        lambda showing: showing.own_id,
        lambda showing: vendors(showing, showing.work, showing.starts_at),
        lambda showing: vendors(showing, showing.work) if showing.source_id in lasting else None,
        lambda showing: (showing.work, showing.starts_at, showing.version, showing.room, showing.formats),
        lambda showing: (showing.work, showing.starts_at, showing.version, showing.room),
        # Another film in its place: a title that is corrected.
        lambda showing: vendors(showing, showing.starts_at),
    )


def _same_evening(showing: Showing) -> Hashable:
    return showing.work, showing.programme_on, showing.room


def _but_auditorium(showing: Showing) -> Hashable:
    return showing.work, showing.starts_at, showing.version


def compare(
    entries: Sequence[Entry],
    published: Sequence[Published],
    scope: Scope,
    unreadable: Sequence[Unreadable],
    zone: ZoneInfo,
) -> Diff:
    """Compare a file with all that its cinema has published from now on, as a replacement of the scope."""
    pairs, new, unpaired = _pair_exact(entries, published)
    gone = [old for old in unpaired if scope.holds(old.showing) and old.showing.status != CANCELLED]
    # What an unreadable row names has not moved: that row may well be it.
    named = [row for row in unreadable if row.work]
    free = [old for old in gone if not any(_could_be(row, old.showing, zone) for row in named)]
    moved, new = _pair_lonely(new, free)
    difference = Diff(added=[(None, entry.showing) for entry in new])
    for entry, old in pairs + moved:
        _sort_pair(difference, entry.showing, old)
    moved_ids = {old.id for _, old in moved}
    for old in [] if scope.is_only_a_night else gone:
        if old.id not in moved_ids:
            is_kept = any(_could_be(row, old.showing, zone) for row in unreadable)
            (difference.kept if is_kept else difference.removed).append(old)
    return difference


def only_add(entries: Sequence[Entry], published: Sequence[Published]) -> Diff:
    """Compare a file that only adds: what is published already stays as it is, what was removed may come back."""
    pairs, new, _ = _pair_exact(entries, published)
    difference = Diff(added=[(None, entry.showing) for entry in new])
    for entry, old in pairs:
        settled = _settle(difference, entry.showing, old)
        if old.showing.status == CANCELLED and settled.status != CANCELLED:
            difference.added.append((old, settled))
        else:
            difference.unchanged.append(old)
    return difference


def _pair_exact(entries: Sequence[Entry], published: Sequence[Published]) -> Pairing:
    """Pair rows with what they are; then, where a person moved that, with what was there before."""
    pairs, new, old = _pair_in_place(entries, published)
    moved = {one.id: one for one in old if one.moved_from}
    found, _, _ = _pair_in_place(new, [as_it_was(one) for one in moved.values()])
    found = [(entry, moved[one.id]) for entry, one in found]
    return [*pairs, *found], *_without(found, new, old)


def _pair_in_place(entries: Sequence[Entry], published: Sequence[Published]) -> Pairing:
    """Pair rows with what they were, the surest way first; last where only one of the two names an auditorium."""
    pairs, new, old = _pair_by(_exact_keys(entries, published), entries, published)
    for is_nameless_new in (False, True):
        tried = [entry for entry in new if bool(entry.showing.room) != is_nameless_new]
        could = [one for one in old if bool(one.showing.room) == is_nameless_new]
        found, _, _ = _pair_by((_but_auditorium,), tried, could)
        pairs = [*pairs, *found]
        new, old = _without(found, new, old)
    return pairs, new, old


def _without(
    pairs: Sequence[tuple[Entry, Published]], entries: Sequence[Entry], published: Sequence[Published]
) -> tuple[list[Entry], list[Published]]:
    # Not by their rows: in a grid, a row has many.
    rows, ids = {id(entry) for entry, _ in pairs}, {old.id for _, old in pairs}
    return [entry for entry in entries if id(entry) not in rows], [old for old in published if old.id not in ids]


def _pair_by(keys: Sequence[Key], entries: Sequence[Entry], published: Sequence[Published]) -> Pairing:
    pairs: list[tuple[Entry, Published]] = []
    for key in keys:
        waiting: dict[Hashable, list[Published]] = defaultdict(list)
        # Living ones first, so that they are taken first.
        for old in sorted(published, key=lambda old: old.showing.status == CANCELLED):
            waiting[key(old.showing)].append(old)
        unpaired: list[Entry] = []
        for entry in entries:
            name = key(entry.showing)
            if name is not None and waiting[name]:
                pairs.append((entry, waiting[name].pop(0)))
            else:
                unpaired.append(entry)
        paired = {old.id for _, old in pairs}
        entries, published = unpaired, [old for old in published if old.id not in paired]
    return pairs, list(entries), list(published)


def _pair_lonely(entries: list[Entry], published: list[Published]) -> tuple[list[tuple[Entry, Published]], list[Entry]]:
    """Pair what is the only one left of its film, evening and auditorium on both sides."""
    new, old = defaultdict(list), defaultdict(list)
    for entry in entries:
        new[_same_evening(entry.showing)].append(entry)
    for screening in published:
        old[_same_evening(screening.showing)].append(screening)
    pairs = [(new[key][0], old[key][0]) for key in new if len(new[key]) == 1 and len(old[key]) == 1]
    return pairs, _without(pairs, entries, published)[0]


def _sort_pair(difference: Diff, new: Showing, old: Published) -> None:
    settled = _settle(difference, new, old)
    if old.showing.status == CANCELLED and settled.status != CANCELLED:
        difference.added.append((old, settled))
    elif settled == old.showing:
        difference.unchanged.append(old)
    elif settled.starts_at != old.showing.starts_at:
        difference.moved.append((old, settled))
    else:
        difference.changed.append((old, settled))


def sort_change(difference: Diff, new: Showing, old: Published) -> None:
    """Say what kind of change it is that a published screening becomes another, also a cancelled one."""
    if new.status != CANCELLED:
        _sort_pair(difference, new, old)
    elif old.showing.status != CANCELLED:
        difference.removed.append(old)


def _settle(difference: Diff, new: Showing, old: Published) -> Showing:
    """Decide on the status: a file takes seats away, but gives none back that a person took.

    And on the place: a file that knows nothing of a move by hand takes none back.
    """
    if is_where_it_was(new, old):
        difference.stayed.append(old)
        new = where_it_is(new, old)
    said = new.status or "scheduled"
    status = worse_status(said, old.status_by_hand or said)
    if status != said:
        difference.held.append(old)
    return replace(new, status=status)


def _could_be(row: Unreadable, showing: Showing, zone: ZoneInfo) -> bool:
    local = showing.starts_at.astimezone(zone)
    is_day = row.on in (None, local.date()) or row.evening_on == showing.programme_on
    return (
        is_day
        and row.clock in (None, local.time().replace(tzinfo=None))
        and (row.work is None or bool(set(row.work) & set(showing.work)))
    )
