"""The days of which a file speaks, gathered row by row: what it replaces follows from them."""

from dataclasses import dataclass, field
from datetime import date

from data.schedules.asked_scope import AskedScope
from data.schedules.diff import Scope
from data.schedules.row_start import A_DAY, RowStart


@dataclass(slots=True)
class SpokenDays:
    """Evenings of starts and the first days that rows name; apart, the evenings that stand alone, far from the rest.

    `named` is the week that the file names as its own, `unspoken` the days between its weeks, `closed` those on which
    it says that nothing is shown.
    """

    named: tuple[date, date] | None = None
    unspoken: frozenset[date] = frozenset()
    closed: set[date] = field(default_factory=set)
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

    def scope(self, auditoriums: tuple[str, ...] | None, asked: AskedScope) -> Scope | None:
        """Give what a file of these days replaces: what is asked, else the week that it names, else what its rows say.

        From the first day that rows name to their last evening, that is, and on through days on which it is closed. One
        that lies apart says nothing of those between, and is not replaced.
        """
        said = self._said()
        first = asked.from_on or (said.from_on if said else asked.until_on)
        last = asked.until_on or (said.until_on if said else asked.from_on)
        if first is None or last is None or first > last:
            return None
        is_only_a_night = said is not None and said.is_only_a_night and asked.from_on is None
        return Scope(first, last, auditoriums, is_only_a_night, self.unspoken)

    def _said(self) -> Scope | None:
        """Give the days that the file itself speaks of: the period that it names, unless a row lies outside of it.

        A file of Thursday to Wednesday may begin with 00:30 on Thursday and end with 00:30 on the next: neither the
        evening before nor the one after is the file's to replace. Nor are the months up to a day that stands alone.
        """
        if self.named and all(self.named[0] <= evening <= self.named[1] for evening in self.evenings | self.alone):
            return Scope(*self.named)
        evenings = self.evenings or self.alone
        if not evenings:
            return None
        first, last = min(self.first_days if self.evenings else evenings), max(evenings)
        if first > last:
            return Scope(last, last, is_only_a_night=True)
        while first - A_DAY in self.closed:
            first -= A_DAY
        while last + A_DAY in self.closed:
            last += A_DAY
        return Scope(first, last)
