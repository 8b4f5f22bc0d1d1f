"""The life of schedules in a few lines of plain Python, without a database: what the product is held to.

Each row of a file names a film of its own, so that a row is the screening of that film that has not begun.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tests.data.factories import BERLIN


@dataclass(frozen=True, order=True)
class Slot:
    """When a row is shown: a day of November 2026 and an hour in Berlin."""

    day: int
    hour: int

    def starts_at(self) -> datetime:
        return datetime(2026, 11, self.day, self.hour, tzinfo=BERLIN).astimezone(UTC)


File = Mapping[str, Slot]


@dataclass(frozen=True)
class Shown:
    """A screening; its place in the model's list is its id."""

    title: str
    slot: Slot
    status: str = "scheduled"
    by_hand: str | None = None

    @property
    def is_living(self) -> bool:
        return self.status != "cancelled"


@dataclass(frozen=True)
class Publication:
    """What a publish changed, by id: before (null: it was new) and after."""

    schedule_id: str
    until_day: int
    before: dict[int, Shown | None]
    after: dict[int, Shown]


@dataclass
class Model:
    """All screenings that ever were, and the publications that are not undone."""

    now: datetime
    screenings: list[Shown] = field(default_factory=list)
    publications: list[Publication] = field(default_factory=list)
    changes: int = 0

    def coming(self, shown: Shown) -> bool:
        return shown.slot.starts_at() >= self.now

    def publish(self, schedule_id: str, file: File) -> bool:
        """Say whether it changes anything, the days that are known included."""
        days = [slot.day for slot in file.values()]
        ids = {one.title: number for number, one in enumerate(self.screenings) if self.coming(one)}
        after: dict[int, Shown] = {}
        for title, slot in file.items():
            if slot.starts_at() < self.now:
                continue
            number = ids.get(title, len(self.screenings) + sum(one >= len(self.screenings) for one in after))
            by_hand = self.screenings[number].by_hand if title in ids else None
            after[number] = Shown(title, slot, by_hand or "scheduled", by_hand)
        for number, one in enumerate(self.screenings):
            in_scope = min(days) <= one.slot.day <= max(days)
            if number not in after and one.is_living and self.coming(one) and in_scope:
                after[number] = replace(one, status="cancelled")
        after = {number: one for number, one in after.items() if one != self._of(number)}
        known_until = max((one.until_day for one in self.publications), default=0)
        if not after and max(days) <= known_until:
            return False
        self.publications.append(
            Publication(schedule_id, max(days), {number: self._of(number) for number in after}, after)
        )
        self._write(after)
        return True

    def undo(self) -> str:
        """Take the latest back, and say which that was."""
        last = self.publications.pop()
        self._write({number: self._undone(number, last.before[number], last.after[number]) for number in last.after})
        return last.schedule_id

    def edit(self, number: int, status: str) -> None:
        edited = replace(self.screenings[number], status=status, by_hand=None if status == "scheduled" else status)
        if self.screenings[number] != edited:
            self._write({number: edited})

    def _undone(self, number: int, before: Shown | None, after: Shown) -> Shown:
        today = self.screenings[number]
        began_before = before is not None and before.is_living and not self.coming(before)
        if not self.coming(today) or began_before or today.slot != after.slot:
            return today
        if before is None or not before.is_living:
            return replace(before or after, status="cancelled", by_hand=today.by_hand)
        if (today.status, today.by_hand) == (after.status, after.by_hand):
            return before
        return replace(before, status=today.status, by_hand=today.by_hand)

    def _of(self, number: int) -> Shown | None:
        return self.screenings[number] if number < len(self.screenings) else None

    def _write(self, written: Mapping[int, Shown]) -> None:
        for number in sorted(written):
            self.screenings[number : number + 1] = [written[number]]
        self.changes += 1
