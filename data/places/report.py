"""What an import of places did with every row of its file."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from data.problem import Problem, Severity


class Fate(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REPEATED = "repeated"
    """The place of an earlier row again: another part of a postcode."""
    ELSEWHERE = "elsewhere"
    """Farther than 150 km from every cinema."""
    NO_PLACE = "no-place"
    """Nothing that people type: a mountain, a hotel."""
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class PlacesReport:
    """`rows` is the sum of the `counts` by fate; `format` is how the file was read."""

    format: str
    counts: Counter[Fate]
    problems: tuple[Problem, ...] = field(default=())

    @property
    def rows(self) -> int:
        """Count the rows of the file, blank ones aside."""
        return self.counts.total()

    @property
    def warnings(self) -> int:
        """Count the warnings; a row can have several."""
        return sum(problem.severity is Severity.WARNING for problem in self.problems)
