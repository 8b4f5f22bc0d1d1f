"""What is wrong or doubtful in a file, each finding beside its row, and what a person can say once to settle it."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.problem import Problem, Severity
from data.schedules.plan import Plan
from data.schedules.sheet import Row

# What a cinema can teach: what a word for a version means, or which film a title names.
_OF_LABELS = frozenset({"notation-unknown"})
_OF_TITLES = frozenset({"film-new", "title-ambiguous", "title-cut", "title-joined", "title-misspelled"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem; `cells` are its row as written, in the file's own words. `teaches` is `label`, `title` or nothing.

    `others` counts the rows of which the same would be said.
    """

    problem: Problem
    cells: tuple[tuple[str, str], ...]
    teaches: str
    others: int

    @property
    def is_error(self) -> bool:
        """Say whether it keeps its row out."""
        return self.problem.severity is Severity.ERROR


def findings_of(plan: Plan) -> list[Finding]:
    """List the findings, errors first; what is said of several rows in the same words stands once."""
    rows = {row.number: row for row in plan.sheet.rows}
    found: dict[tuple[object, ...], list[Problem]] = {}
    for problem in plan.checked.problems:
        # Errors stand each beside its row: every one of them is to be corrected.
        own = problem.row if problem.severity is Severity.ERROR else None
        found.setdefault((problem.code, problem.value, problem.message, own), []).append(problem)
    findings = [_finding(same, rows.get(same[0].row or 0), plan) for same in found.values()]
    return sorted(findings, key=lambda one: (not one.is_error, one.problem.row or 0))


def _finding(same: Sequence[Problem], row: Row | None, plan: Plan) -> Finding:
    first = same[0]
    is_error = first.severity is Severity.ERROR
    return Finding(
        problem=first,
        cells=_cells(row, plan) if row is not None and is_error else (),
        teaches=_teaches(first),
        others=len(same) - 1,
    )


def _cells(row: Row, plan: Plan) -> tuple[tuple[str, str], ...]:
    named = (("date", row.date), ("time", row.time), ("title", row.title), ("version", row.version))
    return tuple((plan.sheet.columns.get(field, field), value) for field, value in named if value)


def _teaches(problem: Problem) -> str:
    if not problem.value:
        return ""
    return "label" if problem.code in _OF_LABELS else "title" if problem.code in _OF_TITLES else ""
