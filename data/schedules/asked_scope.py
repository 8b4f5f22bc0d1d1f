"""What whoever uploads a file says of its scope: it stands above what the file itself speaks of."""

from dataclasses import dataclass, replace
from datetime import date

from data.errors import QuestionError
from data.problem import Problem, Severity
from data.schedules.check import Checked
from data.schedules.diff import Scope
from data.schedules.sheet import Sheet
from data.schedules.showing import Entry


@dataclass(frozen=True, slots=True)
class AskedScope:
    """Programme dates, both included, and auditoriums; null or empty: the file says. Raises QuestionError."""

    from_on: date | None = None
    until_on: date | None = None
    auditoriums: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.from_on and self.until_on and self.from_on > self.until_on:
            raise QuestionError("from", f"from ({self.from_on}) is after until ({self.until_on}). Swap them.")

    def holds(self, entry: Entry) -> bool:
        """Say whether a row lies in it."""
        on = entry.showing.programme_on
        is_early = self.from_on is not None and on < self.from_on
        is_late = self.until_on is not None and on > self.until_on
        return not (is_early or is_late) and (not self.auditoriums or entry.showing.auditorium in self.auditoriums)


WHAT_THE_FILE_SAYS = AskedScope()


def fill_auditorium(sheet: Sheet, asked: AskedScope) -> Sheet:
    """Where one auditorium is asked for, the rows that name none are of that one."""
    if len(asked.auditoriums) != 1:
        return sheet
    name = asked.auditoriums[0]
    return replace(sheet, rows=tuple(row if row.auditorium else replace(row, auditorium=name) for row in sheet.rows))


def leave_out(checked: Checked, asked: AskedScope) -> None:
    """Count the rows outside as elsewhere, and say so: nothing is skipped in silence."""
    outside = [entry for entry in checked.entries if not asked.holds(entry)]
    checked.entries = [entry for entry in checked.entries if asked.holds(entry)]
    checked.elsewhere += len(outside)
    checked.problems += [
        Problem(
            code="outside-scope",
            severity=Severity.WARNING,
            row=entry.row,
            message="This row lies outside the days and auditoriums that were asked for, and is left out. "
            "Upload it again with a wider question.",
        )
        for entry in outside
    ]


def widen(scope: Scope | None, asked: AskedScope) -> Scope | None:
    """Give what is replaced: what was asked for, and what the file speaks of where nothing was."""
    if asked == WHAT_THE_FILE_SAYS:
        return scope
    from_on = asked.from_on or (scope.from_on if scope else None)
    until_on = asked.until_on or (scope.until_on if scope else None)
    if from_on is None or until_on is None or from_on > until_on:
        return None
    auditoriums = asked.auditoriums or (scope.auditoriums if scope else None)
    is_only_a_night = bool(scope and scope.is_only_a_night and asked.from_on is None)
    return Scope(from_on, until_on, auditoriums, is_only_a_night=is_only_a_night)
