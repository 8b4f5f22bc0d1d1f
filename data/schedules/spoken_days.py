"""The days of which a file speaks, gathered row by row: what it replaces follows from them."""

from dataclasses import dataclass, field
from datetime import date

from data.schedules.diff import Scope
from data.schedules.row_start import RowStart


@dataclass(slots=True)
class SpokenDays:
    """Evenings of starts and the first days that rows name; apart, the evenings that stand alone, far from the rest."""

    evenings: set[date] = field(default_factory=set)
    first_days: set[date] = field(default_factory=set)
    alone: set[date] = field(default_factory=set)

    def add(self, start: RowStart) -> None:
        """Note the days of a row, also of one that is an error: as much of them as can be read."""
        evenings = self.alone if start.is_alone else self.evenings
        if start.programme_on:
            evenings.add(start.programme_on)
        # Without its time, a row may belong to the evening before: it must not stretch what the file replaces.
        if start.speaks_from and not start.is_alone:
            self.first_days.add(start.speaks_from)

    def scope(self, auditoriums: tuple[str, ...] | None) -> Scope | None:
        """Give what a file of these days replaces, from the first day that it names to its last evening.

        A file of Thursday to Wednesday may begin with 00:30 on Thursday and end with 00:30 on the next: neither the
        evening before nor the one after is the file's to replace. Nor are the months up to a day that stands alone.
        """
        evenings = self.evenings or self.alone
        if not evenings:
            return None
        last = max(evenings)
        first = min(self.first_days if self.evenings else evenings)
        return Scope(min(first, last), last, auditoriums, is_only_a_night=first > last)
