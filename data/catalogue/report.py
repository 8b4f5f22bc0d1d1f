"""What an import found and did: counts that add up, and every problem with its address."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from data.problem import Problem, Severity
from data.text import has_hidden_characters

# A report is no place for a whole novel that slipped into a cell.
_LONGEST_VALUE = 200


class Outcome(Enum):
    """What became of a row that came in."""

    ADDED = auto()
    CHANGED = auto()
    UNCHANGED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueReport:
    """`rows` = `added` + `changed` + `unchanged` + `left_aside` + `errors`, always; `errors` counts rows, not problems.

    `reader` names the format, `left_aside` counts what in the file is no cinema, `countries` the cinemas that came in
    by their country; `ignored_columns` are the file's columns that nobody reads.
    """

    reader: str
    added: int
    changed: int
    unchanged: int
    left_aside: int
    errors: int
    problems: tuple[Problem, ...]
    ignored_columns: tuple[str, ...] = ()
    countries: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Count the rows of the file, blank ones aside."""
        return self.added + self.changed + self.unchanged + self.left_aside + self.errors

    @property
    def warnings(self) -> int:
        """Count the warnings; a row can have several."""
        return sum(problem.severity is Severity.WARNING for problem in self.problems)


@dataclass(slots=True)
class Findings:
    """The problems found so far in one file, and the rows that they keep out.

    `headings` are the file's own words for our columns, by which its problems are told.
    """

    headings: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rows_in_error: set[int] = field(default_factory=set)

    def take(self, problems: Iterable[Problem]) -> None:
        """Note what a reader found; its errors keep their rows out."""
        for problem in problems:
            self.problems.append(problem)
            if problem.severity is Severity.ERROR and problem.row is not None:
                self.rows_in_error.add(problem.row)

    def error(self, code: str, message: str, *, row: int, column: str | None = None, value: str | None = None) -> None:
        """Note what keeps a row out."""
        self.rows_in_error.add(row)
        self._note(Severity.ERROR, code, message, row, column, value)

    def warn(self, code: str, message: str, *, row: int, column: str | None = None, value: str | None = None) -> None:
        """Note what is doubtful."""
        self._note(Severity.WARNING, code, message, row, column, value)

    def warn_of_hidden(self, text: str, *, row: int, column: str) -> None:
        """Note where cleaning takes out characters that nobody sees."""
        if has_hidden_characters(text):
            message = "Characters that nobody sees (control or direction signs) were taken out. Check how it reads."
            self.warn("hidden-characters", message, row=row, column=column, value=text)

    def in_order(self) -> tuple[Problem, ...]:
        """Give the problems as they stand in the file."""
        return tuple(sorted(self.problems, key=lambda problem: problem.row or 0))

    def _note(
        self, severity: Severity, code: str, message: str, row: int, column: str | None, value: str | None
    ) -> None:
        heading = self.headings.get(column, column) if column else None
        self.problems.append(
            Problem(
                code=code,
                severity=severity,
                message=message,
                row=row,
                column=heading,
                value=value[:_LONGEST_VALUE] if value else None,
            )
        )


def report_of(
    outcomes: Iterable[Outcome],
    findings: Findings,
    *,
    reader: str,
    left_aside: int = 0,
    ignored_columns: tuple[str, ...] = (),
    countries: Mapping[str, int] | None = None,
) -> CatalogueReport:
    """Count up what became of the rows that came in, and add what was found."""
    counts = Counter(outcomes)
    return CatalogueReport(
        reader=reader,
        added=counts[Outcome.ADDED],
        changed=counts[Outcome.CHANGED],
        unchanged=counts[Outcome.UNCHANGED],
        left_aside=left_aside,
        errors=len(findings.rows_in_error),
        problems=findings.in_order(),
        ignored_columns=ignored_columns,
        countries=countries or {},
    )
